"""Values as they stand in a YAML file. A shape decides what they mean: `title: 2024` is text, `weight: 2` a number."""

import re
from typing import Any

_NUMBER = re.compile(r"[-+]?(\d[\d_]*\.?\d*|\.\d+)([eE][-+]?\d+)?")
_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
_FLAGS = {"true": True, "false": False, "yes": True, "no": False, "on": True, "off": False}


class Scalar(str):
    """The text of a scalar; `plain` when it stood without quotes and not as a block."""

    __slots__ = ("plain",)
    plain: bool

    @property
    def value(self) -> Any:
        """What YAML means by it: nothing, a truth value, a number, or the text itself."""
        if not self.plain:
            return str(self)
        if self in _NOTHING:
            return None
        if self.lower() in _FLAGS:
            return _FLAGS[self.lower()]
        return _number(self) if _NUMBER.fullmatch(self) else str(self)


class Sequence(list[Any]):
    """A list; `source` is its text where it was written as `[…]`."""

    source: str | None = None


class Mapping(dict[str, Any]):
    """A map; `source` is its text where it was written as `{…}`."""

    source: str | None = None


class Binary(bytes):
    """What stood behind `!!binary`."""


def scalar(text: str, *, plain: bool) -> Scalar:
    """The text as a Scalar."""
    made = Scalar(text)
    made.plain = plain
    return made


def is_nothing(value: object) -> bool:
    """Whether nothing was written: None, or `null`, `~` or no text at all without quotes."""
    return value is None or (isinstance(value, Scalar) and value.plain and value in _NOTHING)


def meant(value: object) -> object:
    """The value that a Scalar stands for; anything else as it is."""
    return value.value if isinstance(value, Scalar) else value


def _number(text: str) -> int | float | str:
    digits = text.replace("_", "")
    if len(digits) > 300:
        return text
    try:
        return int(digits)
    except ValueError:
        return float(digits)
