# A function that calls itself is recursive. Each one here has two parts:
# a simple case that it can answer at once, and a step that makes the problem smaller.


def countdown(number):
    if number == 0:  # the simple case
        print("Lift-off!")
        return
    print(number)
    countdown(number - 1)  # the same problem, one smaller


def factorial(number):
    """4! = 4 × 3 × 2 × 1: in how many ways four people can stand in a row."""
    if number == 0:
        return 1
    return number * factorial(number - 1)


def hanoi(discs, start, goal, spare):
    """Move a tower of discs, never a larger one onto a smaller one. Gives the number of moves."""
    if discs == 0:
        return 0
    before = hanoi(discs - 1, start, spare, goal)  # clear the way
    print(f"  disc {discs}: {start} → {goal}")
    after = hanoi(discs - 1, spare, goal, start)  # put the rest on top
    return before + 1 + after


def triangle(rows):
    """A triangle made of three half as large ones; gives a list of lines."""
    if rows == 1:
        return ["▲"]
    small = triangle(rows // 2)
    margin = " " * (rows // 2)
    top = [margin + line + margin for line in small]
    bottom = [line + " " + line for line in small]
    return top + bottom


countdown(3)

print("\nTen people can stand in a row in", factorial(10), "ways.")

print("\nThe towers of Hanoi with three discs:")
print("That took", hanoi(3, "left", "right", "middle"), "moves.")

print("\nSierpinski's triangle:")
for line in triangle(16):
    print(line)
