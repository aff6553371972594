# Counts by hand, sorts with a key.
import matplotlib.pyplot as plt

votes = (
    "lake museum zoo lake lake tower zoo lake zoo museum lake tower museum lake zoo zoo lake "
    "museum lake zoo tower lake museum lake"
).split()
counts = {}
for vote in votes:
    counts[vote] = counts.get(vote, 0) + 1
names = sorted(counts, key=counts.get, reverse=True)
figure, axes = plt.subplots()
axes.bar(names, [counts[name] for name in names], color="teal", width=0.5)
axes.set_title("Where shall we go?")
axes.set_ylabel("votes")
plt.show()
