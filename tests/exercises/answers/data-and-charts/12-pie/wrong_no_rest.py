# Fails: Five wedges
# Fails: The wedges are as large as the hours
import matplotlib.pyplot as plt

plt.pie([9, 6, 2, 1.5], labels=["sleep", "school", "meals", "sports"])
plt.title("My day")
plt.show()
