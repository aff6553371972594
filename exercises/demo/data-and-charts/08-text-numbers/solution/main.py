from collections import Counter

with open("forest.txt", encoding="utf-8") as file:
    text = file.read()

words = [word.strip(".,;:!?") for word in text.lower().split()]
average = sum(len(word) for word in words) / len(words)
[(most_frequent, _)] = Counter(words).most_common(1)

print("Words:", len(words))
print(f"Average length: {average:.1f}")
print("Most frequent:", most_frequent)
