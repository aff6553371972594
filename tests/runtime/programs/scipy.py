"""Best fit, an integral, a root, a test, a filter."""

import numpy as np
from scipy import integrate, optimize, signal, stats

x = np.array([0, 1, 2, 3, 4])
(a, b), _ = optimize.curve_fit(lambda x, a, b: a * x + b, x, 3 * x + 2)
print(round(float(a), 3), round(float(b), 3))
print(round(integrate.quad(np.sin, 0, np.pi)[0], 6), round(optimize.brentq(lambda x: x**3 - 8, 0, 5), 6))
print(round(float(stats.norm.cdf(1.96)), 4), round(float(stats.ttest_ind([1, 2, 3], [4, 5, 6]).pvalue), 4))
print(signal.find_peaks([0, 2, 1, 5, 0])[0])

# Prints:
# 3.0 2.0
# 2.0 2.0
# 0.975 0.0213
# [1 3]
