"""What to work on: the exercises that are ticked and the projects, in their order."""

from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.http import QueryDict

from accounts.models import User
from assessment.errors import NotSettableError
from assessment.forms.order import cleaned, moved
from assessment.forms.picker import Section, exercises_by_key, sections_of
from assessment.models import Assignment, AssignmentItem
from assessment.queries.setting import why_items_stay
from assessment.services.assignments import Item, Template, template_of
from projects.queries import projects_of

MOST_ITEMS = 100
MOST_POINTS = 1000
DEFAULT_POINTS = "10"
NONE_LEFT = "It is published, so it needs something to work on."
GONE = "Something that you had chosen is no longer there. Look at the list again, then save."
_POINTS = forms.IntegerField(
    min_value=0,
    max_value=MOST_POINTS,
    error_messages=dict.fromkeys(
        ("required", "invalid", "min_value", "max_value"), f"Give a whole number from 0 to {MOST_POINTS}."
    ),
)
_TITLE = forms.CharField(
    max_length=120,
    error_messages={
        "required": "Give the project a title.",
        "max_length": "A title has 120 letters at most.",
    },
)


@dataclass
class ItemRow:
    """One item as the form shows it. Texts are as they were typed; `errors` are by field.

    Keys: `e7` is exercise 7, `p7` a template that is to be made of project 7, `i7` item 7, which has a template.
    """

    key: str
    name: str
    points: str = DEFAULT_POINTS
    title: str = ""
    again: str = ""  # the project whose files are taken again
    stays: str = ""  # why it cannot be removed
    source: str = ""  # what the template was made from, and whether that has changed
    errors: dict[str, str] = field(default_factory=dict)

    @property
    def is_project(self) -> bool:
        """Whether it starts from a template."""
        return not self.key.startswith("e")


