"""A quiz: three questions, and a mark."""

name = input("What is your name? ")
print(f"Hello, {name}!")
points = 0
for a, b in [(3, 4), (7, 8)]:
    answer = int(input(f"{a} x {b} = "))
    if answer == a * b:
        print("Right")
        points += 1
    else:
        print(f"No, it is {a * b}.")
print(f"{name}, you have {points} of 2 points.")

# Answers: Ada, 12, 54
# Prints:
# What is your name? Ada
# Hello, Ada!
# 3 x 4 = 12
# Right
# 7 x 8 = 54
# No, it is 56.
# Ada, you have 1 of 2 points.
