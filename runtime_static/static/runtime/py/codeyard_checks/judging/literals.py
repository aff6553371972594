"""Reads what a teacher wrote as an expected value. Nothing is evaluated: the text becomes a tagged value."""

import ast
import operator
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import Any

from codeyard_checks.judging.problems import Problem
from codeyard_checks.values.encoding import encode

LENGTH = 100_000
OPERATORS: dict[type, Callable[[Any, Any], Any]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}
SIGNS: dict[type, Callable[[Any], Any]] = {ast.USub: operator.neg, ast.UAdd: operator.pos}
CALLS: dict[str, Callable[..., Any]] = {
    "set": set,
    "frozenset": frozenset,
    "range": range,
    "Decimal": Decimal,
    "Fraction": Fraction,
    "date": date,
    "time": time,
    "datetime": datetime,
    "timedelta": timedelta,
    "complex": complex,
    "float": float,
}
NAMES = {"inf": float("inf"), "nan": float("nan")}


def tagged(text: str) -> dict[str, Any]:
    """The tagged value of a literal. Raises Problem with a sentence that says what cannot be read."""
    if len(text) > LENGTH:
        raise Problem("The expected value is too long.")
    try:
        body = ast.parse(text.strip(), mode="eval").body
        if _is_call(body, "array"):
            return _array(body.args[0])  # type: ignore[attr-defined]
        return encode(_value(body))
    except (
        SyntaxError,
        ValueError,
        TypeError,
        ArithmeticError,
        InvalidOperation,
        KeyError,
        IndexError,
    ) as error:
        raise Problem(
            f"“{_short(text)}” is no value that can be written down, such as 12 or [1, 2]."
        ) from error
    except (RecursionError, MemoryError) as error:
        raise Problem(f"“{_short(text)}” is nested too deeply.") from error


def _short(text: str) -> str:
    return text if len(text) <= 80 else f"{text[:79]}…"


def _is_call(node: ast.expr, name: str) -> bool:
    return (
        isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute) and _name(node) == name
    )


def _name(node: ast.Call) -> str:
    """`date` of `date(…)` and of `datetime.date(…)`."""
    if isinstance(node.func, ast.Name):
        return node.func.id
    if isinstance(node.func, ast.Attribute):
        return node.func.attr
    raise ValueError("this cannot be called")


def _value(node: ast.expr) -> Any:
    match node:
        case ast.Constant(value=value) if value is not ...:
            return value
        case ast.List(elts=items):
            return [_value(item) for item in items]
        case ast.Tuple(elts=items):
            return tuple(_value(item) for item in items)
        case ast.Set(elts=items):
            return {_value(item) for item in items}
        case ast.Dict(keys=keys, values=values) if None not in keys:
            return {_value(key): _value(item) for key, item in zip(keys, values, strict=True) if key}
    return _computed(node)


def _computed(node: ast.expr) -> Any:
    match node:
        case ast.Name(id=name):
            return NAMES[name]
        case ast.Attribute(attr=name) if name in NAMES:
            return NAMES[name]
        case ast.UnaryOp(op=sign, operand=operand):
            return SIGNS[type(sign)](_number(operand))
        case ast.BinOp(left=left, op=sign, right=right):
            return OPERATORS[type(sign)](_number(left), _number(right))
        case ast.Call(args=arguments, keywords=options):
            if any(isinstance(argument, ast.Call) for argument in arguments):
                raise ValueError("calls inside of calls are not read")
            values = {option.arg: _value(option.value) for option in options if option.arg}
            return CALLS[_name(node)](*(_value(argument) for argument in arguments), **values)
    raise ValueError("this is no literal")


def _number(node: ast.expr) -> Any:
    value = _value(node)
    if isinstance(value, bool) or not isinstance(value, int | float | complex | Decimal | Fraction):
        raise ValueError("this is no number")
    return value


def _array(node: ast.expr) -> dict[str, Any]:
    items, shape = _flat(_value(node))
    return {"t": "array", "v": [encode(item) for item in items], "shape": shape}


def _flat(value: Any) -> tuple[list[Any], list[int]]:
    if not isinstance(value, list | tuple):
        return [value], []
    rows = [_flat(item) for item in value]
    inner = rows[0][1] if rows else []
    if any(shape != inner for _, shape in rows):
        raise ValueError("the rows of the array differ in length")
    return [item for items, _ in rows for item in items], [len(value), *inner]
