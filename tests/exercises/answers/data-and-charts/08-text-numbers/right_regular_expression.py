# Words by a regular expression, counting by hand.
import re

words = re.findall(r"[a-z]+", open("forest.txt", encoding="utf-8").read().lower())
best = max(set(words), key=words.count)
print(f"Words:   {len(words)}")
print("average length:", round(len("".join(words)) / len(words), 1))
print(f"Most frequent: {best}")
