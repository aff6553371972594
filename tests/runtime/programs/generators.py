"""Primes without end, a class that can be looped over, and a pipeline."""


def primes():
    found = []
    number = 2
    while True:
        if all(number % prime for prime in found):
            found.append(number)
            yield number
        number += 1


class Countdown:
    def __init__(self, start):
        self.now = start

    def __iter__(self):
        return self

    def __next__(self):
        if self.now == 0:
            raise StopIteration
        self.now -= 1
        return self.now + 1


def average():
    total, count, mean = 0, 0, None
    while True:
        total += yield mean
        count += 1
        mean = total / count


def both():
    yield from "ab"
    yield from range(2)


source = primes()
print([next(source) for _ in range(10)])
print(list(Countdown(3)), list(both()))
print(sum(n * n for n in range(1_000_000)))
running = average()
next(running)
print(running.send(10), running.send(20))

# Prints:
# [2, 3, 5, 7, 11, 13, 17, 19, 23, 29]
# [3, 2, 1] ['a', 'b', 0, 1]
# 333332833333500000
# 10.0 15.0
