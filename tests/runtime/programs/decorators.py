"""A decorator that counts calls, one with an argument, and one for a class."""

from functools import wraps


def counted(function):
    @wraps(function)
    def wrapper(*args):
        wrapper.calls += 1
        return function(*args)

    wrapper.calls = 0
    return wrapper


def repeat(times):
    def decorate(function):
        @wraps(function)
        def wrapper(*args):
            for _ in range(times):
                function(*args)

        return wrapper

    return decorate


def registered(cls):
    shapes[cls.__name__] = cls
    return cls


shapes = {}


@counted
def fibonacci(n):
    """The nth Fibonacci number."""
    return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)


@repeat(3)
def cheer(team):
    print("Go", team)


@registered
class Circle:
    pass


print(fibonacci(10), "in", fibonacci.calls, "calls:", fibonacci.__doc__)
cheer("red")
print(list(shapes))

# Prints:
# 55 in 177 calls: The nth Fibonacci number.
# Go red
# Go red
# Go red
# ['Circle']
