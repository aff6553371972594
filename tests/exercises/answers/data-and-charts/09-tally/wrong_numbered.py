# Fails: Counts of some values
# Fails: Many lists by chance
# Fails: Bars in order
def tally(values, width):
    counts = {}
    for value in values:
        counts[value // width] = counts.get(value // width, 0) + 1
    return counts


def show(values, width):
    counts = tally(values, width)
    for start in sorted(counts):
        print(start, "#" * counts[start])
