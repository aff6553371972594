"""What students see of verdicts."""

from collections.abc import Iterable

from django.db.models import Exists, OuterRef, Q

from accounts.models import User
from assessment.models import HandInItem, Verdict
from exercises.verified import Verified


def verified_results(student: User, exercise_ids: Iterable[int]) -> dict[int, Verified]:
    """What counts for each exercise, of the latest attempt that has a published verdict. One query.

    What was found for an assignment is shown once the hand-in that it is about has been released.
    """
    exercise = "attempt__work__exercise_id"
    released = HandInItem.objects.filter(
        attempt=OuterRef("attempt"),
        hand_in__submission__assignment=OuterRef("batch__assignment"),
        hand_in__submission__student=student,
        hand_in__releases__isnull=False,
    )
    found = (
        Verdict.objects.filter(
            Q(batch__assignment__isnull=True) | Exists(released),
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
