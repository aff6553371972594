# A Counter, and an f-string for each bar.
from collections import Counter


def tally(values, width):
    return Counter(value - value % width for value in values)


def show(values, width):
    for start, count in sorted(tally(values, width).items()):
        print(f"{start} {count * '#'}")
