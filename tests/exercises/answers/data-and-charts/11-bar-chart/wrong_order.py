# Fails: The bars are as high as the counts
import matplotlib.pyplot as plt

plt.bar(["zoo", "tower", "museum", "lake"], [6, 3, 5, 10])
plt.title("Where shall we go?")
plt.ylabel("Votes")
plt.show()
