"""A menu on a terminal."""

import curses

curses.wrapper(lambda screen: screen.addstr(0, 0, "Hello"))

# Ends: Failed
# Explains:
# curses cannot be used here
# Line 3 of main.py
# It needs a terminal that sends each key, and the console here sends whole lines.
# Try this: Use input() and print(), or turtle for keys.
