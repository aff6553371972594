"""Examples in the documentation, checked."""

import doctest


def area(width, height):
    """The area of a rectangle.

    >>> area(3, 4)
    12
    >>> area(2, 2)
    5
    """
    return width * height


print(doctest.testmod())

# Says:
# Failed example:
#     area(2, 2)
# Expected:
#     5
# Got:
#     4
# TestResults(failed=1, attempted=2)
