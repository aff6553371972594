"""Writes a Python value down as tagged data. Runs in the student's interpreter.

Only what the built-in types themselves say is read (`list.__iter__`, not `iter`), so that a class of the student's is
its base's data whatever it overrides. The one exception is the text of an object of another class, its `repr`.
"""

import sys
from collections.abc import Callable, Iterable
from datetime import date, datetime, time, timedelta
from typing import Any

DEPTH = 50
ITEMS = 10_000
CHARACTERS = 200_000
NAME = 200  # characters of a class's name
HEX_FROM = 10_000  # bits; writing larger numbers in tens takes long, and Python refuses above 4,300 digits

Tagged = dict[str, Any]
Encoder = Callable[[Any, "Room"], Any]


class Room:
    """How much may still be written, and which containers are being written."""

    def __init__(self) -> None:
        self.items = ITEMS
        self.characters = CHARACTERS
        self.open: list[int] = []

    def take(self, characters: int) -> None:
        """Count what is written. Raises TooLarge."""
        self.items -= 1
        self.characters -= characters
        if self.items < 0 or self.characters < 0:
            raise TooLargeError


class TooLargeError(Exception):
    """The value does not fit."""


def encode(value: Any) -> Tagged:
    """The value as data for JSON: `{"t": tag, "v": …}`; `{"t": "cut"}` where it is too deep or too large."""
    try:
        return _encode(value, Room())
    except (TooLargeError, RecursionError, MemoryError):
        return {"t": "cut"}


def class_name(kind: type) -> str:
    """The name of a class, as `type` knows it, past its metaclass."""
    name: str = type.__dict__["__qualname__"].__get__(kind)
    return name[:NAME]


def _encode(value: Any, room: Room) -> Tagged:
    kind = type(value)
    if value is None:
        return {"t": "none"}
    if len(room.open) >= DEPTH:
        return {"t": "cut"}
    foreign = _of_a_library(value, room)
    if foreign is not None:
        return foreign
    for base in type.__dict__["__mro__"].__get__(kind):
        if base in ENCODERS:
            tag, encoder = ENCODERS[base]
            return _written(value, room, tag, encoder, "" if kind is base else class_name(kind))
    return _object(value, room)


def _written(value: Any, room: Room, tag: str, encoder: Encoder, name: str) -> Tagged:
    if id(value) in room.open:
        return {"t": "again", "v": len(room.open) - room.open.index(id(value))}
    room.open.append(id(value))
    try:
        written: Tagged = {"t": tag, "v": encoder(value, room)}
    finally:
        room.open.pop()
    if name:
        written["class"] = name
    return written


def _object(value: Any, room: Room) -> Tagged:
    try:
        text = str.__str__(repr(value))
    except Exception:
        text = ""
    room.take(len(text))
    return {"t": "object", "class": class_name(type(value)), "text": text}


