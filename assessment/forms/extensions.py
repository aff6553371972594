"""Other times for single students: a row for each."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django import forms
from django.http import QueryDict
from django.utils import timezone

from accounts.models import User
from assessment.errors import NotSettableError
from assessment.forms.moments import FORMAT, MomentField
from assessment.forms.order import cleaned
from assessment.models import Assignment, Extension
from assessment.moments import day_and_time
from assessment.services.audience import OwnTimes, more_days

DAYS, REMOVE, SAVE = "days", "remove", "save"
MOST_DAYS = 365
_DAYS = forms.IntegerField(
    min_value=1,
    max_value=MOST_DAYS,
    error_messages=dict.fromkeys(
        ("required", "invalid", "min_value", "max_value"),
        f"Give a whole number of days from 1 to {MOST_DAYS}.",
    ),
)
_MOMENT = MomentField()


@dataclass
class ExtensionRow:
    """One student. The times are as they were typed; `errors` are by field."""

    student: User
    given: Extension | None
    due: str = ""
    closes: str = ""
    ticked: bool = False
    errors: dict[str, str] = field(default_factory=dict)
    own: OwnTimes = field(default_factory=OwnTimes)


class Extensions:
    """The form. `data` is what was sent; without it, what is stored."""

    def __init__(
        self,
        assignment: Assignment,
        students: Sequence[User],
        given: dict[int, Extension],
        data: QueryDict | None = None,
    ) -> None:
        self.assignment = assignment
        self.do = SAVE if data is None else data.get("do", SAVE)
        self.days = "2" if data is None else data.get("days", "")
        self.error = ""
        self.rows = [_row(student, given.get(student.pk), data) for student in students]

    @property
    def is_refused(self) -> bool:
        """Whether something was found wrong."""
        return bool(self.error) or any(row.errors for row in self.rows)

    def is_valid(self) -> bool:
        """Whether everything that was typed can be stored, and the button's wish fulfilled."""
        for row in self.rows:
            self._judge(row)
        if self.do in (DAYS, REMOVE) and not any(row.ticked for row in self.rows):
            self.error = "Tick the students first."
        elif self.do == DAYS:
            self._move()
        return not self.is_refused

    def times(self) -> dict[int, OwnTimes]:
        """What is to be stored, by student. The rows must be valid."""
        removed = {row.student.pk for row in self.rows if row.ticked and self.do == REMOVE}
        return {row.student.pk: OwnTimes() if row.student.pk in removed else row.own for row in self.rows}

    def _judge(self, row: ExtensionRow) -> None:
        due = cleaned(_MOMENT, row.due, lambda sentence: row.errors.setdefault("due", sentence))
        closes = cleaned(_MOMENT, row.closes, lambda sentence: row.errors.setdefault("closes", sentence))
        if due and closes and closes < due:
            row.errors["closes"] = f"This is before it is due, {day_and_time(due)}."
        row.own = OwnTimes(_as_stored(due, row.given, "due_at"), _as_stored(closes, row.given, "closes_at"))

    def _move(self) -> None:
        days = cleaned(_DAYS, self.days, lambda sentence: setattr(self, "error", sentence))
        if days is None:
            return
        try:
            for row in self.rows:
                row.own = more_days(self.assignment, row.own, days) if row.ticked else row.own
        except NotSettableError as error:
            self.error = str(error)


def _row(student: User, given: Extension | None, data: QueryDict | None) -> ExtensionRow:
    if data is None:
        due, closes = (given.due_at, given.closes_at) if given else (None, None)
        return ExtensionRow(student, given, _typed(due), _typed(closes))
    return ExtensionRow(
        student,
        given,
        data.get(f"due-{student.pk}", ""),
        data.get(f"closes-{student.pk}", ""),
        str(student.pk) in data.getlist("tick"),
    )


def _typed(moment: datetime | None) -> str:
    return timezone.localtime(moment).strftime(FORMAT) if moment else ""


def _as_stored(moment: datetime | None, given: Extension | None, name: str) -> datetime | None:
    """The stored time where it was not touched: it may have seconds, which the input does not show."""
    stored: datetime | None = getattr(given, name, None)
    return stored if _typed(stored) == _typed(moment) else moment
