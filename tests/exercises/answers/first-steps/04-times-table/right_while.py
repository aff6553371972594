# A while loop, and commas between the values.
number = int(input())
factor = 1
while factor <= 10:
    print(factor, "x", number, "=", factor * number)
    factor += 1
