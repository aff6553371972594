"""Time that has passed in the demo class: services stamp the present, so what they stored is put back."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.db.models import F, QuerySet

from assessment.models import (
    Assignment,
    Batch,
    HandIn,
    LineComment,
    Marking,
    Release,
    Submission,
    SubmissionEvent,
    Verdict,
)
from exercises.models import Attempt, Work
from projects.models import FileVersion, Project, ProjectFile


def let_pass(assignment: Assignment, **time: float) -> None:
    """Everything about the assignment becomes older by `timedelta(**time)`."""
    passed = timedelta(**time)
    for rows, fields in _dated(assignment):
        rows.update(**{field: F(field) - passed for field in fields})
    assignment.refresh_from_db()


def _dated(assignment: Assignment) -> Iterator[tuple[QuerySet[Any], tuple[str, ...]]]:
    """Rows with the fields that say when. Each exercise stands in one assignment of the demo class."""
    works = Work.objects.filter(exercise__assignment_items__assignment=assignment)
    projects = Project.objects.filter(exercise_work__in=works) | Project.objects.filter(
        assignment_work__item__assignment=assignment
    )
    own = ("created_at", "published_at", "opens_at", "due_at", "closes_at")
    yield Assignment.objects.filter(pk=assignment.pk), own
    yield Submission.objects.filter(assignment=assignment), ("started_at", "changed_at", "redo_due_at")
    yield SubmissionEvent.objects.filter(submission__assignment=assignment), ("at",)
    yield HandIn.objects.filter(submission__assignment=assignment), ("handed_in_at",)
    yield Marking.objects.filter(hand_in__submission__assignment=assignment), ("changed_at", "redo_due_at")
    comments = LineComment.objects.filter(handed_in__hand_in__submission__assignment=assignment)
    yield comments, ("created_at", "changed_at")
    yield Release.objects.filter(hand_in__submission__assignment=assignment), ("released_at",)
    yield Batch.objects.filter(assignment=assignment), ("started_at", "finished_at", "published_at")
    yield Verdict.objects.filter(batch__assignment=assignment), ("made_at",)
    yield Work.objects.filter(pk__in=works), ("started_at",)
    yield Attempt.objects.filter(work__in=works), ("made_at",)
    yield Project.objects.filter(pk__in=projects), ("created_at", "changed_at")
    yield ProjectFile.objects.filter(project__in=projects), ("saved_at",)
    yield FileVersion.objects.filter(file__project__in=projects), ("started_at", "saved_at")
