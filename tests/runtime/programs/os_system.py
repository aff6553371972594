"""Clearing the console works; a command for a shell does not, for there is none."""

import os

print("before")
os.system("clear")
print("after", os.path.join("notes", "monday.txt"), os.path.exists("main.py"))
os.system("dir")

# Ends: Failed
# Says:
# after notes/monday.txt True
# no shell
