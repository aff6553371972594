# Goes through the groups.
import pandas


def sold_by_meal(path):
    result = {}
    for meal, rows in pandas.read_csv(path).groupby("meal"):
        result[meal] = int(rows["sold"].sum())
    return result


def best_day(path):
    best, most = "", -1.0
    for day, rows in pandas.read_csv(path).groupby("day"):
        income = (rows["price"] * rows["sold"]).sum()
        if income > most:
            best, most = day, income
    return best
