"""One student's attempts at one exercise."""

from django.db.models import Q

from accounts.models import User
from assessment.models import Assignment, HandInItem, Verdict
from exercises.models import Attempt, Exercise

LISTED = 50


def attempts_of(student: User, exercise: Exercise, assignment: Assignment | None = None) -> list[Attempt]:
    """Her last ones, the latest first, with their versions and files; in an assignment all that she or her group
    handed in."""
    handed_in = HandInItem.objects.filter(
        hand_in__submission__assignment=assignment,
        hand_in__submission__student=student,
        item__exercise=exercise,
    )
    found = Attempt.objects.filter(
        Q(work__student=student, work__exercise=exercise) | Q(pk__in=handed_in.values("attempt"))
    )
    found = found.select_related("version", "snapshot", "work").defer("version__recorded")
    listed = list(found[:LISTED])
    earlier = found.filter(pk__in=handed_in.values("attempt")).exclude(pk__in=[one.pk for one in listed])
    return [*listed, *earlier]


def verdict_that_counts(attempt: Attempt) -> Verdict | None:
    """With its results, its version and its batch."""
    made = Verdict.objects.filter(
        attempt=attempt, made_at__isnull=False, batch__published_at__isnull=False
    ).select_related("version", "batch__started_by")
    return made.order_by("-batch__published_at", "-pk").first()
