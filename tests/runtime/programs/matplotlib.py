"""A line, bars and a pie; one shown, one saved, one left open at the end."""

import matplotlib.pyplot as plt

plt.plot([1, 2, 3, 4], [1, 4, 9, 16], "o-", label="squares")
plt.title("Growth")
plt.xlabel("n")
plt.legend()
plt.show()
print("shown")

figure, (left, right) = plt.subplots(1, 2, figsize=(8, 3))
left.bar(["Ada", "Alan"], [18, 20])
right.pie([3, 1], labels=["yes", "no"])
figure.savefig("chart.png")
plt.close(figure)

plt.figure()
plt.hist([1, 1, 2, 3, 5, 8], bins=4)

# Files: chart.png
# Pictures: Figure 1, Figure 2
# Says:
# shown
