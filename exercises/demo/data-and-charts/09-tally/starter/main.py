def tally(values, width):
    counts = {}
    for value in values:
        counts[value] = 1
    return counts


def show(values, width):
    print(tally(values, width))


metres = [12, 15, 31, 38, 33, 20, 24, 19, 41, 27, 35, 22, 18, 29, 30, 26, 44, 21, 16, 25]
show(metres, 10)
