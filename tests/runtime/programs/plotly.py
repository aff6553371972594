"""A chart that can be turned with the mouse."""

import plotly.express as px

px.line(x=[1, 2, 3], y=[1, 4, 9]).show()

# Ends: Failed
# Explains:
# plotly cannot be used here
# Line 3 of main.py
# Its charts need a web page of their own.
# Try this: For charts, use matplotlib or seaborn.
