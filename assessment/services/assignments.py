"""Setting assignments: saved, published, withdrawn, duplicated, archived, deleted."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.db.models import RestrictedError
from django.utils import timezone

from accounts.models import Classroom, User
from assessment.errors import NotSettableError
from assessment.models import Assignment, AssignmentItem, Criterion
from assessment.moments import day_and_time
from assessment.queries.setting import has_hand_ins, why_items_stay
from exercises.document.files import file_of
from exercises.limits import SNAPSHOT_BYTES
from exercises.models import Exercise
from projects.limits import MEGABYTE
from projects.models import Project

Template = dict[str, Any]
COPIED = ("text", "late_policy", "late_percent", "category", "counts")
LONGEST_TITLE = 120
NOT_WITHDRAWN = "Students have handed in, so it cannot be withdrawn. You can archive it."


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to work on. `row` is the item that it is already; `template` is new, or takes the old one's place."""

    exercise: Exercise | None = None
    row: AssignmentItem | None = None
    template: Template | None = None
    title: str = ""
    points: int = 10


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the rubric. `row` is the criterion that it is already."""

    title: str
    points: int
    levels: list[dict[str, Any]] = field(default_factory=list)
    row: Criterion | None = None


def template_of(project: Project) -> Template:
    """The project's files as they are now, and which project it was. Raises NotSettableError."""
    files = list(project.files.filter(deleted_at__isnull=True))
    if not files:
        raise NotSettableError(f"{project} has no files to start from.")
    if sum(file.size for file in files) > SNAPSHOT_BYTES:
        raise NotSettableError(
            f"{project} is larger than {SNAPSHOT_BYTES // MEGABYTE} MB, which is the most that can be handed in."
        )
    shapes = [file_of(file.path, bytes(file.content)) for file in files]
    return {"main": project.main_path, "files": shapes, "project": project.pk}


@transaction.atomic
def save_assignment(
    *,
    by: User,
    classrooms: Iterable[Classroom],
    items: Sequence[Item],
    criteria: Sequence[Line] = (),
    assignment: Assignment | None = None,
    **fields: Any,
) -> Assignment:
    """Store an assignment with its parts in their order; a new one is a draft of `by`.

    Raises ValidationError, and NotSettableError when an item that students have begun would go.
    """
    saved = assignment or Assignment(author=by)
    for name, value in fields.items():
        setattr(saved, name, value)
    saved.full_clean()
    saved.save()
    saved.classrooms.set(classrooms)
    _save_items(saved, items)
    _save_criteria(saved, criteria)
    return saved


@transaction.atomic
def publish_assignment(*, assignment: Assignment) -> Assignment:
    """Let students see it, from when it opens. Raises NotSettableError, one sentence of what is missing."""
    locked = _locked(assignment)
    if reason := why_not_publishable(locked):
        raise NotSettableError(reason)
    locked.published_at = locked.published_at or timezone.now()
    locked.save(update_fields=["published_at", "changed_at"])
    return locked


def why_not_publishable(assignment: Assignment) -> str:
    """What is missing, as one sentence; empty when nothing is."""
    if not assignment.items.exists():
        return "Choose something to work on first."
    if not assignment.classrooms.filter(archived=False).exists():
        return "Choose a class first."
    if assignment.closes_at and assignment.closes_at <= timezone.now():
        return (
            f"It closes {day_and_time(assignment.closes_at)}, which has passed. Give it another time first."
        )
    return ""


@transaction.atomic
def withdraw_assignment(*, assignment: Assignment) -> Assignment:
    """Make it a draft again, which no student sees. Raises NotSettableError once somebody has handed in."""
    locked = _locked(assignment)
    if has_hand_ins(locked):
        raise NotSettableError(NOT_WITHDRAWN)
    locked.published_at = None
    locked.save(update_fields=["published_at", "changed_at"])
    return locked


@transaction.atomic
def archive_assignment(*, assignment: Assignment, archived: bool) -> Assignment:
    """Put it away, or take it out again. What was handed in stays."""
    locked = _locked(assignment)
    locked.archived = archived
    locked.save(update_fields=["archived", "changed_at"])
    return locked


@transaction.atomic
def duplicate_assignment(*, assignment: Assignment, by: User) -> Assignment:
    """A draft of `by` with the same work, rubric and rules, without classes and times."""
    copy = Assignment(author=by, title=f"{assignment.title[: LONGEST_TITLE - 7]} (copy)")
    for name in COPIED:
        setattr(copy, name, getattr(assignment, name))
    copy.full_clean()
    copy.save()
    _copy(assignment.items.all(), copy)
    _copy(assignment.criteria.all(), copy)
    return copy


@transaction.atomic
def delete_assignment(*, assignment: Assignment) -> None:
    """Delete a draft that nobody has begun. Raises NotSettableError for every other."""
    locked = _locked(assignment)
    if not is_deletable(locked):
        raise NotSettableError("Only a draft that no student has begun can be deleted. You can archive it.")
    locked.delete()


def is_deletable(assignment: Assignment) -> bool:
    """Whether nothing of a student's would go with it."""
    return assignment.is_draft and not assignment.submissions.exists()


def _copy(parts: Iterable[AssignmentItem | Criterion], to: Assignment) -> None:
    for part in parts:
        part.pk, part.assignment = None, to
        part._state.adding = True
        part.save()


def _locked(assignment: Assignment) -> Assignment:
    return Assignment.objects.select_for_update(no_key=True).get(pk=assignment.pk)


def _save_items(assignment: Assignment, items: Sequence[Item]) -> None:
    present = {row.exercise_id: row for row in assignment.items.all() if row.exercise_id}
    rows = [item.row or present.get(item.exercise.pk if item.exercise else 0) for item in items]
    gone = assignment.items.exclude(pk__in=[row.pk for row in rows if row])
    stays = why_items_stay(assignment)
    if reason := next((stays[pk] for pk in gone.values_list("pk", flat=True) if pk in stays), ""):
        raise NotSettableError(reason)
    try:
        gone.delete()
    except RestrictedError as error:
        raise NotSettableError("A student has handed in meanwhile, so what she handed in stays.") from error
    for position, (item, row) in enumerate(zip(items, rows, strict=True)):
        _save_item(row or AssignmentItem(assignment=assignment, exercise=item.exercise), item, position)


def _save_item(row: AssignmentItem, item: Item, position: int) -> None:
    row.position = position
    if row.exercise is not None:
        row.points = item.points
    else:
        row.title, row.points = item.title, 0
        row.template = item.template or row.template
    row.full_clean()
    row.save()


def _save_criteria(assignment: Assignment, lines: Sequence[Line]) -> None:
    assignment.criteria.exclude(pk__in=[line.row.pk for line in lines if line.row]).delete()
    for position, line in enumerate(lines):
        row = line.row or Criterion(assignment=assignment)
        row.title, row.points, row.levels, row.position = line.title, line.points, line.levels, position
        row.full_clean()
        row.save()
