"""The marks of a class."""

import statistics

marks = [12, 15, 9, 18, 15, 11, 20, 15, 8, 14]
print("Mean", statistics.mean(marks))
print("Median", statistics.median(marks), "mode", statistics.mode(marks))
print("Standard deviation", round(statistics.stdev(marks), 3), round(statistics.pstdev(marks), 3))
print("Quartiles", statistics.quantiles(marks, n=4))
hours = [1, 2, 3, 4, 5]
scores = [52, 55, 61, 64, 68]
print("Correlation", round(statistics.correlation(hours, scores), 4))
slope, intercept = statistics.linear_regression(hours, scores)
print(f"score = {slope:.2f} * hours + {intercept:.2f}")

# Prints:
# Mean 13.7
# Median 14.5 mode 15
# Standard deviation 3.773 3.579
# Quartiles [10.5, 14.5, 15.75]
# Correlation 0.9944
# score = 4.10 * hours + 47.70
