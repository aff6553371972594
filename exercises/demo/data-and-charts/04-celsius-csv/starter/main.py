import csv

with open("celsius.csv", encoding="utf-8", newline="") as file:
    for row in csv.DictReader(file):
        print(row["day"], row["celsius"])
