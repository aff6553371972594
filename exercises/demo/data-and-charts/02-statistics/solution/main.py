import statistics


def summary(values):
    return {
        "mean": statistics.mean(values),
        "median": statistics.median(values),
        "spread": max(values) - min(values),
    }


print(summary([4, 6, 5, 40, 5]))
