# Fails: Bars in order
def tally(values, width):
    counts = {}
    for value in values:
        start = value // width * width
        counts[start] = counts.get(start, 0) + 1
    return counts


def show(values, width):
    for start, count in tally(values, width).items():
        print(start, "#" * count)
