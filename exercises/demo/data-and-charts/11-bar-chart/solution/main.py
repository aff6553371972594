from collections import Counter

import matplotlib.pyplot as plt

votes = """
lake museum zoo lake lake tower zoo lake zoo museum lake tower museum lake zoo zoo lake
museum lake zoo tower lake museum lake
""".split()

places = []
counts = []
for place, count in Counter(votes).most_common():
    places.append(place)
    counts.append(count)

plt.bar(places, counts)
plt.title("Where shall we go?")
plt.ylabel("Votes")
plt.show()
