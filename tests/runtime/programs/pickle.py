"""Saving a game, objects and all."""

import pickle


class Player:
    def __init__(self, name):
        self.name = name
        self.bag = {"gold": 3}


with open("game.pickle", "wb") as file:
    pickle.dump([Player("Ada"), {1, 2}], file)
with open("game.pickle", "rb") as file:
    player, numbers = pickle.load(file)
print(player.name, player.bag, numbers, type(player).__name__)

# Files: game.pickle
# Prints:
# Ada {'gold': 3} {1, 2} Player
