def mean(values):
    return values[0]


def extent(values):
    return values[0], values[-1]


measured = [18.5, 21.0, 19.5]
print("Mean:", mean(measured))
print("From, to:", extent(measured))
