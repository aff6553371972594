"""A window with a button."""

import tkinter

window = tkinter.Tk()
tkinter.Button(window, text="Hello").pack()
window.mainloop()

# Ends: Failed
# Explains:
# tkinter cannot be used here
# Line 3 of main.py
# It opens windows, which needs a desktop.
# Try this: To draw, use turtle, matplotlib or Pillow. To talk to people, use input() and print().
