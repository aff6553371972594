import csv

import matplotlib.pyplot as plt

with open("spring.csv", encoding="utf-8", newline="") as file:
    rows = list(csv.DictReader(file))

grams = [float(row["grams"]) for row in rows]
lengths = [float(row["length_cm"]) for row in rows]

plt.scatter(grams, lengths)
plt.xlabel("Weight in g")
plt.ylabel("Length in cm")
plt.show()
