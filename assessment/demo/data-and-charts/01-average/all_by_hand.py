def mean(values):
    if not values:
        return None
    total = 0
    for value in values:
        total += value
    return total / len(values)


def extent(values):
    if not values:
        return None
    return min(values), max(values)


measured = [18.5, 21.0, 19.5]
print("Mean:", mean(measured))
print("From, to:", extent(measured))
