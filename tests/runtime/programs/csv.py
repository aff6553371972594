"""Marks from a CSV file, averages into another."""

import csv

with open("marks.csv", "w", newline="") as file:
    file.write('name,maths,art\nAda,18,12\nAlan,20,9\n"Hopper, Grace",15,17\n')

with open("marks.csv", newline="") as file:
    rows = list(csv.DictReader(file))
for row in rows:
    row["average"] = (int(row["maths"]) + int(row["art"])) / 2
    print(f"{row['name']:<15}{row['average']:>5}")

with open("averages.csv", "w", newline="") as file:
    writer = csv.writer(file)
    writer.writerow(["name", "average"])
    writer.writerows([row["name"], row["average"]] for row in rows)
print(open("averages.csv").read())

# Files: marks.csv, averages.csv
# Prints:
# Ada             15.0
# Alan            14.5
# Hopper, Grace   16.0
# name,average
# Ada,15.0
# Alan,14.5
# "Hopper, Grace",16.0
