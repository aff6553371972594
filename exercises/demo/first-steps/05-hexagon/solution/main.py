import turtle

for _ in range(6):
    turtle.forward(100)
    turtle.left(60)
