"""One of the drawings that come with Python, drawn at once."""

import turtle
from turtledemo import yinyang

turtle.tracer(False)
print(yinyang.main())

# Pictures: Turtle
# Says:
# Done!
