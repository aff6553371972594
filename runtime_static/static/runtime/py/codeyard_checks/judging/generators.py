"""Random values: what a teacher writes as `list(int(0, 9), 1, 5)`, and how a value of it is made smaller."""

import ast
import math
import random
from collections.abc import Iterator
from typing import Any

from codeyard_checks.judging.problems import Problem

MOST_ITEMS = 200
LETTERS = "abcdefghijklmnopqrstuvwxyz"
EDGES = 8  # one value in so many is the smallest or the largest that there is
Draw = random.Random


class Generator:
    """Makes values. `size` goes from 0 to 1: small numbers and short lists come first."""

    def value(self, draw: Draw, size: float) -> Any:
        """A value."""
        raise NotImplementedError

    def smaller(self, value: Any) -> Iterator[Any]:
        """Simpler values that this generator could have made as well, the simplest first."""
        raise NotImplementedError


class Whole(Generator):
    """`int(low, high)`"""

    def __init__(self, low: int, high: int) -> None:
        if type(low) is not int or type(high) is not int or low > high:
            raise Problem("int(low, high) takes two whole numbers, the smaller one first.")
        self.low, self.high = low, high
        self.origin = min(max(0, low), high)

    def value(self, draw: Draw, size: float) -> int:
        if draw.randrange(EDGES) == 0 and size > 0.3:
            return draw.choice([self.low, self.high, self.origin])
        below = math.ceil((self.origin - self.low) * size)
        above = math.ceil((self.high - self.origin) * size)
        return draw.randint(self.origin - below, self.origin + above)

    def smaller(self, value: int) -> Iterator[int]:
        distance = value - self.origin
        tried = {value}
        while distance:
            candidate = value - distance
            if candidate not in tried:
                tried.add(candidate)
                yield candidate
            distance = int(distance / 2)
        if value < 0 and -value <= self.high:
            yield -value


class Decimal(Generator):
    """`float(low, high)`: with two digits after the point, so that people can read it."""

    def __init__(self, low: float, high: float) -> None:
        numbers = all(type(one) in (int, float) and math.isfinite(one) for one in (low, high))
        if not numbers or low > high:
            raise Problem("float(low, high) takes two numbers, the smaller one first.")
        self.low, self.high = float(low), float(high)
        self.origin = min(max(0.0, self.low), self.high)
        self.digits = 2 if self.high - self.low >= 1 or self.high == self.low else 6

    def value(self, draw: Draw, size: float) -> float:
        low = self.origin - (self.origin - self.low) * size
        high = self.origin + (self.high - self.origin) * size
        return self.inside(round(draw.uniform(low, high), self.digits)) + 0.0  # no -0.0

    def smaller(self, value: float) -> Iterator[float]:
        candidates = (self.origin, float(int(value)), float(int(value / 2)), round(value, 1) + 0.0)
        for candidate in dict.fromkeys(candidates):
            if self.low <= candidate <= self.high and _weight(candidate) < _weight(value):
                yield candidate

    def inside(self, value: float) -> float:
        return min(max(value, self.low), self.high)


class YesNo(Generator):
    """`bool()`"""

    def value(self, draw: Draw, size: float) -> bool:
        return draw.random() < 0.5

    def smaller(self, value: bool) -> Iterator[bool]:
        if value:
            yield False


class Choice(Generator):
    """`choice(a, b, …)` of literals."""

    def __init__(self, *choices: Any) -> None:
        if not choices:
            raise Problem("choice(a, b, …) takes the values to choose from.")
        self.choices = choices

    def value(self, draw: Draw, size: float) -> Any:
        return draw.choice(self.choices)

    def smaller(self, value: Any) -> Iterator[Any]:
        yield from self.choices[: self.choices.index(value)] if value in self.choices else ()


