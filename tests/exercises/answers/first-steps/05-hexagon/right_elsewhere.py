# Begins elsewhere, turned, and goes round the other way.
from turtle import Turtle

pen = Turtle()
pen.penup()
pen.goto(-80, 40)
pen.setheading(17)
pen.pendown()
pen.color("blue")
for side in range(6):
    pen.right(360 / 6)
    pen.forward(100)
