import matplotlib.pyplot as plt

names = ["sleep", "school", "meals", "sports"]
hours = [9, 6, 2, 1.5]

plt.pie(hours, labels=names)
plt.show()
