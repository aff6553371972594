import csv

import matplotlib.pyplot as plt

with open("spring.csv", encoding="utf-8", newline="") as file:
    rows = list(csv.DictReader(file))

plt.scatter([0, 50], [12, 13.1])
plt.show()
