# With axes as an object, the sun first, and colours.
import matplotlib.pyplot as plt

hours = [8, 10, 12, 14, 16, 18]
figure, axes = plt.subplots(figsize=(8, 4))
axes.plot(hours, [16, 22, 29, 33, 30, 20], "o--", color="orange", label="sun")
axes.plot(hours, [14, 17, 21, 23, 22, 18], color="green", label="shade")
axes.set(title="A day in June", xlabel="Hour", ylabel="Degrees Celsius")
axes.grid()
axes.legend()
plt.show()
