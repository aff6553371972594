"""Levels of a rubric, typed one on each line: `2 Names say what they hold`."""

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

Level = dict[str, Any]
MOST_LEVELS = 20
LONGEST_LEVEL = 200
_LINE = re.compile(r"([0-9]{1,4}(?:[.,][0-9]{1,2})?)(?:\s*[:–-]\s*|\s+)(\S.*)")


def read_levels(text: str) -> tuple[list[Level], list[str]]:
    """The levels, the best first, and a sentence for each line that cannot be read."""
    levels: list[Level] = []
    problems: list[str] = []
    lines = [(number, line.strip()) for number, line in enumerate(text.splitlines(), 1) if line.strip()]
    for number, line in lines:
        found = _LINE.fullmatch(line)
        points = _number(found[1]) if found else None
        if found is None or points is None:
            problems.append(
                f"Line {number}, “{line[:40]}”: begin with the points, as in 2 Names say what they hold."
            )
        elif len(found[2]) > LONGEST_LEVEL:
            problems.append(f"Line {number}: a level has {LONGEST_LEVEL} letters at most.")
        elif any(level["points"] == points for level in levels):
            problems.append(f"Line {number}: there is a level with {found[1]} points already.")
        else:
            levels.append({"points": points, "text": found[2]})
    if len(levels) > MOST_LEVELS:
        problems.append(f"A line of the rubric has {MOST_LEVELS} levels at most.")
    return sorted(levels, key=lambda level: -level["points"]), problems


def write_levels(levels: Iterable[Level]) -> str:
    """The levels as they are typed."""
    return "\n".join(f"{level['points']} {level['text']}" for level in levels)


def _number(text: str) -> int | float:
    value = Decimal(text.replace(",", "."))
    return int(value) if value == value.to_integral_value() else float(value)
