# Fails: It is filled with gold
import turtle

for _ in range(5):
    turtle.forward(200)
    turtle.right(144)
