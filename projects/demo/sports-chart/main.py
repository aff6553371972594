# A chart says more than a list of numbers. The numbers stand in votes.py; this file draws them.

import matplotlib.pyplot as plt
from votes import votes

# sorted() puts the sports in order of their votes; the longest bar comes last and so stands on top.
sports = sorted(votes, key=votes.get)
numbers = [votes[sport] for sport in sports]

figure, axes = plt.subplots(figsize=(7, 4))
bars = axes.barh(sports, numbers, color="#2f6f5e")
axes.bar_label(bars, padding=4)
axes.set_title("What we play in our free time")
axes.set_xlabel("Votes")
axes.spines[["top", "right"]].set_visible(False)
figure.tight_layout()

plt.show()

total = sum(numbers)
favourite = sports[-1]
print(f"{total} people voted. {favourite} won with {votes[favourite] / total:.0%} of the votes.")
