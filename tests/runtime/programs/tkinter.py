"""A window with a button."""

import tkinter

window = tkinter.Tk()
tkinter.Button(window, text="Hello").pack()
window.mainloop()

# Ends: Failed
# Says:
# tkinter
