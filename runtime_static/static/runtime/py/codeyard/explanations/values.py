"""Looking at the values of a program that failed, without running any of its code.

Only values of Python's own exact types are read: a class of the student's may do anything in `__repr__`, `__eq__`,
`__getattr__` or a property. What cannot be read safely is `UNKNOWN`.
"""

import ast
import builtins
import operator
from collections.abc import Callable
from inspect import getattr_static
from types import FrameType, GetSetDescriptorType, ModuleType
from typing import Any

UNKNOWN: Any = object()
PLAIN = (bool, int, float, complex, str, bytes, type(None))
SEQUENCES = (list, tuple, str, bytes, range)
SIZED = (*SEQUENCES, dict, set, frozenset)
KEYS_READ = 2_000
BITS_READ = 200
OPERATORS: dict[type[ast.operator], Callable[[Any, Any], Any]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.FloorDiv: operator.floordiv,
    ast.Mod: operator.mod,
}


def variables(frame: FrameType) -> dict[str, Any]:
    """The local names of a frame. A class body may have a namespace of the student's own making: then none."""
    found = frame.f_locals
    if type(found) is dict:
        return found
    return dict(found) if type(found).__name__ == "FrameLocalsProxy" else {}


def lookup(frame: FrameType, name: str) -> Any:
    """The value that a name has in a frame: local, global or built in."""
    for names in (variables(frame), frame.f_globals, vars(builtins)):
        if name in names:
            return names[name]
    return UNKNOWN


def evaluate(frame: FrameType, node: ast.AST | None) -> Any:
    """The value of a simple expression, as it is after the error."""
    if isinstance(node, ast.Constant):
        return node.value
    if isinstance(node, ast.Name):
        return lookup(frame, node.id)
    if isinstance(node, ast.Attribute):
        return attribute(evaluate(frame, node.value), node.attr)
    if isinstance(node, ast.Subscript):
        return item(evaluate(frame, node.value), evaluate(frame, node.slice))
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        value = evaluate(frame, node.operand)
        return -value if type(value) in (int, float) else UNKNOWN
    if isinstance(node, ast.BinOp):
        return _computed(node.op, evaluate(frame, node.left), evaluate(frame, node.right))
    if isinstance(node, ast.Call):
        return _length_called(frame, node)
    return UNKNOWN


def attribute(value: Any, name: str) -> Any:
    """What is stored under a name in an object, if that can be had without calling anything."""
    if value is UNKNOWN:
        return UNKNOWN
    found = getattr_static(value, name, UNKNOWN)
    return UNKNOWN if getattr_static(type(found), "__get__", UNKNOWN) is not UNKNOWN else found


def item(container: Any, key: Any) -> Any:
    """An item of a list, tuple, string or dictionary."""
    if type(container) in SEQUENCES and type(key) is int and -len(container) <= key < len(container):
        return container[key]
    if type(container) is dict and type(key) in PLAIN and has_plain_keys(container):
        return container.get(key, UNKNOWN)
    return UNKNOWN


def has_plain_keys(container: dict[Any, Any]) -> bool:
    """Whether all keys are numbers and strings, so that a look-up calls no code of the student's."""
    return len(container) <= KEYS_READ and all(type(key) in PLAIN for key in container)


def size(value: Any) -> int | None:
    """How many items it has, if it is one of Python's own containers."""
    return len(value) if type(value) in SIZED else None


def type_name(value: Any) -> str:
    """The name of a value's type; a class of the student's cannot lie about it in a way that harms."""
    name = type.__getattribute__(type(value), "__name__")
    return name if type(name) is str else "object"


def class_names(cls: type) -> list[str]:
    """The names that a class and those above it define, read past any metaclass."""
    bases = type.__getattribute__(cls, "__mro__")
    return [name for base in bases for name in type.__getattribute__(base, "__dict__") if type(name) is str]


def member_names(value: Any) -> list[str]:
    """What can stand behind a full stop after this value, as far as its class and its dictionary say."""
    names = class_names(type(value))
    stored = [
        type.__getattribute__(base, "__dict__").get("__dict__")
        for base in type.__getattribute__(type(value), "__mro__")
    ]
    kinds = {type(one) for one in stored if one is not None}
    if kinds == {GetSetDescriptorType} and not isinstance(value, type):
        names += [name for name in object.__getattribute__(value, "__dict__") if type(name) is str]
    return [name for name in names if not name.startswith("__")]


def is_own_module(value: Any, root: str) -> bool:
    """Whether this is a module made from a file of the project."""
    file = value.__dict__.get("__file__") if type(value) is ModuleType else None
    return type(file) is str and file.startswith(root)


def shown(value: Any, limit: int = 40) -> str:
    """A value in the way Python writes it, shortened; empty when that would run code of the student's."""
    if type(value) is int and value.bit_length() > BITS_READ:
        return "a very large number"
    if type(value) in PLAIN:
        text = repr(value[:limit] if isinstance(value, str | bytes) else value)
        longer = isinstance(value, str | bytes) and len(value) > limit
        return f"`{_in_backticks(text)}`{' …' if longer else ''}"
    if type(value) in (list, tuple, set, frozenset, dict) and not len(value):
        return f"`{value!r}`"
    if type(value) in (list, tuple) and len(value) <= 6 and all(type(one) in PLAIN for one in value):
        text = ", ".join(shown(one, 12).strip("`") for one in value)
        return f"`[{text}]`" if type(value) is list else f"`({text})`"
    return ""


def _in_backticks(text: str) -> str:
    return text.replace("`", "'")


def _computed(op: ast.operator, left: Any, right: Any) -> Any:
    if type(left) is not int or type(right) is not int or type(op) not in OPERATORS:
        return UNKNOWN
    if max(left.bit_length(), right.bit_length()) > BITS_READ:
        return UNKNOWN
    divides = isinstance(op, ast.FloorDiv | ast.Mod)
    return UNKNOWN if divides and right == 0 else OPERATORS[type(op)](left, right)


def _length_called(frame: FrameType, node: ast.Call) -> Any:
    """`len(…)` of a container; other functions are not called."""
    is_len = isinstance(node.func, ast.Name) and lookup(frame, node.func.id) is len
    if not is_len or len(node.args) != 1 or node.keywords:
        return UNKNOWN
    found = size(evaluate(frame, node.args[0]))
    return UNKNOWN if found is None else found
