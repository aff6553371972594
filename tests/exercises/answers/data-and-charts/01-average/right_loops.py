# Everything with loops.
def mean(values):
    total = 0
    count = 0
    for value in values:
        total += value
        count += 1
    if count:
        return total / count
    return None


def extent(values):
    if len(values) == 0:
        return None
    low = high = values[0]
    for value in values:
        if value < low:
            low = value
        if value > high:
            high = value
    return (low, high)
