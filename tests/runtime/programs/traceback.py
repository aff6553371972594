"""A program that reports its own errors."""

import traceback


def divide(a, b):
    return a / b


try:
    divide(1, 0)
except ZeroDivisionError as error:
    print(traceback.format_exception_only(error)[0].strip())
    last = traceback.extract_tb(error.__traceback__)[-1]
    print(last.name, last.line, last.filename.endswith("main.py"))
    print(len(traceback.format_exc().splitlines()) > 4)

# Prints:
# ZeroDivisionError: division by zero
# divide return a / b True
# True
