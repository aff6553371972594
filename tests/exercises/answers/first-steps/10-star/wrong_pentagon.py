# Fails: The shape is a star
import turtle

turtle.color("gold")
turtle.begin_fill()
for _ in range(5):
    turtle.forward(150)
    turtle.right(72)
turtle.end_fill()
