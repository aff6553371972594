"""Whose attempts at what a page or a batch is about."""

from collections.abc import Iterable

from django.db.models import QuerySet

from accounts.enums import Role
from accounts.models import Classroom, Enrolment, User
from accounts.queries import classrooms_visible_to, students_visible_to
from assessment.models import Batch, Verdict
from exercises.models import Attempt, Collection, Exercise


def classrooms_of(teacher: User) -> QuerySet[Classroom]:
    """The classes that she may choose between."""
    return classrooms_visible_to(teacher).filter(archived=False)


def students_in(teacher: User, classroom: Classroom | None) -> QuerySet[User]:
    """Her students, or those of one class, by name as they are listed."""
    students = students_visible_to(teacher).filter(role=Role.STUDENT)
    if classroom is not None:
        students = students.filter(pk__in=Enrolment.objects.filter(classroom=classroom).values("student"))
    return students.order_by("display_name", "username")


def exercises_of(collection: Collection) -> QuerySet[Exercise]:
    """What students find in it, in its order."""
    return Exercise.objects.filter(collection=collection, published__isnull=False, archived=False)


def exercises_in(batch: Batch) -> QuerySet[Exercise]:
    """What the batch is about."""
    if batch.collection is not None:
        return exercises_of(batch.collection)
    return Exercise.objects.filter(pk__in=[batch.exercise_id], published__isnull=False)


def latest_attempts(students: QuerySet[User], exercises: Iterable[Exercise]) -> QuerySet[Attempt]:
    """The latest attempt of each student at each exercise, by the server's time."""
    return (
        Attempt.objects.filter(
            work__student__in=students.order_by().values("pk"),
            work__exercise__in=[exercise.pk for exercise in exercises],
        )
        .order_by("work_id", "-made_at", "-pk")
        .distinct("work_id")
        .select_related("work", "snapshot")
        .defer("snapshot__files")
    )


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
