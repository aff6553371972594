"""An INI file, written and read again."""

import configparser

config = configparser.ConfigParser()
config["DEFAULT"] = {"volume": "7"}
config["game"] = {"level": "3", "sound": "yes"}
with open("game.ini", "w") as file:
    config.write(file)
again = configparser.ConfigParser()
again.read("game.ini")
game = again["game"]
print(again.sections(), game.getint("level") + 1, game.getboolean("sound"), game["volume"])

# Files: game.ini
# Prints:
# ['game'] 4 True 7
