"""Examples in the documentation, checked; and those in a file of the project."""

import doctest
from pathlib import Path


def area(width, height):
    """The area of a rectangle.

    >>> area(3, 4)
    12
    >>> area(2, 2)
    5
    """
    return width * height


print(doctest.testmod())
Path("lesson.txt").write_text(
    "A list grows:\n\n>>> names = []\n>>> names.append('Ada')\n>>> names\n['Ada']\n"
)
print(doctest.testfile("lesson.txt"))

# Files: lesson.txt
# Says:
# Failed example:
#     area(2, 2)
# Expected:
#     5
# Got:
#     4
# TestResults(failed=1, attempted=2)
# TestResults(failed=0, attempted=3)
