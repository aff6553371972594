"""The items of an assignment as a student finds them. Nothing here changes anything."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet, TextField
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Coalesce

from accounts.models import User
from assessment.models import Assignment, AssignmentItem, GroupMember, HandIn, ItemWork
from exercises.models import Attempt, Work
from exercises.queries import State, attempt_with, saved_files, states_of
from projects.models import ProjectFile

PASSED = "passed"
Begun = Work | ItemWork


@dataclass(frozen=True, slots=True)
class Line:
    """An item: what it is called, how far it is, and whose work it is when a member of the group has it."""

    item: AssignmentItem
    title: str
    state: str
    is_begun: bool
    is_passed: bool
    is_checked: bool = True
    is_changed: bool = False
    by: str = ""


def items_of(assignment: Assignment) -> QuerySet[Any]:
    """In their order, each with `shown_title`: exercises as they are published."""
    title = Coalesce(
        KeyTextTransform("title", "exercise__published__document"), "title", output_field=TextField()
    )
    return assignment.items.select_related("exercise").annotate(shown_title=title)


def group_of(student: User, assignment: Assignment) -> list[User]:
    """The others of her group, by name."""
    group = GroupMember.objects.filter(assignment=assignment, student=student).values("group")
    members = GroupMember.objects.filter(group__in=group).exclude(student=student).select_related("student")
    return sorted((one.student for one in members), key=lambda one: str(one).casefold())


def lines_of(
    student: User, assignment: Assignment, hand_in: HandIn | None, group: Iterable[User]
) -> list[Line]:
    """How far she is with each item; what she has changed since `hand_in`. A fixed number of queries."""
    items = list(items_of(assignment))
    states = states_of(student, [item.exercise for item in items if item.exercise])
    own, theirs = _works([student], items), _works(group, items)
    changed = _changed(own.values(), hand_in)
    return [
        _line(item, states.get(item.exercise_id), own.get(item.pk), theirs.get(item.pk), changed)
        for item in items
    ]


def lines_now(student: User, assignment: Assignment, group: Iterable[User]) -> list[Line]:
    """What handing in would take at this moment: each item with what is known of just these files."""
    items = list(items_of(assignment))
    own, theirs = _works([student], items), _works(group, items)
    lines = []
    for item in items:
        work = own.get(item.pk) or theirs.get(item.pk)
        state, passed, checked = ("Not begun", False, False) if work is None else _found(work)
        by = str(work.student) if work and work.student_id != student.pk else ""
        lines.append(Line(item, item.shown_title, state, work is not None, passed, checked, by=by))
    return lines


def checks_text(attempt: Attempt | None) -> str:
    """`All 3 checks passed`, `2 of 3 checks passed`, `Not checked`."""
    if attempt is None or not attempt.was_checked:
        return "Not checked"
    states = list(attempt.results.values())
    passed, checks = states.count(PASSED), len(states)
    if checks == 1:
        return "The check passed" if passed else "The check did not pass"
    return f"All {checks} checks passed" if passed == checks else f"{passed} of {checks} checks passed"


def _line(item: Any, known: State | None, own: Begun | None, theirs: Begun | None, changed: set[int]) -> Line:
    return Line(
        item=item,
        title=item.shown_title,
        state=str(known) if known else "Started" if own else "Not started",
        is_begun=own is not None,
        is_passed=bool(known and known.passed),
        is_changed=own is not None and own.project_id in changed,
        by=str(theirs.student) if theirs and not own else "",
    )


def _works(students: Iterable[User], items: Iterable[Any]) -> dict[int, Begun]:
    """By item, the work that was changed last."""
    students, items = list(students), list(items)
    by_exercise = {item.exercise_id: item.pk for item in items if item.exercise_id}
    works = Work.objects.filter(student__in=students, exercise__in=by_exercise)
    templates = ItemWork.objects.filter(student__in=students, item__in=items)
    found: list[tuple[int, Begun]] = [
        *((by_exercise[one.exercise_id], one) for one in works.select_related("project", "student")),
        *((one.item_id, one) for one in templates.select_related("project", "student")),
    ]
    return dict(sorted(found, key=lambda pair: pair[1].project.changed_at))


def _changed(works: Iterable[Begun], hand_in: HandIn | None) -> set[int]:
    """Ids of the projects in which something was saved after that."""
    if hand_in is None:
        return set()
    files = ProjectFile.objects.filter(project__in=[one.project_id for one in works])
    return set(files.filter(saved_at__gt=hand_in.handed_in_at).values_list("project_id", flat=True))


def _found(work: Begun) -> tuple[str, bool, bool]:
    """What is known of a work as it is saved, in a few words; whether all checks passed, and whether they were run."""
    if isinstance(work, ItemWork):
        count = work.project.files.filter(deleted_at__isnull=True).count()
        return f"{count} file{'' if count == 1 else 's'}", False, True
    attempt = attempt_with(work, saved_files(work.project))
    return checks_text(attempt), bool(attempt and attempt.passed), bool(attempt and attempt.was_checked)
