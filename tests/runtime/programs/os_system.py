"""Clearing the console works; a command for a shell does not, for there is none."""

import os

print("before")
os.system("clear")
print("after", os.path.join("notes", "monday.txt"), os.path.exists("main.py"))
os.system("dir")

# Ends: Failed
# Says:
# after notes/monday.txt True
# Explains:
# os.system does not work in a browser
# Line 8 of main.py
# There is no shell in a browser that could run a command.
# Try this: Use os and pathlib for files and folders. os.system('clear') does clear the console.
