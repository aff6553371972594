"""A cell of a notebook, copied into a program."""

from IPython.display import display

display({"a": 1})

# Ends: Failed
# Explains:
# IPython cannot be used here
# Line 3 of main.py
# It belongs to notebooks, and this is a program.
# Try this: Use print(), and plt.show() for charts.
