"""What a teacher needs to set assignments. Nothing here changes anything."""

from datetime import datetime

from django.db.models import Count, F, IntegerField, OuterRef, Prefetch, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils import timezone

from accounts.models import Classroom, Enrolment, User
from accounts.queries import classrooms_visible_to, students_visible_to
from assessment.enums import Progress, Stage
from assessment.models import Assignment, HandIn, HandInItem, ItemWork, Submission
from assessment.queries.assignments import assignments_visible_to
from assessment.queries.queue import TO_MARK, in_state
from exercises.models import Exercise
from exercises.queries import exercises_visible_to

HANDED_IN = "Students have handed this in, so it stays."
BEGUN = "Students have begun to work on this, so it stays."


def classrooms_to_set_for(user: User) -> QuerySet[Classroom]:
    """The classes that she may set something for: those she sees that are not archived."""
    return classrooms_visible_to(user).filter(archived=False)


def exercises_to_set(user: User) -> QuerySet[Exercise]:
    """Published exercises, in the order of their collections, each with `shown_title` as students see it.

    Those of collections that students do not find count too: an assignment opens them.
    """
    published = exercises_visible_to(user).filter(published__isnull=False, archived=False)
    return with_shown_title(published)


def with_shown_title(exercises: QuerySet[Exercise]) -> QuerySet[Exercise]:
    """Each with its collection and the title that is published."""
    shown = exercises.select_related("collection").annotate(shown_title=F("published__document__title"))
    return shown.defer("text", "trial")


def categories_used(user: User) -> list[str]:
    """The categories of the assignments that she sees, by name."""
    named = assignments_visible_to(user).exclude(category="")
    return list(named.order_by("category").values_list("category", flat=True).distinct())


def why_items_stay(assignment: Assignment) -> dict[int, str]:
    """By item: why it cannot be removed. Two queries."""
    begun = ItemWork.objects.filter(item__assignment=assignment).values_list("item", flat=True)
    handed_in = HandInItem.objects.filter(item__assignment=assignment).values_list("item", flat=True)
    return dict.fromkeys(begun, BEGUN) | dict.fromkeys(handed_in, HANDED_IN)


def has_hand_ins(assignment: Assignment) -> bool:
    """Whether anybody has handed in."""
    return HandIn.objects.filter(submission__assignment=assignment).exists()


def students_of_classes(assignment: Assignment) -> int:
    """How many students an assignment is for, whoever teaches them."""
    enrolled = Enrolment.objects.filter(classroom__assignments=assignment, classroom__archived=False)
    return enrolled.values("student").distinct().count()


def stage_of(assignment: Assignment, now: datetime | None = None) -> Stage:
    """Where the assignment stands, extensions of single students left out."""
    now = now or timezone.now()
    if assignment.archived:
        return Stage.ARCHIVED
    if assignment.is_draft:
        return Stage.DRAFT
    if assignment.opens_at and assignment.opens_at > now:
        return Stage.OPENING
    return Stage.CLOSED if assignment.closes_at and assignment.closes_at < now else Stage.OPEN


def in_stage(assignments: QuerySet[Assignment], stage: Stage, now: datetime) -> QuerySet[Assignment]:
    """Those that stand there, as `stage_of` says."""
    if stage == Stage.ARCHIVED:
        return assignments.filter(archived=True)
    kept = assignments.filter(archived=False)
    if stage == Stage.DRAFT:
        return kept.filter(published_at__isnull=True)
    kept = kept.filter(published_at__isnull=False)
    if stage == Stage.OPENING:
        return kept.filter(opens_at__gt=now)
    kept = kept.exclude(opens_at__gt=now)
    return kept.filter(closes_at__lt=now) if stage == Stage.CLOSED else kept.exclude(closes_at__lt=now)


def with_figures(assignments: QuerySet[Assignment], user: User) -> QuerySet[Assignment]:
    """Each with `shown_classrooms`, and of the students whom she sees: `set_for`, `handed_in` of these, `to_mark`."""
    classrooms = classrooms_visible_to(user)
    enrolled = Enrolment.objects.filter(
        classroom__assignments=OuterRef("pk"),
        classroom__archived=False,
        classroom__in=classrooms.values("pk"),
    )
    submissions = Submission.objects.filter(
        assignment=OuterRef("pk"), student__in=students_visible_to(user).values("pk")
    )
    begun = submissions.exclude(state=Progress.IN_PROGRESS)
    present = begun.filter(
        student__in=Enrolment.objects.filter(
            classroom__assignments=OuterRef("assignment"),
            classroom__archived=False,
            classroom__in=classrooms.values("pk"),
        ).values("student")
    )
    return assignments.prefetch_related(
        Prefetch("classrooms", queryset=classrooms, to_attr="shown_classrooms")
    ).annotate(
        set_for=_count(enrolled.values("classroom__assignments"), "student"),
        handed_in=_count(present.values("assignment"), "pk"),
        to_mark=_count(in_state(submissions, TO_MARK).values("assignment"), "pk"),
    )


def _count(grouped: QuerySet, counted: str) -> Coalesce:
    """How many different ones there are in the one group of a subquery."""
    number = grouped.order_by().annotate(number=Count(counted, distinct=True)).values("number")
    return Coalesce(Subquery(number, output_field=IntegerField()), Value(0))
