# Fails: Another week
import pandas as pd


def sold_by_meal(path):
    return pd.read_csv(path).groupby("meal")["sold"].sum().to_dict()


def best_day(path):
    return pd.read_csv(path).groupby("day")["sold"].sum().idxmax()
