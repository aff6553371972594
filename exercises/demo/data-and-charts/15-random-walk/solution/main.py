import random

import numpy as np


def positions(steps):
    sums = np.cumsum(np.array(steps, dtype=int))
    return np.concatenate([[0], sums])


def walk(count):
    return positions([random.choice([-1, 1]) for _ in range(count)])


print(positions([1, 1, -1]))
print(walk(5))
