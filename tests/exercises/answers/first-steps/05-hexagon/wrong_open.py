# Fails: The shape is a hexagon
# Fails: The line is closed
import turtle

for _ in range(5):
    turtle.forward(100)
    turtle.left(60)
