"""Batches, and what of them is still to be run."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from accounts.enums import Role
from accounts.models import User
from accounts.queries import students_visible_to
from assessment.models import Batch, HandInItem, Verdict
from assessment.queries.scope import Scope

PUZZLE = "puzzle"


@dataclass(frozen=True, slots=True)
class Task:
    """Verdicts that come out alike, so that one of them is run: the same code, checks and, for a puzzle, person."""

    verdicts: tuple[Verdict, ...]

    @property
    def first(self) -> Verdict:
        """The one that is run and whose attempt names the task."""
        return self.verdicts[0]


def batches_of(teacher: User) -> QuerySet[Batch]:
    """Those that she started herself. None for people who no longer teach."""
    if not teacher.is_staff:
        return Batch.objects.none()
    return Batch.objects.filter(started_by=teacher)


def latest_batch(scope: Scope) -> Batch | None:
    """The last one that she started here and did not cancel."""
    return (
        batches_of(scope.teacher)
        .filter(**scope.subject, classroom=scope.classroom, cancelled_at__isnull=True)
        .select_related("collection", "assignment")
        .first()
    )


def verdicts_of(batch: Batch, teacher: User) -> QuerySet[Verdict]:
    """The batch's verdicts on students whom she still teaches, and on what others made who hand in with them."""
    students = students_visible_to(teacher).filter(role=Role.STUDENT).values("pk")
    hers = Q(attempt__work__student__in=students)
    if batch.assignment_id is not None:
        handed_in = HandInItem.objects.filter(
            hand_in__submission__assignment=batch.assignment_id, hand_in__submission__student__in=students
        )
        hers |= Q(attempt__in=handed_in.values("attempt"))
    return Verdict.objects.filter(hers, batch=batch)


def waiting_in(batch: Batch, teacher: User) -> QuerySet[Verdict]:
    """Those that are still to be made."""
    return verdicts_of(batch, teacher).filter(made_at__isnull=True)


def tasks_of(batch: Batch, teacher: User) -> list[Task]:
    """What is still to be run, in the order in which it was planned. Neither code nor documents are loaded."""
    waiting = waiting_in(batch, teacher).select_related("attempt__work__student").order_by("pk")
    with_puzzle = _versions_with_puzzle(batch)
    groups: dict[tuple[str, int, int], list[Verdict]] = {}
    for verdict in waiting:
        person = verdict.attempt.work.student_id if verdict.version_id in with_puzzle else 0
        groups.setdefault((verdict.code_sha256, verdict.version_id, person), []).append(verdict)
    return [Task(tuple(group)) for group in groups.values()]


def _versions_with_puzzle(batch: Batch) -> set[int]:
    """The versions whose outcome depends on the person."""
    has_puzzle = {"version__document__checks__contains": [{"kind": PUZZLE}]}
    return set(Verdict.objects.filter(batch=batch, **has_puzzle).values_list("version_id", flat=True))
