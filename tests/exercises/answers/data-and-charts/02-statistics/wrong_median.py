# Fails: Five waiting times
# Fails: An even number of values
# Fails: Many lists by chance
import statistics


def summary(values):
    return {
        "mean": statistics.mean(values),
        "median": values[len(values) // 2 - 1],
        "spread": max(values) - min(values),
    }
