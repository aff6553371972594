"""A square, a star and a name, drawn by a turtle."""

import turtle

pen = turtle.Turtle()
pen.speed(0)
pen.color("navy", "gold")
for _ in range(4):
    pen.forward(80)
    pen.left(90)
print(pen.distance(0, 0) < 0.001, pen.heading())
pen.begin_fill()
for _ in range(5):
    pen.forward(100)
    pen.right(144)
pen.end_fill()
pen.penup()
pen.goto(-60, -60)
pen.write("Ada")
print(round(pen.distance(0, 0), 2), pen.pencolor(), pen.isdown())

# Pictures: Turtle
# Says:
# True 0.0
# 84.85 navy False
