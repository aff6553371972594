"""Groups of an assignment: a row for each student, and ways to make groups."""

from collections.abc import Sequence
from dataclasses import dataclass

from django import forms
from django.http import QueryDict

from accounts.models import User
from assessment.forms.order import cleaned
from assessment.models import Group

RANDOM, ADD, DELETE, SAVE = "random", "add", "delete", "save"
LARGEST = 40
_SIZE = forms.IntegerField(
    min_value=2,
    max_value=LARGEST,
    error_messages=dict.fromkeys(
        ("required", "invalid", "min_value", "max_value"), f"Give a whole number from 2 to {LARGEST}."
    ),
)
_NAME = forms.CharField(
    max_length=60,
    error_messages={"required": "Give the group a name.", "max_length": "A name has 60 letters at most."},
)


@dataclass(frozen=True, slots=True)
class GroupRow:
    """One student, and the group that she is in."""

    student: User
    group: int | None


class Groups:
    """The form. `places` are the groups of students as they are stored, `data` is what was sent."""

    def __init__(
        self,
        students: Sequence[User],
        groups: Sequence[Group],
        places: dict[int, int],
        data: QueryDict | None = None,
    ) -> None:
        self._groups = {str(group.pk): group for group in groups}
        self._data = data
        self.do, _, self._key = (SAVE if data is None else data.get("do", SAVE)).partition(":")
        self.size_typed = "2" if data is None else data.get("size", "")
        self.name_typed = "" if data is None else data.get("name", "")
        self.is_anew = data is not None and "anew" in data
        self.error = self.size_error = self.name_error = ""
        self.size, self.name = 0, ""
        self.rows = [GroupRow(student, self._place(student, places)) for student in students]

    def is_valid(self) -> bool:
        """Whether the button's wish can be fulfilled; says beside the field what is wrong."""
        if self.do == RANDOM:
            self.size = cleaned(
                _SIZE, self.size_typed, lambda sentence: setattr(self, "size_error", sentence)
            )
        elif self.do == ADD:
            self.name = cleaned(
                _NAME, self.name_typed, lambda sentence: setattr(self, "name_error", sentence)
            )
            if self.name in {group.name for group in self._groups.values()}:
                self.name_error = "There is a group with this name."
        elif self.do == DELETE and self.deleted is None:
            self.error = "This group is no longer there."
        return not (self.error or self.size_error or self.name_error)

    @property
    def deleted(self) -> Group | None:
        """The group that is to go."""
        return self._groups.get(self._key) if self.do == DELETE else None

    def places(self) -> dict[int, Group | None]:
        """Who is to be where."""
        return {row.student.pk: self._groups.get(str(row.group)) for row in self.rows}

    def _place(self, student: User, places: dict[int, int]) -> int | None:
        """The group that was chosen; where the page did not ask, the present one."""
        stored = places.get(student.pk)
        chosen = None if self._data is None else self._data.get(f"group-{student.pk}")
        if chosen is None or (chosen and chosen not in self._groups):
            return stored
        return self._groups[chosen].pk if chosen else None
