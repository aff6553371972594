# Fails: How many of each meal were sold
# Fails: Another week
import pandas as pd


def sold_by_meal(path):
    return pd.read_csv(path).groupby("meal")["sold"].mean().to_dict()


def best_day(path):
    table = pd.read_csv(path)
    table["income"] = table["price"] * table["sold"]
    return table.groupby("day")["income"].sum().idxmax()
