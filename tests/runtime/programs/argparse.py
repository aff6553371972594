"""Options of a command, tried with lists of words."""

import argparse

parser = argparse.ArgumentParser(prog="greet", description="Greets people.")
parser.add_argument("name")
parser.add_argument("-n", "--times", type=int, default=1, help="how often")
parser.add_argument("--loud", action="store_true")
for words in (["Ada"], ["Alan", "--times", "2", "--loud"]):
    options = parser.parse_args(words)
    text = f"Hello {options.name}" * options.times
    print(text.upper() if options.loud else text)
print(parser.format_usage().strip())
parser.parse_args(["Ada", "-n", "many"])

# Says:
# Hello Ada
# HELLO ALANHELLO ALAN
# usage: greet [-h] [-n TIMES] [--loud] name
# error: argument -n/--times: invalid int value: 'many'
