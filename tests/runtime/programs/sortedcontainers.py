"""A high-score list that is always sorted."""

from sortedcontainers import SortedDict, SortedList

scores = SortedList([50, 10, 30])
scores.add(20)
print(scores, scores.index(30), list(scores.irange(15, 35)))
print(SortedDict(b=2, a=1).peekitem(0))

# Prints:
# SortedList([10, 20, 30, 50]) 2 [20, 30]
# ('a', 1)
