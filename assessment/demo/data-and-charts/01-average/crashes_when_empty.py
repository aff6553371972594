# Fails: No measurements
def mean(values):
    return sum(values) / len(values)


def extent(values):
    return min(values), max(values)


measured = [18.5, 21.0, 19.5]
print("Mean:", mean(measured))
print("From, to:", extent(measured))
