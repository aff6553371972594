"""The settings of a game."""

import tomllib

settings = tomllib.loads("""
title = "Maze"
[player]
name = "Ada"
lives = 3
start = [1, 2.5]
born = 1815-12-10
""")
print(
    settings["title"],
    settings["player"]["lives"] + 1,
    settings["player"]["start"],
    settings["player"]["born"].year,
)
try:
    tomllib.loads("a = ")
except tomllib.TOMLDecodeError as error:
    print(error)

# Prints:
# Maze 4 [1, 2.5] 1815
# Invalid value (at end of document)
