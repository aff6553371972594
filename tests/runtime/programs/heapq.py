"""A waiting room: the most urgent patient first."""

import heapq

patients = []
for urgency, name in [(3, "Cold"), (1, "Heart"), (2, "Broken arm"), (5, "Scratch")]:
    heapq.heappush(patients, (urgency, name))
while patients:
    print(*heapq.heappop(patients))
print(heapq.nsmallest(3, [9, 4, 7, 1, 8]), heapq.nlargest(2, [9, 4, 7, 1, 8]))
print(list(heapq.merge([1, 4, 9], [2, 3, 10])))

# Prints:
# 1 Heart
# 2 Broken arm
# 3 Cold
# 5 Scratch
# [1, 4, 7] [9, 8]
# [1, 2, 3, 4, 9, 10]
