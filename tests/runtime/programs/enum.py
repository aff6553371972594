"""Traffic lights and permissions."""

from enum import Enum, Flag, IntEnum, StrEnum, auto


class Light(Enum):
    RED = 1
    AMBER = 2
    GREEN = 3

    def next(self):
        order = list(Light)
        return order[(order.index(self) + 1) % len(order)]


class May(Flag):
    READ = auto()
    WRITE = auto()
    ALL = READ | WRITE


class Suit(StrEnum):
    HEARTS = auto()


class Rank(IntEnum):
    LOW = 1
    HIGH = 9


print(Light.RED.next(), Light.GREEN.next().name, Light(2), Light["RED"].value)
print(May.WRITE in May.ALL, May.READ in May.WRITE, Suit.HEARTS == "hearts", Rank.LOW < Rank.HIGH)
try:
    Light(7)
except ValueError as error:
    print(error)

# Prints:
# Light.AMBER RED Light.AMBER 1
# True False True True
# 7 is not a valid Light
