"""The assignments that a project is work for, for pages of other apps."""

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from assessment.enums import Progress
from assessment.models import AssignmentItem, Submission
from assessment.queries.assignments import assignments_open_to
from assessment.queries.times import times_in
from assessment.times import Times
from projects.assigned import Assigned
from projects.models import Project


def assigned_to(person: User, project: Project) -> Assigned | None:
    """Of those that are open to her, the latest that is not over, else the latest."""
    assignments = assignments_open_to(person).filter(archived=False)
    items = list(
        AssignmentItem.objects.filter(
            Q(exercise__works__project=project) | Q(works__project=project),
            assignment__in=assignments.values("pk"),
        )
        .select_related("assignment")
        .order_by("-assignment_id")
    )
    if not items:
        return None
    times = times_in(person, [item.assignment for item in items])
    return min((_assigned(item, *times[item.assignment_id]) for item in items), key=lambda one: one.is_over)


def _assigned(item: AssignmentItem, submission: Submission | None, times: Times) -> Assigned:
    is_done = submission is not None and (submission.state == Progress.COMPLETE or submission.excused)
    url = reverse("assignments:work", args=[item.assignment_id, item.pk])
    return Assigned(item.assignment.title, url, is_done or not times.takes_work(timezone.now()))
