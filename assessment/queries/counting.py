"""Which attempts and verdicts count."""

from collections.abc import Iterable

from django.db.models import QuerySet

from accounts.models import User
from assessment.models import Assignment, HandIn, HandInItem, Verdict
from exercises.models import Attempt, Exercise

# The student and the exercise. Of a group each has the attempt, which one of them made.
Attempts = dict[tuple[int, int], Attempt]


def latest_attempts(students: QuerySet[User], exercises: Iterable[Exercise]) -> Attempts:
    """The latest attempt of each student at each exercise, by the server's time. One query."""
    found = (
        _attempts()
        .filter(
            work__student__in=students.order_by().values("pk"),
            work__exercise__in=[exercise.pk for exercise in exercises],
        )
        .order_by("work_id", "-made_at", "-pk")
        .distinct("work_id")
    )
    return {(one.work.student_id, one.work.exercise_id): one for one in found}


def latest_hand_ins(assignment: Assignment, students: Iterable[User] | QuerySet[User]) -> QuerySet[HandIn]:
    """Of each of them the one that counts, with its submission and marking."""
    return (
        HandIn.objects.filter(submission__assignment=assignment, submission__student__in=students)
        .order_by("submission_id", "-number")
        .distinct("submission_id")
        .select_related("submission__student", "marking")
    )


def counting_attempts(assignment: Assignment, students: QuerySet[User]) -> Attempts:
    """What each student handed in last; of who has not handed in, the latest attempts. A fixed number of queries.

    Of an item that was not handed in there is none, whatever was tried since.
    """
    handed_in = dict(latest_hand_ins(assignment, students).values_list("pk", "submission__student"))
    items = HandInItem.objects.filter(hand_in__in=handed_in, attempt__isnull=False)
    pairs = list(items.values_list("hand_in", "item__exercise", "attempt"))
    attempts = _attempts().in_bulk([attempt for _, _, attempt in pairs])
    exercises = Exercise.objects.filter(assignment_items__assignment=assignment)
    working = latest_attempts(students.exclude(pk__in=handed_in.values()), exercises)
    return working | {(handed_in[hand_in], exercise): attempts[pk] for hand_in, exercise, pk in pairs}


def counting_verdicts(attempts: Iterable[Attempt]) -> dict[int, Verdict]:
    """The verdict that counts, by attempt: of those that were made, the one of the batch published last.

    Without `results`, which are long.
    """
    found = (
        Verdict.objects.filter(
            attempt__in=[attempt.pk for attempt in attempts],
            made_at__isnull=False,
            batch__published_at__isnull=False,
        )
        .order_by("attempt_id", "-batch__published_at", "-pk")
        .distinct("attempt_id")
        .defer("results")
    )
    return {verdict.attempt_id: verdict for verdict in found}


def _attempts() -> QuerySet[Attempt]:
    return Attempt.objects.select_related("work", "snapshot").defer("snapshot__files")
