"""Sorting and searching by hand: bubble sort, quicksort, binary search, shortest way."""

import random


def bubble_sort(items):
    items = list(items)
    for end in range(len(items) - 1, 0, -1):
        for i in range(end):
            if items[i] > items[i + 1]:
                items[i], items[i + 1] = items[i + 1], items[i]
    return items


def quicksort(items):
    if len(items) < 2:
        return items
    pivot, *rest = items
    return quicksort([x for x in rest if x < pivot]) + [pivot] + quicksort([x for x in rest if x >= pivot])


def binary_search(items, wanted):
    low, high, steps = 0, len(items) - 1, 0
    while low <= high:
        steps += 1
        middle = (low + high) // 2
        if items[middle] == wanted:
            return middle, steps
        if items[middle] < wanted:
            low = middle + 1
        else:
            high = middle - 1
    return None, steps


def shortest_way(maze):
    rows = maze.split()
    start = next((r, c) for r, row in enumerate(rows) for c, cell in enumerate(row) if cell == "S")
    queue, seen = [(start, 0)], {start}
    for (r, c), steps in queue:
        if rows[r][c] == "E":
            return steps
        for place in ((r + 1, c), (r - 1, c), (r, c + 1), (r, c - 1)):
            if rows[place[0]][place[1]] != "#" and place not in seen:
                seen.add(place)
                queue.append((place, steps + 1))
    return None


cards = list(range(200))
random.shuffle(cards)
print(bubble_sort(cards) == quicksort(cards) == sorted(cards) == list(range(200)))
print(binary_search(list(range(0, 2000, 2)), 1234))
print(shortest_way("####### #S....# #.###.# #...#E# #######"))

# Prints:
# True
# (617, 10)
# 6
