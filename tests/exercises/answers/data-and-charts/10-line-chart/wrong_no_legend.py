# Fails: A legend
import matplotlib.pyplot as plt

hours = [8, 10, 12, 14, 16, 18]
plt.plot(hours, [14, 17, 21, 23, 22, 18], label="shade")
plt.plot(hours, [16, 22, 29, 33, 30, 20], label="sun")
plt.title("A day in June")
plt.xlabel("Hour")
plt.ylabel("Degrees Celsius")
plt.show()
