"""What students see of verdicts."""

from collections.abc import Iterable

from accounts.models import User
from assessment.models import Verdict
from exercises.verified import Verified


def verified_results(student: User, exercise_ids: Iterable[int]) -> dict[int, Verified]:
    """What counts for each exercise, of the latest attempt that has a published verdict. One query."""
    exercise = "attempt__work__exercise_id"
    found = (
        Verdict.objects.filter(
            attempt__work__student=student,
            attempt__work__exercise__in=list(exercise_ids),
            made_at__isnull=False,
            batch__published_at__isnull=False,
        )
        .order_by(exercise, "-attempt__made_at", "-attempt_id", "-batch__published_at", "-pk")
        .distinct(exercise)
        .values_list(exercise, "attempt_id", "passed", "checks", "made_at")
    )
    return {exercise_id: Verified(*row) for exercise_id, *row in found}
