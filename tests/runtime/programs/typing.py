"""Type hints: read by people and tools, kept by Python, not enforced."""

from typing import Generic, Literal, NamedTuple, Protocol, TypedDict, TypeVar, get_type_hints

T = TypeVar("T")


class Stack(Generic[T]):
    def __init__(self) -> None:
        self.items: list[T] = []

    def push(self, item: T) -> None:
        self.items.append(item)


class Point(NamedTuple):
    x: int
    y: int = 0


class Movie(TypedDict):
    title: str
    year: int


class Speaks(Protocol):
    def speak(self) -> str: ...


def area(width: float, height: float | None = None) -> float:
    return width * (width if height is None else height)


def first[Item](items: list[Item]) -> Item:
    return items[0]


type Pair = tuple[int, int]
mode: Literal["r", "w"] = "r"
stack = Stack[int]()
stack.push(3)
movie: Movie = {"title": "Alien", "year": 1979}
print(get_type_hints(area)["return"], area(3), area(2, 4), stack.items)
print(Point(3), Point(3)._asdict(), movie["year"], first(["a", "b"]), Pair.__value__, mode)
print(area("x" * 2, 2))

# Prints:
# <class 'float'> 9 8 [3]
# Point(x=3, y=0) {'x': 3, 'y': 0} 1979 a tuple[int, int] r
# xxxx
