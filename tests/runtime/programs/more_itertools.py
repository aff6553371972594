"""Pieces of a list."""

from more_itertools import chunked, first_true, windowed

print(list(chunked(range(7), 3)), list(windowed("abcd", 2)), first_true([0, None, 5]))

# Prints:
# [[0, 1, 2], [3, 4, 5], [6]] [('a', 'b'), ('b', 'c'), ('c', 'd')] 5
