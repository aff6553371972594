"""Shapes and a shopping list as data classes."""

from dataclasses import FrozenInstanceError, asdict, dataclass, field, replace


@dataclass(order=True)
class Item:
    price: float
    name: str = field(compare=False)
    tags: list[str] = field(default_factory=list, compare=False)


@dataclass(frozen=True)
class Rectangle:
    width: int
    height: int = 1

    @property
    def area(self):
        return self.width * self.height


pen, book = Item(1.5, "pen"), Item(9.0, "book", ["school"])
print(pen, pen < book, asdict(book))
box = Rectangle(3, 4)
print(box, box.area, box == Rectangle(3, 4), replace(box, height=2), len({box, Rectangle(3, 4)}))
try:
    box.width = 7
except FrozenInstanceError as error:
    print("FrozenInstanceError:", error)

# Prints:
# Item(price=1.5, name='pen', tags=[]) True {'price': 9.0, 'name': 'book', 'tags': ['school']}
# Rectangle(width=3, height=4) 12 True Rectangle(width=3, height=2) 1
# FrozenInstanceError: cannot assign to field 'width'
