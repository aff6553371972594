"""Installing a package out of a program."""

import pip

pip.main(["install", "cowsay"])

# Ends: Failed
# Says:
# pip
