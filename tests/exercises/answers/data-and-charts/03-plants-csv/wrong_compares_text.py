# Fails: The tallest in plants.csv
# Fails: Another file
import csv


def tallest(path):
    with open(path, encoding="utf-8") as file:
        return max(csv.DictReader(file), key=lambda row: row["height_cm"])["plant"]


def heights(path, week):
    with open(path, encoding="utf-8") as file:
        return {r["plant"]: float(r["height_cm"]) for r in csv.DictReader(file) if int(r["week"]) == week}
