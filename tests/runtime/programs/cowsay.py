"""A cow that talks."""

import cowsay

cowsay.cow("Moo")

# Says:
# | Moo |
# ^__^
