"""A large greeting."""

import pyfiglet

print(pyfiglet.figlet_format("Hi"))

# Prints:
#  _   _ _
# | | | (_)
# | |_| | |
# |  _  | |
# |_| |_|_|
