"""Marks from points, and a list that stays sorted."""

import bisect


def mark(points):
    return "FEDCBA"[bisect.bisect([40, 50, 60, 70, 80], points)]


print([mark(points) for points in (39, 40, 65, 79, 95)])
scores = [10, 20, 30]
bisect.insort(scores, 25)
print(scores, bisect.bisect_left(scores, 20), bisect.bisect_right(scores, 20))

# Prints:
# ['F', 'E', 'C', 'B', 'A']
# [10, 20, 25, 30] 1 2
