import turtle

# Five lines with this turn make a pentagon. A star needs a larger turn, and colour.
for _ in range(5):
    turtle.forward(150)
    turtle.right(72)
