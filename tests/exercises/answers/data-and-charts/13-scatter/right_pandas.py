# pandas reads the file, larger points in another colour.
import matplotlib.pyplot as plt
import pandas as pd

spring = pd.read_csv("spring.csv")
plt.scatter(spring["grams"], spring["length_cm"], s=60, c="purple")
plt.xlabel("weight in g")
plt.ylabel("length in cm")
plt.show()
