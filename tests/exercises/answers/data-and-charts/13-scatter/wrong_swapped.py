# Fails: The points are in the right places
# Fails: The axes have names
import csv

import matplotlib.pyplot as plt

with open("spring.csv") as file:
    rows = list(csv.DictReader(file))
plt.scatter([float(row["length_cm"]) for row in rows], [float(row["grams"]) for row in rows])
plt.xlabel("Length in cm")
plt.ylabel("Weight in g")
plt.show()
