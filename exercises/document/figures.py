"""The fields of checks that look at drawings: figures, pictures, turtles."""

import re
from collections.abc import Mapping
from typing import Any

from exercises.document import limits
from exercises.document.files import usable_path
from exercises.document.problems import Place
from exercises.document.records import ByField, Either, Field, Listing, Maybe, Record
from exercises.document.shapes import Choice, FaultError, Flag, Integer, Number, Text

_COLOUR = re.compile(r"#[0-9a-f]{6}")
_LABEL = Field(Maybe(Text(limits.WORD)), None)
_COUNT = Field(Maybe(Integer(0, 10_000)), None)
_SIDE = Field(Maybe(Integer(1, 10_000)), None)
_SHARE = Number(0, 1)
_NUMBERS = Listing(Number(), limits.ITEMS)


def colour(text: str) -> str:
    """A colour as `#rrggbb`, in lower case. Raises FaultError."""
    if not _COLOUR.fullmatch(text.lower()):
        raise FaultError("A colour is written as #rrggbb, as in #ff0000 for red.")
    return text.lower()


def _at_least(written: Mapping[str, Any], _: str) -> int:
    return 0 if "at_most" in written else 1


def _even_lengths(data: dict[str, Any], place: Place) -> None:
    if len(data["x"]) != len(data["y"]):
        place.report("x and y must have the same number of values.")


_COLOUR_TEXT = Text(limits.WORD, then=colour)
_TOLERANCE = Field(Integer(0, 255), 32)
_RULES: dict[str, dict[str, Field]] = {
    "at": {
        "at": Field(Listing(Integer(0, 10_000), 2, fewest=2)),
        "colour": Field(_COLOUR_TEXT),
        "tolerance": _TOLERANCE,
    },
    "area": {
        "area": Field(Listing(Integer(0, 10_000), 4, fewest=4)),
        "colour": Field(_COLOUR_TEXT),
        "at_least": Field(_SHARE, _at_least),
        "at_most": Field(_SHARE, 1),
        "tolerance": _TOLERANCE,
    },
}


def shown_or_path(text: str) -> str:
    """`shown`, or the path of a picture file. Raises FaultError."""
    return text if text == "shown" else usable_path(text)


_PICTURE_RULE = ByField(
    {name: Record(f"the rule “{name}”", fields) for name, fields in _RULES.items()}, "A rule of a picture"
)
_SERIES = Record("a line's data", {"x": Field(_NUMBERS), "y": Field(_NUMBERS)}, finish=_even_lengths)
FIGURE = {
    "number": Field(Integer(1, 100), 1),
    "title": _LABEL,
    "x_label": _LABEL,
    "y_label": _LABEL,
    "legend": Field(Maybe(Listing(Text(limits.WORD), 100)), None),
    "lines": _COUNT,
    "bars": _COUNT,
    "points": _COUNT,
    "wedges": _COUNT,
    "data": Field(Either(("solution", "none"), Listing(_SERIES, 100, fewest=1)), "none"),
    "tolerance": Field(Number(low=0), 1e-6),
}
PICTURE = {
    "picture": Field(Text(limits.WORD, filled=True, then=shown_or_path), "shown"),
    "width": _SIDE,
    "height": _SIDE,
    "rules": Field(Listing(_PICTURE_RULE, limits.RULES), []),
    "like_solution": Field(Maybe(_SHARE), None),
}
TURTLE = {
    "path": Field(
        Either(
            ("solution", "none"),
            Listing(Listing(Listing(Number(), 2, fewest=2), limits.ITEMS, fewest=1), 1_000, fewest=1),
        ),
        "solution",
    ),
    "ignore": Field(Listing(Choice(("position", "size", "rotation", "order")), 4), ["position", "order"]),
    "tolerance": Field(Number(low=0), 2),
    "colours": Field(Maybe(Listing(_COLOUR_TEXT, 100)), None),
    "fills": Field(Maybe(Integer(0, 10_000)), None),
    "closed": Field(Flag(), False),
}
