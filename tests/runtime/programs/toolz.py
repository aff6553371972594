"""A pipe of small functions."""

from toolz import frequencies, groupby, pipe

print(pipe(" Hello ", str.strip, str.lower, frequencies), groupby(len, ["a", "bb", "c"]))

# Prints:
# {'h': 1, 'e': 1, 'l': 2, 'o': 1} {1: ['a', 'c'], 2: ['bb']}
