import turtle

# This is one side and one corner. A hexagon has six, and its corners are not square.
turtle.forward(100)
turtle.left(90)
