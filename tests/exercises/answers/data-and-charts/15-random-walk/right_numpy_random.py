# NumPy's own chance, and floating-point positions.
import numpy as np


def positions(steps):
    result = np.zeros(len(steps) + 1)
    for i, step in enumerate(steps):
        result[i + 1] = result[i] + step
    return result


def walk(count):
    return positions(np.random.default_rng().choice([-1, 1], count))
