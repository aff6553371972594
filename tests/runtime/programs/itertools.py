"""Combinations, groups and endless counters."""

import itertools

print(["".join(p) for p in itertools.permutations("abc")])
print(list(itertools.combinations([1, 2, 3, 4], 2)))
print(len(list(itertools.product("HT", repeat=4))))
print(list(itertools.accumulate([1, 2, 3, 4])), list(itertools.islice(itertools.count(10, 5), 3)))
print([(key, len(list(group))) for key, group in itertools.groupby("aaabbc")])
print(
    list(itertools.chain("ab", [1])), list(itertools.pairwise([1, 4, 9])), list(itertools.batched("abcde", 2))
)
print(
    list(itertools.zip_longest("ab", "x", fillvalue="-")),
    list(itertools.takewhile(lambda x: x < 3, [1, 2, 5, 1])),
)

# Prints:
# ['abc', 'acb', 'bac', 'bca', 'cab', 'cba']
# [(1, 2), (1, 3), (1, 4), (2, 3), (2, 4), (3, 4)]
# 16
# [1, 3, 6, 10] [10, 15, 20]
# [('a', 3), ('b', 2), ('c', 1)]
# ['a', 'b', 1] [(1, 4), (4, 9)] [('a', 'b'), ('c', 'd'), ('e',)]
# [('a', 'x'), ('b', '-')] [1, 2]
