"""A cache for slow functions, reduce, partial and ordering."""

from functools import cache, lru_cache, partial, reduce, singledispatch, total_ordering


@lru_cache(maxsize=None)
def fibonacci(n):
    return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)


@cache
def paths(rows, columns):
    return 1 if 0 in (rows, columns) else paths(rows - 1, columns) + paths(rows, columns - 1)


@total_ordering
class Card:
    def __init__(self, value):
        self.value = value

    def __eq__(self, other):
        return self.value == other.value

    def __lt__(self, other):
        return self.value < other.value


@singledispatch
def describe(thing):
    return "a thing"


@describe.register
def _(thing: int):
    return "a whole number"


print(fibonacci(90), fibonacci.cache_info().hits, paths(16, 16))
print(reduce(lambda a, b: a * b, range(1, 11)), partial(int, base=2)("1011"))
print(Card(3) >= Card(2), Card(3) <= Card(2), describe(1), describe("x"))

# Prints:
# 2880067194370816120 88 601080390
# 3628800 11
# True False a whole number a thing