class Text(Generator):
    """`text(fewest, most, "letters")`"""

    def __init__(self, fewest: int = 0, most: int = 10, letters: str = LETTERS) -> None:
        if not isinstance(letters, str) or not letters:
            raise Problem('text(fewest, most, "letters") takes at least one letter.')
        self.fewest, self.most = _bounds("text", fewest, most)
        self.letters = letters

    def value(self, draw: Draw, size: float) -> str:
        return "".join(draw.choice(self.letters) for _ in range(_length(self, draw, size)))

    def smaller(self, value: str) -> Iterator[str]:
        yield from _shorter(value, self.fewest)
        for position, letter in enumerate(value):
            if letter != self.letters[0]:
                yield value[:position] + self.letters[0] + value[position + 1 :]


class Items(Generator):
    """`list(GENERATOR, fewest, most)`"""

    def __init__(self, item: Generator, fewest: int = 0, most: int = 8) -> None:
        self.item = _generator("list", item)
        self.fewest, self.most = _bounds("list", fewest, most)

    def value(self, draw: Draw, size: float) -> list[Any]:
        return [self.item.value(draw, size) for _ in range(_length(self, draw, size))]

    def smaller(self, value: list[Any]) -> Iterator[list[Any]]:
        yield from _shorter(value, self.fewest)
        for position, item in enumerate(value):
            for candidate in self.item.smaller(item):
                yield [*value[:position], candidate, *value[position + 1 :]]


class Pair(Generator):
    """`tuple(GENERATOR, …)`"""

    def __init__(self, *items: Generator) -> None:
        self.items = [_generator("tuple", item) for item in items]

    def value(self, draw: Draw, size: float) -> tuple[Any, ...]:
        return tuple(item.value(draw, size) for item in self.items)

    def smaller(self, value: tuple[Any, ...]) -> Iterator[tuple[Any, ...]]:
        for position, (generator, item) in enumerate(zip(self.items, value, strict=True)):
            for candidate in generator.smaller(item):
                yield (*value[:position], candidate, *value[position + 1 :])


class Several(Generator):
    """`set(GENERATOR, fewest, most)`"""

    def __init__(self, item: Generator, fewest: int = 0, most: int = 8) -> None:
        self.items = Items(_generator("set", item), fewest, most)

    def value(self, draw: Draw, size: float) -> set[Any]:
        found = set(_hashable(self.items.value(draw, size)))
        for _ in range(self.items.fewest * 20):
            if len(found) >= self.items.fewest:
                break
            found |= set(_hashable([self.items.item.value(draw, 1.0)]))
        return found

    def smaller(self, value: set[Any]) -> Iterator[set[Any]]:
        for candidate in self.items.smaller(_in_order(value)):
            if len(set(candidate)) >= self.items.fewest:
                yield set(candidate)


class Pairs(Generator):
    """`dict(GENERATOR, GENERATOR, fewest, most)`"""

    def __init__(self, name: Generator, item: Generator, fewest: int = 0, most: int = 6) -> None:
        self.names = Several(name, fewest, most)
        self.item = _generator("dict", item)

    def value(self, draw: Draw, size: float) -> dict[Any, Any]:
        return {name: self.item.value(draw, size) for name in _in_order(self.names.value(draw, size))}

    def smaller(self, value: dict[Any, Any]) -> Iterator[dict[Any, Any]]:
        for names in _shorter(list(value), self.names.items.fewest):
            yield {name: value[name] for name in names}
        for name, item in value.items():
            for candidate in self.item.smaller(item):
                yield {**value, name: candidate}


class Perhaps(Generator):
    """`none_or(GENERATOR)`"""

    def __init__(self, item: Generator) -> None:
        self.item = _generator("none_or", item)

    def value(self, draw: Draw, size: float) -> Any:
        return None if draw.randrange(6) == 0 else self.item.value(draw, size)

    def smaller(self, value: Any) -> Iterator[Any]:
        if value is not None:
            yield None
            yield from self.item.smaller(value)


