import numpy as np


def positions(steps):
    return np.array(steps)


def walk(count):
    return positions([1] * count)


print(positions([1, 1, -1]))
print(walk(5))
