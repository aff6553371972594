import matplotlib.pyplot as plt

hours = [8, 10, 12, 14, 16, 18]
shade = [14, 17, 21, 23, 22, 18]
sun = [16, 22, 29, 33, 30, 20]

plt.plot(hours, shade, label="shade")
plt.plot(hours, sun, label="sun")
plt.title("A day in June")
plt.xlabel("Hour")
plt.ylabel("Degrees Celsius")
plt.legend()
plt.show()
