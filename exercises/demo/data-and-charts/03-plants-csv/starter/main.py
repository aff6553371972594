import csv


def tallest(path):
    with open(path, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            print(row)


tallest("plants.csv")
