"""Rules about the source: which constructs, calls and imports a program must have, or must not."""

import re
from collections.abc import Mapping
from typing import Any

from exercises.document import limits
from exercises.document.python_text import dotted, identifier, shortened
from exercises.document.records import ByField, Field, Maybe, Record
from exercises.document.shapes import FaultError, Integer, Text, did_you_mean

CONSTRUCTS = (
    "for", "while", "if", "function", "class", "recursion", "comprehension", "f-string", "try", "with", "lambda",
    "import", "global", "return", "print", "input",
)  # fmt: skip
_CALL = re.compile(r"\.?[A-Za-z_]\w*(\.[A-Za-z_]\w*)*\(\)")


def construct(text: str) -> str:
    """A construct of Python, or a call in the form `sorted()`. Raises FaultError."""
    if text in CONSTRUCTS or _CALL.fullmatch(text):
        return text
    raise FaultError(
        f"“{shortened(text)}” is no construct that is known{did_you_mean(text, CONSTRUCTS)}; "
        f"there are {', '.join(CONSTRUCTS)}, and calls such as sorted() or .append()."
    )


def called(text: str) -> str:
    """What is called, without brackets: `sorted`, `.append`, `random.choice`. Raises FaultError."""
    name = text.removesuffix("()")
    if not _CALL.fullmatch(f"{name}()"):
        raise FaultError(f"“{shortened(text)}” is not the name of something that can be called.")
    return name


def _at_least(written: Mapping[str, Any], _: str) -> int:
    return 0 if "at_most" in written else 1


_COUNT = Integer(0, 10_000)
_CONSTRUCT = Field(Text(limits.WORD, filled=True, then=construct))
_MODULE = Field(Text(limits.WORD, filled=True, then=dotted))
_FIELDS: dict[str, dict[str, Field]] = {
    "uses": {"uses": _CONSTRUCT},
    "avoids": {"avoids": _CONSTRUCT},
    "defines": {
        "defines": Field(Text(limits.WORD, filled=True, then=identifier)),
        "parameters": Field(Maybe(Integer(0, 50)), None),
    },
    "imports": {"imports": _MODULE},
    "avoids_import": {"avoids_import": _MODULE},
    "calls": {
        "calls": Field(Text(limits.WORD, filled=True, then=called)),
        "at_least": Field(_COUNT, _at_least),
        "at_most": Field(Maybe(_COUNT), None),
    },
    "at_most_lines": {"at_most_lines": Field(Integer(1, 10_000))},
}
SOURCE_RULE = ByField(
    {name: Record(f"the rule “{name}”", fields) for name, fields in _FIELDS.items()}, "A rule"
)
