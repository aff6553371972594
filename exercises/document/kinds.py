"""The fields of each kind of check, as docs/checks.md lists them."""

from collections.abc import Mapping
from typing import Any

from exercises.document import limits
from exercises.document.figures import FIGURE, PICTURE, TURTLE
from exercises.document.files import usable_path
from exercises.document.generators import generator
from exercises.document.python_text import (
    code,
    exception,
    expression,
    identifier,
    lines_of_code,
    literal,
)
from exercises.document.records import Field, Listing, Maybe, Record
from exercises.document.rules import SOURCE_RULE
from exercises.document.shapes import Choice, Flag, Integer, Number, Text

MATCHES = ("exact", "trimmed", "contains", "pattern")
SHOWS = ("all", "input", "verdict")


def main_file(_: Mapping[str, Any], main: str) -> str:
    """The default of fields that name a file of the student's."""
    return main


def main_module(_: Mapping[str, Any], main: str) -> str:
    """The default of fields that name a module of the student's."""
    return module_name(main)


def module_name(text: str) -> str:
    """What is imported when a file is meant: `shop/till.py` is `shop.till`."""
    return text.removesuffix(".py").replace("/", ".") or text


def _random_tolerance(written: Mapping[str, Any], _: str) -> float | None:
    return 1e-9 if written.get("function") else None


_INPUT = Field(Text(limits.TEXT, lines=True), "")
_CONTENT = Field(Maybe(Text(limits.TEXT, lines=True)), None)
_TOLERANCE = Number(low=0)
_FILE = Field(Text(limits.WORD, filled=True, then=usable_path))
TEXT_MATCH = {
    "match": Field(Choice(MATCHES), "trimmed"),
    "ignore_case": Field(Flag(), False),
    "ignore_space": Field(Flag(), False),
    "tolerance": Field(Maybe(_TOLERANCE), None),
}
CASE = Record(
    "a case",
    {
        "call": Field(Text(limits.CODE, lines=True, filled=True, python=True, then=code)),
        "gives": Field(Maybe(Text(limits.CODE, lines=True, filled=True, python=True, then=literal)), None),
        "raises": Field(Maybe(Text(limits.CODE, filled=True, then=exception)), None),
        "prints": Field(Maybe(Text(limits.TEXT, lines=True)), None),
    },
)
_CALLS = {
    "setup": Field(Text(limits.CODE, lines=True, then=lines_of_code), ""),
    "input": _INPUT,
    "cases": Field(Listing(CASE, limits.CASES, fewest=1)),
    "tolerance": Field(_TOLERANCE, 1e-9),
    "exact_type": Field(Flag(), False),
    "module": Field(Text(limits.WORD, filled=True, then=module_name), main_module),
}
_GENERATORS = Listing(Text(limits.CODE, filled=True, then=generator), limits.CASES)

FIELDS: dict[str, dict[str, Field]] = {
    "output": {
        "input": _INPUT,
        "output": _CONTENT,
        **TEXT_MATCH,
        "prompts": Field(Choice(("ignore", "count")), "ignore"),
    },
    "function": _CALLS,
    "class": {"create": Field(Text(limits.CODE, filled=True, then=expression)), **_CALLS},
    "unittest": {"file": _FILE},
    "doctest": {"file": _FILE},
    "puzzle": {
        "make": _FILE,
        "input_file": Field(Text(limits.WORD, filled=True, then=usable_path), "input.txt"),
        "inputs": Field(Integer(1, limits.PUZZLE_INPUTS), 30),
        **TEXT_MATCH,
    },
    "source": {
        "file": Field(Text(limits.WORD, filled=True, then=usable_path), main_file),
        "rules": Field(Listing(SOURCE_RULE, limits.RULES, fewest=1)),
    },
    "file": {"input": _INPUT, "path": _FILE, "content": _CONTENT, **TEXT_MATCH},
    "figure": {"input": _INPUT, **FIGURE},
    "picture": {"input": _INPUT, **PICTURE},
    "turtle": {"input": _INPUT, **TURTLE},
    "random": {
        "function": Field(Maybe(Text(limits.WORD, filled=True, then=identifier)), None),
        "arguments": Field(_GENERATORS, []),
        "lines": Field(_GENERATORS, []),
        "count": Field(Integer(1, limits.RANDOM_INPUTS), 60),
        "exact_type": Field(Flag(), False),
        **TEXT_MATCH,
        "tolerance": Field(Maybe(_TOLERANCE), _random_tolerance),
    },
}
KINDS = tuple(FIELDS)
COMMON = {
    "id": Field(Text(limits.NAME), ""),
    "name": Field(Text(limits.NAME, filled=True)),
    "kind": Field(Choice(KINDS)),
    "weight": Field(Integer(0, limits.WEIGHT), 1),
    "message": Field(Text(limits.MESSAGE, lines=True), ""),
    "hidden": Field(Flag(), False),
    "show": Field(Choice(SHOWS), "all"),
    "seconds": Field(Number(0.1, limits.SECONDS), 5),
}
