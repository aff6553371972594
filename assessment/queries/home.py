"""What the page that everybody lands on shows of assignments. Nothing here changes anything."""

from datetime import timedelta

from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from accounts.models import User
from assessment.models import Assignment, Release
from assessment.queries.assignments import assignments_visible_to, submissions_visible_to
from assessment.queries.queue import TO_MARK, in_state

NEW = timedelta(days=14)
SHOWN = 5


def new_feedback(student: User) -> list[Release]:
    """What was released to her in the last two weeks, the latest first; one for each assignment."""
    rows = Release.objects.filter(
        hand_in__submission__student=student,
        hand_in__submission__assignment__published_at__isnull=False,
        released_at__gte=timezone.now() - NEW,
    ).select_related("hand_in__submission__assignment")
    latest: dict[int, Release] = {}
    for release in rows.defer("content"):
        latest.setdefault(release.hand_in.submission_id, release)
    return list(latest.values())[:SHOWN]


def waiting_for_marking(teacher: User) -> QuerySet[Assignment]:
    """Assignments with work that was handed in and is not decided yet, each with `waiting`; the fullest first."""
    waiting = in_state(submissions_visible_to(teacher), TO_MARK)
    counted = Count("submissions", filter=Q(submissions__in=waiting.values("pk")))
    found = assignments_visible_to(teacher).filter(archived=False).annotate(waiting=counted)
    return found.filter(waiting__gt=0).order_by("-waiting", "due_at", "pk")


def due_next(teacher: User) -> QuerySet[Assignment]:
    """What is published and due from now on, the next first."""
    found = assignments_visible_to(teacher).filter(archived=False, published_at__isnull=False)
    return found.filter(due_at__gte=timezone.now()).order_by("due_at", "pk").prefetch_related("classrooms")
