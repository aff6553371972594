# Fails: The shape is a hexagon
import turtle

for _ in range(5):
    turtle.forward(100)
    turtle.left(72)