GENERATORS: dict[str, type[Generator]] = {
    "int": Whole,
    "float": Decimal,
    "bool": YesNo,
    "choice": Choice,
    "text": Text,
    "list": Items,
    "tuple": Pair,
    "set": Several,
    "dict": Pairs,
    "none_or": Perhaps,
}


def generator(text: Any, name: str = "arguments") -> Generator:
    """The generator that a text describes. Raises Problem, which names the field."""
    if not isinstance(text, str):
        raise Problem(f"Each entry of the field “{name}” has to be text, such as int(0, 9).")
    try:
        return _read(ast.parse(text.strip(), mode="eval").body)
    except Problem as problem:
        raise Problem(f"“{text[:80]}” in the field “{name}”: {problem}") from problem
    except (SyntaxError, ValueError, TypeError, RecursionError, MemoryError) as error:
        raise Problem(
            f"“{text[:80]}” in the field “{name}” cannot be read; write for example int(0, 9)."
        ) from error


def source(value: Any) -> str:
    """The value as source text, always the same for the same value."""
    match value:
        case list():
            return f"[{', '.join(source(item) for item in value)}]"
        case tuple():
            return f"({', '.join(source(item) for item in value)}{',' if len(value) == 1 else ''})"
        case set():
            return f"{{{', '.join(sorted(source(item) for item in value))}}}" if value else "set()"
        case dict():
            return f"{{{', '.join(f'{source(name)}: {source(item)}' for name, item in value.items())}}}"
    return repr(value)


def read(text: str) -> Any:
    """The value that a source text stands for. Raises ValueError, SyntaxError."""
    return ast.literal_eval(text)


def line(value: Any) -> str:
    """The value as somebody would type it: text as it is, the items of a list with spaces between them."""
    if isinstance(value, list | tuple | set):
        return " ".join(line(item) for item in (_in_order(value) if isinstance(value, set) else value))
    return value if isinstance(value, str) else source(value)


def _read(node: ast.expr) -> Generator:
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name) or node.keywords:
        raise Problem("this is no generator; write for example int(0, 9).")
    kind = GENERATORS.get(node.func.id)
    if kind is None:
        raise Problem(f"{node.func.id[:30]}() is not known. It can be {', '.join(GENERATORS)}.")
    return kind(*(_argument(argument) for argument in node.args))


def _argument(node: ast.expr) -> Any:
    return _read(node) if isinstance(node, ast.Call) else ast.literal_eval(node)


def _generator(name: str, item: Any) -> Generator:
    if not isinstance(item, Generator):
        raise Problem(f"{name}() takes a generator, such as int(0, 9), in its brackets.")
    return item


def _bounds(name: str, fewest: Any, most: Any) -> tuple[int, int]:
    if type(fewest) is not int or type(most) is not int or not 0 <= fewest <= most <= MOST_ITEMS:
        raise Problem(f"{name}() takes how many at the fewest and at the most, from 0 to {MOST_ITEMS}.")
    return fewest, most


def _length(bounds: Any, draw: Draw, size: float) -> int:
    return draw.randint(bounds.fewest, bounds.fewest + round((bounds.most - bounds.fewest) * size))


def _shorter(value: Any, fewest: int) -> Iterator[Any]:
    """The value with less in it: the smallest allowed, halves, and each without one."""
    length = len(value)
    if length <= fewest:
        return
    yield value[:fewest]
    half = length // 2
    if half > fewest:
        yield value[:half]
        yield value[half:]
    for position in range(length):
        if length - 1 != fewest or position != length - 1:
            yield value[:position] + value[position + 1 :]


def _weight(number: float) -> tuple[int, float]:
    return len(repr(number)), abs(number)


def _hashable(items: list[Any]) -> list[Any]:
    return [tuple(item) if isinstance(item, list) else item for item in items]


def _in_order(items: Any) -> list[Any]:
    return sorted(items, key=source)
