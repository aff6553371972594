"""Values without what a class of the student's says about them, for tests that compare with `==`.

An object that claims to equal everything would pass any test. Where one side is plain data, so the other has to be.
"""

from collections.abc import Iterable
from typing import Any

ATOMS = (int, float, complex, str, bytes, bytearray)
CONTAINERS = (list, tuple, set, frozenset, dict)
DEPTH = 50
HEAP = 1 << 9  # the flag of types that were not made in C


class Foreign:
    """Stands for an object of the student's; equals itself alone."""

    def __init__(self, value: Any) -> None:
        self.name = type.__dict__["__qualname__"].__get__(type(value))

    def __repr__(self) -> str:
        return f"<an object of {self.name}>"


class Reader:
    """Knows the classes that were there before any student code."""

    def __init__(self) -> None:
        self.known = _all_classes(object, {})

    def pair(self, first: Any, second: Any) -> tuple[Any, Any]:
        """The two values as data, unless both hold objects of the student's, which may compare them as they like."""
        if self.is_data(first) or self.is_data(second):
            return self.data(first), self.data(second)
        return first, second

    def is_data(self, value: Any, depth: int = 0) -> bool:
        """Whether nothing in the value belongs to a class of the student's."""
        if depth > DEPTH or self.is_foreign(type(value)):
            return False
        return all(self.is_data(item, depth + 1) for item in _inside(value))

    def data(self, value: Any, depth: int = 0) -> Any:
        """The value with base data in place of instances of the student's classes."""
        kind = type(value)
        if depth > DEPTH:
            return Foreign(value)
        if self.is_foreign(kind):
            return self._base(value, depth)
        if kind in CONTAINERS and not self.is_data(value):
            return _rebuilt(value, kind, lambda item: self.data(item, depth + 1))
        return value

    def is_foreign(self, kind: type) -> bool:
        """Whether a class is newer than the reader, and not made in C as those of numpy are."""
        return id(kind) not in self.known and bool(type.__dict__["__flags__"].__get__(kind) & HEAP)

    def _base(self, value: Any, depth: int) -> Any:
        for kind in type.__dict__["__mro__"].__get__(type(value)):
            if kind in ATOMS:
                return _atom(value, kind)
            if kind in CONTAINERS:
                return _rebuilt(value, kind, lambda item: self.data(item, depth + 1))
        return Foreign(value)


def _all_classes(kind: type, found: dict[int, type]) -> dict[int, type]:
    waiting = [kind]
    while waiting:
        one = waiting.pop()
        if id(one) not in found:
            found[id(one)] = one
            waiting += type.__subclasses__(one)
    return found


def _inside(value: Any) -> Iterable[Any]:
    kind = type(value)
    if kind is dict:
        return [part for pair in dict.items(value) for part in pair]
    return kind.__iter__(value) if kind in CONTAINERS else ()  # type: ignore[attr-defined]


def _rebuilt(value: Any, kind: Any, convert: Any) -> Any:
    if kind is dict:
        return {convert(name): convert(item) for name, item in dict.items(value)}
    return kind([convert(item) for item in kind.__iter__(value)])


def _atom(value: Any, kind: Any) -> Any:
    if kind in (bytes, bytearray):
        return kind(kind.__getitem__(value, slice(None)))
    if kind is complex:
        return complex.__add__(value, 0j)
    return {int: int.__int__, float: float.__float__, str: str.__str__}[kind](value)
