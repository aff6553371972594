# The computer thinks of a number, and you find it.

import random

HIGHEST = 100
TRIES = 7

secret = random.randint(1, HIGHEST)
print("I am thinking of a number from 1 to", HIGHEST)

for attempt in range(1, TRIES + 1):
    guess = int(input(f"Guess {attempt} of {TRIES}: "))

    if guess == secret:
        print("Yes! You needed", attempt, "guesses.")
        break  # leave the loop: the game is over
    elif guess < secret:
        print("My number is higher.")
    else:
        print("My number is lower.")
else:
    # A loop can have an else, too. It runs when nothing broke out of the loop.
    print("No guesses left.")

print("The number was", secret)
