# Fails: The report about forest.txt
from collections import Counter

with open("forest.txt", encoding="utf-8") as file:
    words = file.read().lower().split()
print("Words:", len(words))
print(f"Average length: {sum(map(len, words)) / len(words):.1f}")
print("Most frequent:", Counter(words).most_common(1)[0][0])
