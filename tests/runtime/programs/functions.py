"""Default values, any number of arguments, lambda, scope and recursion."""


def greet(name, greeting="Hello"):
    return f"{greeting}, {name}!"


def total(*numbers, **options):
    result = sum(numbers)
    return round(result, options.get("digits", 2))


def factorial(n):
    return 1 if n == 0 else n * factorial(n - 1)


def hanoi(discs, start, goal, spare):
    if discs == 0:
        return 0
    return hanoi(discs - 1, start, spare, goal) + 1 + hanoi(discs - 1, spare, goal, start)


def make_counter():
    count = 0

    def step():
        nonlocal count
        count += 1
        return count

    return step


print(greet("Ada"), greet("Alan", greeting="Good morning"))
print(total(1.234, 2.345, digits=1))
print(sorted(["pear", "fig", "banana"], key=lambda word: len(word)))
print(factorial(30))
print(hanoi(10, "A", "C", "B"), "moves")
counter = make_counter()
print(counter(), counter(), counter())


def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)


print(depth(900))
try:
    depth(100_000)
except RecursionError as error:
    print("RecursionError:", error)

# Prints:
# Hello, Ada! Good morning, Alan!
# 3.6
# ['fig', 'pear', 'banana']
# 265252859812191058636308480000000
# 1023 moves
# 1 2 3
# 900
# RecursionError: maximum recursion depth exceeded
