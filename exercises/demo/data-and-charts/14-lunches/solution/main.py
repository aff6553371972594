import pandas as pd


def sold_by_meal(path):
    table = pd.read_csv(path)
    return table.groupby("meal")["sold"].sum().to_dict()


def best_day(path):
    table = pd.read_csv(path)
    table["income"] = table["price"] * table["sold"]
    return table.groupby("day")["income"].sum().idxmax()


print(sold_by_meal("lunches.csv"))
print(best_day("lunches.csv"))
