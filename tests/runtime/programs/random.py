"""Dice, cards and a repeatable experiment."""

import random

random.seed(2024)
first = [random.randint(1, 6) for _ in range(10)]
random.seed(2024)
print("Same seed, same dice:", first == [random.randint(1, 6) for _ in range(10)])
print("All between 1 and 6:", all(1 <= roll <= 6 for roll in first))

rolls = [random.randint(1, 6) for _ in range(6000)]
print("Each face about 1000 times:", all(850 < rolls.count(face) < 1150 for face in range(1, 7)))

cards = [f"{value}{suit}" for suit in "SHDC" for value in "23456789TJQKA"]
random.shuffle(cards)
hand = random.sample(cards, 5)
print(len(set(hand)), len(cards), random.choice("abc") in "abc", 0 <= random.random() < 1)
print(len(random.choices(["win", "lose"], weights=[1, 9], k=20)), 1.5 <= random.uniform(1.5, 2) <= 2)

print("A new program is not seeded:", random.Random().random() != random.Random().random())

# Prints:
# Same seed, same dice: True
# All between 1 and 6: True
# Each face about 1000 times: True
# 5 52 True True
# 20 True
# A new program is not seeded: True
