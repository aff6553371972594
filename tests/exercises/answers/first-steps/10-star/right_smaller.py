# A smaller star, drawn by a turtle of its own that goes the other way round.
import turtle

pen = turtle.Turtle()
pen.pencolor("gold")
pen.fillcolor("gold")
pen.begin_fill()
for _ in range(5):
    pen.forward(80)
    pen.left(144)
pen.end_fill()
