import pandas as pd


def sold_by_meal(path):
    table = pd.read_csv(path)
    print(table.head())
    return {}


def best_day(path):
    return ""


print(sold_by_meal("lunches.csv"))
print(best_day("lunches.csv"))
