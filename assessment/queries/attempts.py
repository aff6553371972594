"""One student's attempts at one exercise."""

from accounts.models import User
from assessment.models import Verdict
from exercises.models import Attempt, Exercise

LISTED = 50


def attempts_of(student: User, exercise: Exercise) -> list[Attempt]:
    """The latest first, with their versions and files."""
    found = Attempt.objects.filter(work__student=student, work__exercise=exercise)
    return list(found.select_related("version", "snapshot", "work").defer("version__recorded")[:LISTED])


def verdict_that_counts(attempt: Attempt) -> Verdict | None:
    """With its results, its version and its batch."""
    made = Verdict.objects.filter(
        attempt=attempt, made_at__isnull=False, batch__published_at__isnull=False
    ).select_related("version", "batch__started_by")
    return made.order_by("-batch__published_at", "-pk").first()