def _int(value: int, room: Room) -> str:
    number = int.__int__(value)
    size = number.bit_length()
    room.take(size // 4)
    return hex(number) if size > HEX_FROM else str(number)


def _float(value: float, room: Room) -> str:
    room.take(1)
    return repr(float.__float__(value))


def _complex(value: complex, room: Room) -> list[str]:
    room.take(1)
    return [repr(complex.__dict__[part].__get__(value)) for part in ("real", "imag")]


def _str(value: str, room: Room) -> str:
    room.take(str.__len__(value))
    return str.__str__(value)


def _bytes(value: bytes, room: Room) -> str:
    room.take(bytes.__len__(value) * 2)
    return bytes.hex(value)


def _bytearray(value: bytearray, room: Room) -> str:
    room.take(bytearray.__len__(value) * 2)
    return bytearray.hex(value)


def _items(iterate: Callable[[Any], Iterable[Any]]) -> Encoder:
    def encoder(value: Any, room: Room) -> list[Tagged]:
        room.take(0)
        return [_encode(item, room) for item in iterate(value)]

    return encoder


def _pairs(value: dict[Any, Any], room: Room) -> list[list[Tagged]]:
    room.take(0)
    return [[_encode(key, room), _encode(item, room)] for key, item in dict.items(value)]


def _range(value: range, room: Room) -> list[Any]:
    return [_int(part, room) for part in (value.start, value.stop, value.step)]


def _bool(value: bool, room: Room) -> bool:
    room.take(1)
    return value


def _iso(kind: type) -> Encoder:
    iso = kind.isoformat  # type: ignore[attr-defined]

    def encoder(value: Any, room: Room) -> str:
        room.take(1)
        return str(iso(value))

    return encoder


def _timedelta(value: timedelta, room: Room) -> list[int]:
    room.take(1)
    return [timedelta.__dict__[part].__get__(value) for part in ("days", "seconds", "microseconds")]


ENCODERS: dict[type, tuple[str, Encoder]] = {
    bool: ("bool", _bool),
    int: ("int", _int),
    float: ("float", _float),
    complex: ("complex", _complex),
    str: ("str", _str),
    bytes: ("bytes", _bytes),
    bytearray: ("bytearray", _bytearray),
    list: ("list", _items(list.__iter__)),
    tuple: ("tuple", _items(tuple.__iter__)),
    set: ("set", _items(set.__iter__)),
    frozenset: ("frozenset", _items(frozenset.__iter__)),
    dict: ("dict", _pairs),
    range: ("range", _range),
    datetime: ("datetime", _iso(datetime)),
    date: ("date", _iso(date)),
    time: ("time", _iso(time)),
    timedelta: ("timedelta", _timedelta),
}


def _of_a_library(value: Any, room: Room) -> Tagged | None:
    """Values of libraries that are there only when the program has imported them."""
    for library, encoder in LIBRARIES:
        module = sys.modules.get(library)
        if module is not None:
            try:
                written = encoder(module, value, room)
            except (TooLargeError, RecursionError, MemoryError):
                raise
            except Exception:  # a half imported library, or a module of the student's by its name
                written = None
            if written is not None:
                return written
    return None


def _decimal(module: Any, value: Any, room: Room) -> Tagged | None:
    if not isinstance(value, module.Decimal):
        return None
    text = str(value)
    room.take(len(text))
    return {"t": "decimal", "v": text}


def _fraction(module: Any, value: Any, room: Room) -> Tagged | None:
    if not isinstance(value, module.Fraction):
        return None
    return {"t": "fraction", "v": [_int(value.numerator, room), _int(value.denominator, room)]}


def _numpy(module: Any, value: Any, room: Room) -> Tagged | None:
    if isinstance(value, module.generic):
        plain = value.item()
        written = _encode(plain, room) if not isinstance(plain, module.generic) else _object(value, room)
        return {**written, "class": class_name(type(value))}
    if not isinstance(value, module.ndarray):
        return None
    if value.size > room.items:
        raise TooLargeError
    items = [_encode(item, room) for item in value.ravel().tolist()]
    return {"t": "array", "v": items, "shape": list(value.shape), "dtype": str(value.dtype)[:NAME]}


def _pandas(module: Any, value: Any, room: Room) -> Tagged | None:
    if isinstance(value, module.Series):
        written = _table(value.to_frame(), room)
        return {**written, "class": "Series"}
    if isinstance(value, module.DataFrame):
        return _table(value, room)
    if isinstance(value, module.Index):
        return {"t": "list", "v": [_encode(item, room) for item in value.tolist()], "class": "Index"}
    return None


def _table(frame: Any, room: Room) -> Tagged:
    if frame.size > room.items:
        raise TooLargeError
    return {
        "t": "table",
        "columns": [_encode(name, room) for name in frame.columns.tolist()],
        "index": [_encode(name, room) for name in frame.index.tolist()],
        "rows": [[_encode(item, room) for item in row] for row in frame.astype(object).to_numpy().tolist()],
    }


LIBRARIES: list[tuple[str, Callable[[Any, Any, Room], Tagged | None]]] = [
    ("decimal", _decimal),
    ("fractions", _fraction),
    ("numpy", _numpy),
    ("pandas", _pandas),
]
