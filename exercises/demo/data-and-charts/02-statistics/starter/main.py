def summary(values):
    return {"mean": 0, "median": 0, "spread": 0}


print(summary([4, 6, 5, 40, 5]))
