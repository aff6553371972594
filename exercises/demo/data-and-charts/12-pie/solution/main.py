import matplotlib.pyplot as plt

names = ["sleep", "school", "meals", "sports"]
hours = [9, 6, 2, 1.5]

names.append("free time")
hours.append(24 - sum(hours))

plt.pie(hours, labels=names)
plt.title("My day")
plt.show()
