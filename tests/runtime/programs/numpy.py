"""Temperatures of a week, a system of equations, dice, a little image."""

import numpy as np

week = np.array([[12.1, 14.0, 9.5], [11.0, 15.5, 10.5]])
print(week.mean(axis=0), week.max(), week.shape, week[week > 12])
print(np.linalg.solve(np.array([[2, 1], [1, 3]]), np.array([5, 10])))
rng = np.random.default_rng(seed=1)
rolls = rng.integers(1, 7, size=10_000)
print(np.bincount(rolls)[1:].min() > 1500, rolls.min(), rolls.max())
print(np.arange(6).reshape(2, 3).T @ np.eye(2), np.round(np.linspace(0, np.pi, 3), 3))
image = np.zeros((3, 4), dtype=np.uint8)
image[1, 1:3] = 255
print(image)
np.savetxt("week.csv", week, delimiter=",", fmt="%.1f")
print(np.loadtxt("week.csv", delimiter=",").sum().round(1))

# Files: week.csv
# Prints:
# [11.55 14.75 10.  ] 15.5 (2, 3) [12.1 14.  15.5]
# [1. 3.]
# True 1 6
# [[0. 3.]
#  [1. 4.]
#  [2. 5.]] [0.    1.571 3.142]
# [[  0   0   0   0]
#  [  0 255 255   0]
#  [  0   0   0   0]]
# 72.6
