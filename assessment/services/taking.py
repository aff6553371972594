"""What is handed in: the files as they are saved at that moment."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Sum

from accounts.models import User
from assessment.errors import HandInError
from assessment.limits import PROJECT_SNAPSHOT_BYTES
from assessment.models import AssignmentItem, ItemWork, ProjectSnapshot, Submission
from exercises.document.files import digest_of
from exercises.errors import TooMuchError
from exercises.models import Attempt, Work
from exercises.queries import saved_files
from exercises.services import take_attempt
from projects.models import Project

FULL = "Your earlier hand-ins of projects take all the room there is for them. Tell your teacher."


@dataclass(frozen=True, slots=True)
class Taken:
    """An item that was begun: an attempt at the exercise, or a project's files. `project` is where they come from."""

    item: AssignmentItem
    project: Project
    attempt: Attempt | None
    snapshot: ProjectSnapshot | None

    @property
    def sha256(self) -> str:
        """Of the files."""
        held = self.attempt.snapshot if self.attempt else self.snapshot
        return held.sha256 if held else ""

    @property
    def key(self) -> tuple[int, int | None, int | None]:
        """What is the same when the very same is handed in once more."""
        attempt, snapshot = self.attempt, self.snapshot
        return self.item.pk, attempt.pk if attempt else None, snapshot.pk if snapshot else None


def take(submission: Submission, group: Iterable[User]) -> list[Taken]:
    """Every item that was begun, in order: the student's own work, else that of her group that was changed last.

    Raises HandInError where there is no room.
    """
    students = [submission.student_id, *(one.pk for one in group)]
    items = list(submission.assignment.items.select_related("exercise__published"))
    works = Work.objects.filter(student__in=students, exercise__assignment_items__in=items)
    works = works.select_related("project", "exercise__published")
    templates = ItemWork.objects.filter(student__in=students, item__in=items).select_related("project")
    begun: dict[int, list[Work | ItemWork]] = {item.pk: [] for item in items}
    item_of = {item.exercise_id: item.pk for item in items if item.exercise_id}
    for work in works:
        begun[item_of[work.exercise_id]].append(work)
    for one in templates:
        begun[one.item_id].append(one)
    return [_taken(item, _first(begun[item.pk], submission)) for item in items if begun[item.pk]]


def _first(candidates: list[Work | ItemWork], submission: Submission) -> Work | ItemWork:
    return max(candidates, key=lambda one: (one.student_id == submission.student_id, one.project.changed_at))


def _taken(item: AssignmentItem, work: Work | ItemWork) -> Taken:
    if isinstance(work, ItemWork):
        return Taken(item, work.project, None, take_snapshot(work.project))
    try:
        return Taken(item, work.project, take_attempt(work=work), None)
    except TooMuchError as error:
        raise HandInError(f"{work.exercise.open_version.document['title']}: {error}") from error


def take_snapshot(project: Project) -> ProjectSnapshot:
    """The project's files as they are saved; the same files of the same person are kept once."""
    files = saved_files(project)
    sha256 = digest_of(files)
    kept = ProjectSnapshot.objects.filter(owner=project.owner_id)
    if known := kept.filter(sha256=sha256, main=project.main_path).first():
        return known
    size = sum(project.files.filter(deleted_at__isnull=True).values_list("size", flat=True))
    if (kept.aggregate(total=Sum("size"))["total"] or 0) + size > PROJECT_SNAPSHOT_BYTES:
        raise HandInError(FULL)
    return ProjectSnapshot.objects.create(
        owner_id=project.owner_id, sha256=sha256, main=project.main_path, files=files, size=size
    )
