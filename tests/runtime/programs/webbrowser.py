"""A page to read on, at the end of a quiz."""

import webbrowser

shown = webbrowser.open("https://docs.python.org/3/")
print(shown)

# Prints:
# To see this page, open it in a new tab: https://docs.python.org/3/
# True
