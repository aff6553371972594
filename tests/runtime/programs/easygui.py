"""A question in a window."""

import easygui

name = easygui.enterbox("What is your name?")
easygui.msgbox(f"Hello {name}")

# Ends: Failed
# Explains:
# easygui cannot be used here
# Line 3 of main.py
# It opens windows, which needs a desktop.
# Try this: To draw, use turtle, matplotlib or Pillow. To talk to people, use input() and print().
