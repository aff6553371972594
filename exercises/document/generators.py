"""How random inputs are described: `list(int(0, 9), 1, 5)`. Read here, made by the engine."""

import ast

from exercises.document.python_text import parse_expression, shortened
from exercises.document.shapes import FaultError

# Name → how many generators it takes first (None: any number), and how many plain values after them.
_FORMS: dict[str, tuple[int | None, tuple[int, ...]]] = {
    "int": (0, (2,)),
    "float": (0, (2, 3)),
    "bool": (0, (0,)),
    "text": (0, (2, 3)),
    "list": (1, (2,)),
    "set": (1, (2,)),
    "dict": (2, (2,)),
    "tuple": (None, (0,)),
    "none_or": (1, (0,)),
}


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
    name, values = node.func.id, node.args
    if name == "choice":
        if not values:
            raise FaultError("choice(…) needs something to choose from.")
        _check_values(values, written)
        return
    if name not in _FORMS:
        raise FaultError(
            f"There is no random input called “{name}”; there are {', '.join(_FORMS)} and choice."
        )
    generators, plain = _FORMS[name]
    inner = len(values) if generators is None else generators
    if len(values) - inner not in plain or (generators is None and not values):
        raise FaultError(f"“{written}” has not the right number of values.")
    for value in values[:inner]:
        _check(value)
    _check_values(values[inner:], written)


def _check_values(values: list[ast.expr], written: str) -> None:
    for value in values:
        try:
            ast.literal_eval(value)
        except (ValueError, TypeError, SyntaxError, RecursionError, MemoryError):
            raise FaultError(f"“{written}” must hold plain values.") from None
