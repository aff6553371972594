"""A table as it is exported, whatever the format."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

# `percent` is a number from 0 to 100.
Kind = Literal["text", "number", "percent"]
Value = str | int | Decimal | None


@dataclass(frozen=True, slots=True)
class Field:
    """A column: its heading, and what stands in it."""

    title: str
    kind: Kind = "text"


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of as many values as there are fields. The first `fixed` columns stay in sight when others are scrolled."""

    title: str
    fields: Sequence[Field]
    rows: Sequence[Sequence[Value]]
    fixed: int = 0
