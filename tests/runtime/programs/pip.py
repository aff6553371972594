"""Installing a package out of a program."""

import pip

pip.main(["install", "cowsay"])

# Ends: Failed
# Explains:
# pip cannot be used here
# Line 3 of main.py
# Packages need no installing here.
# Try this: Write import and the name; further packages go into a file requirements.txt, one name a line.
