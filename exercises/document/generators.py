"""How random inputs are described: `list(int(0, 9), 1, 5)`. Checked here, made by the engine."""

import ast
import math
from typing import Any

from exercises.document.python_text import parse_expression, shortened
from exercises.document.shapes import FaultError

MOST_ITEMS = 200
# Name → how many generators stand in front (None: any number).
_INNER: dict[str, int | None] = {
    "int": 0, "float": 0, "bool": 0, "choice": 0, "text": 0, "list": 1, "set": 1, "dict": 2, "none_or": 1,
    "tuple": None,
}  # fmt: skip


def generator(text: str) -> str:
    """The generator as written, without white space around it. Raises FaultError when it is none."""
    try:
        _check(parse_expression(text).body)
    except RecursionError:
        raise FaultError("This is nested too deep.") from None
    return text.strip()


def _check(node: ast.expr) -> None:
    written = shortened(ast.unparse(node))
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name) or node.keywords:
        raise FaultError(f"“{written}” is no random input; write one such as int(1, 10).")
    name = node.func.id
    if name not in _INNER:
        raise FaultError(f"There is no random input called “{name}”; there are {', '.join(_INNER)}.")
    fewest = _INNER[name]
    inner = node.args if fewest is None else node.args[:fewest]
    for argument in inner:
        _check(argument)
    plain = [_value(argument, written) for argument in node.args[len(inner) :]]
    if (fewest is not None and len(inner) < fewest) or not _fits(name, plain):
        raise FaultError(f"“{written}” is not right: write {_FORMS[name]}.")


def _value(node: ast.expr, written: str) -> Any:
    try:
        return ast.literal_eval(node)
    except (ValueError, TypeError, SyntaxError, RecursionError, MemoryError):
        raise FaultError(f"“{written}” must hold plain values.") from None


def _fits(name: str, values: list[Any]) -> bool:
    if name == "int":
        return len(values) == 2 and all(type(value) is int for value in values) and values[0] <= values[1]
    if name == "float":
        numbers = all(type(value) in (int, float) and math.isfinite(value) for value in values)
        return len(values) == 2 and numbers and values[0] <= values[1]
    if name == "choice":
        return bool(values)
    if name == "text":
        letters = values[2:]
        return (
            _are_bounds(name, values[:2])
            and len(values) <= 3
            and all(isinstance(some, str) and some for some in letters)
        )
    return _are_bounds(name, values) if name in ("list", "set", "dict") else not values


def _are_bounds(name: str, values: list[Any]) -> bool:
    """Whether these are the fewest and the most, of which each may be left out from the end."""
    if len(values) > 2 or not all(type(value) is int for value in values):
        return False
    fewest = values[0] if values else 0
    most = values[1] if len(values) == 2 else _USUAL[name]
    return 0 <= fewest <= most <= MOST_ITEMS


_USUAL = {"text": 10, "list": 8, "set": 8, "dict": 6}
_FORMS = {
    "int": "int(low, high), the smaller number first",
    "float": "float(low, high), the smaller number first",
    "bool": "bool()",
    "choice": "choice(a, b, …)",
    "text": f'text(fewest, most, "letters"), with at most {MOST_ITEMS} letters',
    "list": f"list(INPUT, fewest, most), with at most {MOST_ITEMS} items",
    "set": f"set(INPUT, fewest, most), with at most {MOST_ITEMS} items",
    "dict": f"dict(INPUT, INPUT, fewest, most), with at most {MOST_ITEMS} items",
    "tuple": "tuple(INPUT, …)",
    "none_or": "none_or(INPUT)",
}
