"""Reading what a command prints."""

import os

print(os.popen("date").read())

# Ends: Failed
# Explains:
# os.popen does not work in a browser
# Line 5 of main.py
# There is no shell in a browser that could run a command.
# Try this: Use os and pathlib for files and folders. os.system('clear') does clear the console.
