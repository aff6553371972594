"""Waiting for one key, as on Windows."""

import msvcrt

print("Press any key")
print("You pressed", msvcrt.getch().decode())

# Ends: Failed
# Explains:
# msvcrt cannot be used here
# Line 3 of main.py
# It belongs to Windows, and this is a browser.
# Try this: Use input() to wait for a line, or turtle for single keys.
