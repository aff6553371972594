"""A program that looks at its own functions."""

import inspect


def area(width, height=1, *, unit="cm"):
    """The area of a rectangle."""
    return width * height


print(inspect.signature(area), inspect.getdoc(area))
print(inspect.getsource(area).splitlines()[0], inspect.isfunction(area))
print([name for name, _ in inspect.getmembers(str, inspect.ismethoddescriptor) if name.startswith("is")][:4])

# Prints:
# (width, height=1, *, unit='cm') The area of a rectangle.
# def area(width, height=1, *, unit="cm"): True
# ['isalnum', 'isalpha', 'isascii', 'isdecimal']
