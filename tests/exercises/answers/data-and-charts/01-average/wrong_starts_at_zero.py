# Fails: Smallest and largest
def mean(values):
    return sum(values) / len(values) if values else None


def extent(values):
    if not values:
        return None
    low, high = values[0], 0
    for value in values:
        low = min(low, value)
        high = max(high, value)
    return low, high
