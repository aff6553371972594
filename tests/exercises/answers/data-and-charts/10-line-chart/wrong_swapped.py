# Fails: Two lines with the right data
import matplotlib.pyplot as plt

hours = [8, 10, 12, 14, 16, 18]
plt.plot([14, 17, 21, 23, 22, 18], hours, label="shade")
plt.plot([16, 22, 29, 33, 30, 20], hours, label="sun")
plt.title("A day in June")
plt.xlabel("Hour")
plt.ylabel("Degrees Celsius")
plt.legend()
plt.show()
