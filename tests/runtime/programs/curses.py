"""A menu on a terminal."""

import curses

curses.wrapper(lambda screen: screen.addstr(0, 0, "Hello"))

# Ends: Failed
# Says:
# curses
