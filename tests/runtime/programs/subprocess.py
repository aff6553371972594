"""Starting another program."""

import subprocess

print(subprocess.run(["python", "other.py"], capture_output=True, text=True).stdout)

# Ends: Failed
# Explains:
# subprocess.run does not work in a browser
# Line 5 of main.py
# There are no other programs in a browser that could be started.
# Try this: Import the other file and call its functions; for files and folders, use os and pathlib.