class Items:
    """The part of the form. `data` is what was sent; without it, the assignment as it is stored."""

    def __init__(self, viewer: User, assignment: Assignment | None, data: QueryDict | None = None) -> None:
        rows = list(assignment.items.select_related("exercise")) if assignment and assignment.pk else []
        self._data = data
        self._saved = {_key_of(row): row for row in rows}
        stays = why_items_stay(assignment) if assignment and rows else {}
        self._stays = {key: stays.get(row.pk, "") for key, row in self._saved.items()}
        self._exercises = exercises_by_key(viewer, [row.exercise_id for row in rows if row.exercise_id])
        self.projects = list(projects_of(viewer))
        self._projects = {str(project.pk): project for project in self.projects}
        self._is_published = assignment is not None and not assignment.is_draft
        self._keys = list(self._saved) if data is None else self._sent(data)
        self._templates: dict[str, Template] = {}
        self.error = ""
        self._made: list[ItemRow] | None = None

    def act(self, verb: str, key: str) -> None:
        """Do what a button asks for, without saving."""
        if verb in ("up", "down"):
            self._keys = moved(self._keys, key, -1 if verb == "up" else 1)
        elif verb == "remove" and not self._stays.get(key):
            self._keys = [one for one in self._keys if one != key]
        elif verb == "collection":
            inside = [one for one, it in self._exercises.items() if str(it.collection_id or "") == key]
            self._keys = list(dict.fromkeys([*self._keys, *inside]))
        elif verb == "project" and self._data is not None and self._data.get("project") in self._projects:
            self._keys = list(dict.fromkeys([*self._keys, f"p{self._data['project']}"]))
        self._made = None

    @property
    def rows(self) -> list[ItemRow]:
        """The chosen ones in their order."""
        if self._made is None:
            self._made = [self._row(key) for key in self._keys]
        return self._made

    @property
    def sections(self) -> list[Section]:
        """The picker."""
        return sections_of(self._exercises, set(self._keys), self._stays)

    @property
    def blank(self) -> ItemRow:
        """A row for scripts to copy."""
        return ItemRow("e__key__", "")

    @property
    def blank_project(self) -> ItemRow:
        """The same for a project."""
        return ItemRow("p__key__", "")

    @property
    def is_refused(self) -> bool:
        """Whether something was found wrong."""
        return bool(self.error) or any(row.errors for row in self.rows)

    def is_valid(self) -> bool:
        """Whether all can be stored; says in `error` and beside each row what cannot."""
        if len(self.rows) > MOST_ITEMS:
            self.error = f"An assignment has {MOST_ITEMS} items at most."
        elif self._is_published and not self.rows:
            self.error = NONE_LEFT
        elif self._data is not None and self._lost(self._data):
            self.error = GONE
        for row in self.rows:
            self._judge(row)
        return not self.is_refused

    def wanted(self) -> list[Item]:
        """What is to be stored. The rows must be valid."""
        return [self._item(row) for row in self.rows]

    def _sent(self, data: QueryDict) -> list[str]:
        """The keys in the order of the list; what is ticked and not in it yet comes after, in that of the picker."""
        stay = [key for key, reason in self._stays.items() if reason]
        ticked = {*(f"e{number}" for number in data.getlist("exercise")), *stay}
        listed = [
            key
            for key in data.getlist("item")
            if (key in self._exercises and key in ticked) or self._is_project(key)
        ]
        return list(dict.fromkeys([*listed, *(key for key in self._exercises if key in ticked), *stay]))

    def _lost(self, data: QueryDict) -> bool:
        """Whether something was chosen that cannot be chosen any more."""
        ticked = {f"e{number}" for number in data.getlist("exercise")}
        projects = {key for key in data.getlist("item") if not key.startswith("e")}
        return bool(ticked - self._exercises.keys()) or not all(self._is_project(key) for key in projects)

    def _is_project(self, key: str) -> bool:
        return (key in self._saved and key[0] == "i") or (key[:1] == "p" and key[1:] in self._projects)

    def _row(self, key: str) -> ItemRow:
        row, typed = self._stored(key), self._data
        if typed is not None:
            row.points = typed.get(f"points-{key}", row.points)
            row.title = typed.get(f"title-{key}", row.title)
            row.again = typed.get(f"again-{key}", "")
        return row

    def _stored(self, key: str) -> ItemRow:
        saved, stays = self._saved.get(key), self._stays.get(key, "")
        if key[0] == "e":
            points = str(saved.points) if saved else DEFAULT_POINTS
            return ItemRow(key, self._exercises[key].shown_title, points, stays=stays)  # type: ignore[attr-defined]
        if saved is None:
            project = self._projects[key[1:]]
            return ItemRow(
                key, project.name, title=project.name, source=f"Starts from your project {project}."
            )
        return ItemRow(key, saved.title, title=saved.title, stays=stays, source=self._source(saved))

    def _source(self, saved: AssignmentItem) -> str:
        """Which of her projects a template was made from, and whether it still is as that."""
        template = saved.template or {}
        count = len(template.get("files", ()))
        files = f"{count} file{'' if count == 1 else 's'}"
        project = self._projects.get(str(template.get("project", "")))
        if project is None:
            return f"Starts from {files}."
        try:
            changed = template_of(project) != template
        except NotSettableError:
            changed = True
        return f"Starts from {files} of your project {project}" + (
            ", which has changed since." if changed else "."
        )

    def _judge(self, row: ItemRow) -> None:
        def tell(name: str) -> Any:
            return lambda sentence: row.errors.__setitem__(name, sentence)

        if not row.is_project:
            cleaned(_POINTS, row.points, tell("points"))
            return
        cleaned(_TITLE, row.title, tell("title"))
        number = row.again if row.key[0] == "i" else row.key[1:]
        if not number:
            return
        if number not in self._projects:
            row.errors["again"] = "Choose one of your projects."
            return
        try:
            self._templates[row.key] = template_of(self._projects[number])
        except NotSettableError as error:
            row.errors["again"] = str(error)

    def _item(self, row: ItemRow) -> Item:
        saved = self._saved.get(row.key)
        if not row.is_project:
            return Item(exercise=self._exercises[row.key], row=saved, points=_POINTS.clean(row.points))
        return Item(row=saved, template=self._templates.get(row.key), title=_TITLE.clean(row.title))


def _key_of(row: AssignmentItem) -> str:
    return f"e{row.exercise_id}" if row.exercise_id else f"i{row.pk}"
