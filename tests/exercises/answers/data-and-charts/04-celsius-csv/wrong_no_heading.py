# Fails: both.csv has three columns
# Fails: The rows are right
import csv

with open("celsius.csv") as source, open("both.csv", "w") as target:
    for row in csv.DictReader(source):
        fahrenheit = float(row["celsius"]) * 9 / 5 + 32
        print(f"{row['day']},{row['celsius']},{fahrenheit:.1f}", file=target)
