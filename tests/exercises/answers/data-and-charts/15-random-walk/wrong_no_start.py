# Fails: Positions of given steps
# Fails: No step at all
# Fails: A walk has the right length
import random

import numpy as np


def positions(steps):
    return np.cumsum(steps)


def walk(count):
    return positions([random.choice([-1, 1]) for _ in range(count)])
