"""The rubric: lines with a title, points, and levels that are typed one on each line."""

import re
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.http import QueryDict

from assessment.forms.items import MOST_POINTS
from assessment.forms.levels import read_levels, write_levels
from assessment.forms.order import cleaned, moved
from assessment.models import Assignment, Criterion
from assessment.services.assignments import Line

MOST_LINES = 50
DEFAULT_POINTS = "5"
_KEY = re.compile(r"[cn][0-9]{1,18}")
_TITLE = forms.CharField(
    max_length=120,
    error_messages={"required": "Say what is looked at.", "max_length": "A title has 120 letters at most."},
)
_POINTS = forms.IntegerField(
    min_value=1,
    max_value=MOST_POINTS,
    error_messages=dict.fromkeys(
        ("required", "invalid", "min_value", "max_value"), f"Give a whole number from 1 to {MOST_POINTS}."
    ),
)
_LEVELS = forms.CharField(required=False, max_length=6000)


@dataclass
class RubricLine:
    """One line as the form shows it, as it was typed. Keys: `c7` is criterion 7, `n1` the first new line.

    A criterion that somebody has removed meanwhile is stored anew: what was typed of it is not lost.
    """

    key: str
    title: str = ""
    points: str = DEFAULT_POINTS
    levels: str = ""
    errors: dict[str, list[str]] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was typed into a new line."""
        return self.key[0] == "n" and not self.title.strip() and not self.levels.strip()


class Rubric:
    """The part of the form. `data` is what was sent; without it, the assignment as it is stored."""

    def __init__(self, assignment: Assignment | None, data: QueryDict | None = None) -> None:
        stored = assignment.criteria.all() if assignment and assignment.pk else []
        self._saved = {f"c{row.pk}": row for row in stored}
        self.rows = (
            [_stored(key, row) for key, row in self._saved.items()] if data is None else self._sent(data)
        )
        self._levels: dict[str, list[dict[str, Any]]] = {}
        self.error = ""

    def act(self, verb: str, key: str) -> None:
        """Do what a button asks for, without saving."""
        keys = [row.key for row in self.rows]
        if verb == "line":
            self.rows.append(RubricLine(next(f"n{n}" for n in range(1, 10_000) if f"n{n}" not in keys)))
        elif verb == "line-remove":
            self.rows = [row for row in self.rows if row.key != key]
        elif verb in ("line-up", "line-down"):
            by_key = {row.key: row for row in self.rows}
            self.rows = [by_key[one] for one in moved(keys, key, -1 if verb == "line-up" else 1)]

    @property
    def blank(self) -> RubricLine:
        """A line for scripts to copy."""
        return RubricLine("n__key__")

    @property
    def is_refused(self) -> bool:
        """Whether something was found wrong."""
        return bool(self.error) or any(row.errors for row in self.rows)

    def is_valid(self) -> bool:
        """Whether all can be stored; says beside each line what cannot."""
        if len(self._filled()) > MOST_LINES:
            self.error = f"A rubric has {MOST_LINES} lines at most."
        for row in self._filled():
            self._judge(row)
        return not self.is_refused

    def wanted(self) -> list[Line]:
        """What is to be stored. The lines must be valid."""
        return [
            Line(
                _TITLE.clean(row.title),
                _POINTS.clean(row.points),
                self._levels[row.key],
                self._saved.get(row.key),
            )
            for row in self._filled()
        ]

    def _sent(self, data: QueryDict) -> list[RubricLine]:
        keys = [key for key in dict.fromkeys(data.getlist("line")) if _KEY.fullmatch(key)]
        return [
            RubricLine(
                key,
                data.get(f"line-title-{key}", ""),
                data.get(f"line-points-{key}", ""),
                data.get(f"line-levels-{key}", "").replace("\r\n", "\n"),
            )
            for key in keys
        ]

    def _filled(self) -> list[RubricLine]:
        return [row for row in self.rows if not row.is_empty]

    def _judge(self, row: RubricLine) -> None:
        def tell(name: str) -> Any:
            return lambda sentence: row.errors.setdefault(name, []).append(sentence)

        cleaned(_TITLE, row.title, tell("title"))
        points = cleaned(_POINTS, row.points, tell("points"))
        text = cleaned(_LEVELS, row.levels, tell("levels"))
        levels, problems = read_levels(text or "")
        if levels and points is not None and levels[0]["points"] > points:
            problems.append(
                f"{levels[0]['points']} points are more than the {points} that this line can give."
            )
        for problem in problems:
            tell("levels")(problem)
        self._levels[row.key] = levels


def _stored(key: str, row: Criterion) -> RubricLine:
    return RubricLine(key, row.title, str(row.points), write_levels(row.levels))
