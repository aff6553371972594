"""Whether two tagged values are the same. Runs in the judge, on data that a student may have made up."""

import math
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import Any

Tagged = dict[str, Any]
NUMBERS = ("int", "float", "decimal", "fraction", "complex")
FAMILIES = {"frozenset": "set", "bytearray": "bytes"}
RELATIVE = 1e-9  # what the last digits of a float may differ by, however large it is
EXPONENT = 5_000  # of a decimal; writing out larger ones takes long
GREEDY = 200  # items of a set that are paired by nearness


def same(expected: Any, got: Any, tolerance: float | None = None, exact_type: bool = False) -> bool:
    """Whether `got` is the value that was expected.

    Numbers may differ by `tolerance`; 3 equals 3.0 and a set a frozen set, unless `exact_type`. NaN equals NaN; what
    was cut, and what has not the shape of a value, equals nothing.
    """
    return _Comparison(tolerance, exact_type).same(expected, got)


def number(value: Tagged) -> Any:
    """The number that a tagged value stands for. Raises ValueError, TypeError, KeyError, ArithmeticError."""
    content = value["v"]
    match value["t"]:
        case "int":
            return int(content, 16) if "0x" in content[:3] else int(content)
        case "float":
            return float(content)
        case "decimal":
            return Decimal(content)
        case "fraction":
            return Fraction(int(content[0], 0), int(content[1], 0))
        case "complex":
            return complex(float(content[0]), float(content[1]))
    raise ValueError("this is no number")


class _Comparison:
    def __init__(self, tolerance: float | None, exact_type: bool) -> None:
        self.tolerance = tolerance
        self.exact_type = exact_type

    def same(self, expected: Any, got: Any) -> bool:
        if not isinstance(expected, dict) or not isinstance(got, dict):
            return False
        tags = (expected.get("t"), got.get("t"))
        if "cut" in tags or not all(isinstance(tag, str) for tag in tags):
            return False
        if self.exact_type and (tags[0] != tags[1] or expected.get("class") != got.get("class")):
            return False
        if tags[0] in NUMBERS and tags[1] in NUMBERS:
            return self.same_number(expected, got)
        family, other = (FAMILIES.get(str(tag), str(tag)) for tag in tags)
        return family == other and self.same_content(family, expected, got)

    def same_content(self, family: str, expected: Tagged, got: Tagged) -> bool:
        match family:
            case "list" | "tuple":
                return self.same_items(expected.get("v"), got.get("v"))
            case "set":
                return self.same_set(expected.get("v"), got.get("v"))
            case "dict":
                return self.same_dict(expected.get("v"), got.get("v"))
            case "array":
                shapes = expected.get("shape"), got.get("shape")
                return shapes[0] == shapes[1] and self.same_items(expected.get("v"), got.get("v"))
            case "table":
                return self.same_table(expected, got)
            case "object":
                return _same_object(expected, got)
            case "range":
                return _range(expected) == _range(got)
        return bool(expected.get("v") == got.get("v")) and type(expected.get("v")) is type(got.get("v"))

    def same_number(self, expected: Tagged, got: Tagged) -> bool:
        try:
            return self.near(number(expected), number(got), "float" in (expected["t"], got["t"]))
        except (ValueError, TypeError, KeyError, IndexError, ArithmeticError, InvalidOperation):
            return False

    def near(self, expected: Any, got: Any, inexact: bool) -> bool:
        if expected != expected or got != got:
            return bool(expected != expected and got != got)
        if expected == got:
            return True
        if self.tolerance is None:
            return False
        if isinstance(expected, complex) or isinstance(got, complex):
            one, other = complex(expected), complex(got)
            return self.near(one.real, other.real, True) and self.near(one.imag, other.imag, True)
        if any(isinstance(one, float | Decimal) and math.isinf(one) for one in (expected, got)):
            return False
        if any(isinstance(one, Decimal) and abs(one.adjusted()) > EXPONENT for one in (expected, got)):
            return False
        first, second = Fraction(expected), Fraction(got)
        slack = Fraction(self.tolerance)
        if inexact:
            slack = max(slack, Fraction(RELATIVE) * max(abs(first), abs(second)))
        return abs(first - second) <= slack

    def same_items(self, expected: Any, got: Any) -> bool:
        if not isinstance(expected, list) or not isinstance(got, list) or len(expected) != len(got):
            return False
        return all(self.same(one, other) for one, other in zip(expected, got, strict=True))

    def same_set(self, expected: Any, got: Any) -> bool:
        if not isinstance(expected, list) or not isinstance(got, list) or len(expected) != len(got):
            return False
        theirs = {key(item): item for item in got}
        missing = [item for item in expected if not self.same(item, theirs.pop(key(item), None))]
        left = list(theirs.values())
        if len(missing) != len(left) or len(missing) > GREEDY:
            return False
        return all(self._take(item, left) for item in missing)

    def _take(self, item: Tagged, left: list[Tagged]) -> bool:
        for position, other in enumerate(left):
            if self.same(item, other):
                del left[position]
                return True
        return False

    def same_dict(self, expected: Any, got: Any) -> bool:
        if not _are_pairs(expected) or not _are_pairs(got) or len(expected) != len(got):
            return False
        theirs = {key(name): (name, item) for name, item in got}
        for name, item in expected:
            found = theirs.get(key(name))
            if found is None or not self.same(name, found[0]) or not self.same(item, found[1]):
                return False
        return len(theirs) == len(expected)

    def same_table(self, expected: Tagged, got: Tagged) -> bool:
        rows, theirs = expected.get("rows"), got.get("rows")
        if not isinstance(rows, list) or not isinstance(theirs, list) or len(rows) != len(theirs):
            return False
        heads = all(self.same_items(expected.get(part), got.get(part)) for part in ("columns", "index"))
        return heads and all(self.same_items(one, other) for one, other in zip(rows, theirs, strict=True))


def key(value: Any) -> str:
    """A text that is the same for values that Python's dictionaries take for the same key."""
    if not isinstance(value, dict):
        return "?"
    tag = value.get("t")
    if tag in NUMBERS:
        try:
            plain = number(value)
            return "nan" if plain != plain else f"number {hash(plain)}"
        except (ValueError, TypeError, KeyError, IndexError, ArithmeticError):
            return "?"
    content = value.get("v", value.get("text"))
    if tag == "tuple" and isinstance(content, list):
        return f"tuple({','.join(key(item) for item in content)})"
    if tag in ("set", "frozenset") and isinstance(content, list):
        return f"set({','.join(sorted(key(item) for item in content))})"
    return f"{tag} {content!r}"


def can_be_compared(value: Any) -> bool:
    """Whether the value, and all in it, is data that another run can give again; a generator, for one, is not."""
    if isinstance(value, list):
        return all(can_be_compared(item) for item in value)
    if not isinstance(value, dict):
        return True
    if value.get("t") == "object" and " at 0x" in str(value.get("text")):
        return False
    return value.get("t") != "cut" and all(can_be_compared(part) for part in value.values())


def _same_object(expected: Tagged, got: Tagged) -> bool:
    if " at 0x" in str(expected.get("text")):
        return False
    return all(expected.get(part) == got.get(part) for part in ("class", "text"))


def _range(value: Tagged) -> range | None:
    try:
        start, stop, step = (int(part, 0) for part in value["v"])
        return range(start, stop, step)
    except (ValueError, TypeError, KeyError):
        return None


def _are_pairs(pairs: Any) -> bool:
    return isinstance(pairs, list) and all(isinstance(pair, list) and len(pair) == 2 for pair in pairs)
