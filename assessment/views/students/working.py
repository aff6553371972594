"""Working on an item of an assignment: the workspace, with Hand in."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from accounts.models import User
from accounts.requests import SignedInRequest
from assessment.errors import HandInError
from assessment.models import AssignmentItem, Submission
from assessment.queries.feedback import feedback_of
from assessment.queries.items import items_of
from assessment.queries.student_work import Place, place_in
from assessment.services.handing_in import begin, open_item
from assessment.views.students.rows import assignment_for
from assessment.views.students.words import handed_in_sentence
from exercises.views.exercise import exercise_context
from projects.errors import SaveError
from projects.models import Project, ProjectFile
from projects.views.workspace import ICONS, workspace_data
from runtime_static.offline import may_be_kept
from schools.errors import error_page


@login_required
@require_safe
def work(request: SignedInRequest, assignment_id: int, item_id: int) -> HttpResponse:
    """One's own work on the item, begun by opening it. Her device may keep the page."""
    found = assignment_for(request.user, assignment_id)
    item = get_object_or_404(found.items.select_related("exercise__published"), pk=item_id)
    submission = begin(student=request.user, assignment=found)
    try:
        project = open_item(submission=submission, item=item)
    except (HandInError, SaveError) as error:
        return error_page(request, 400, "invalid", str(error))
    context = {
        **_workspace(item, project, request.user),
        **_around(request.user, submission, item, project),
    }
    template = "project" if item.exercise is None else "exercise"
    response = render(request, f"assessment/students/work_{template}.html", context)
    return may_be_kept(response, f"{context['title']} ({found.title})")


def _workspace(item: AssignmentItem, project: Project, person: User) -> dict[str, Any]:
    """What the page would be without the assignment."""
    page = reverse("assignments:work", args=[item.assignment_id, item.pk])
    if item.exercise is not None:
        context = exercise_context(project.exercise_work, person, page)
        return {**context, "title": context["document"]["title"], "assigned": None}  # the page is its own
    workspace = workspace_data(project, person, page)
    return {
        "project": project,
        "workspace": workspace,
        "read_only": False,
        "icons": ICONS,
        "title": item.title,
    }


def _around(person: User, submission: Submission, item: AssignmentItem, project: Project) -> dict[str, Any]:
    """What the assignment adds."""
    place = place_in(person, submission.assignment)
    items = list(items_of(submission.assignment))
    number = next(number for number, one in enumerate(items) if one.pk == item.pk)
    feedback = feedback_of(submission)
    return {
        "assignment": submission.assignment,
        "place": place,
        "number": number + 1,
        "count": len(items),
        "previous": items[number - 1] if number else None,
        "next": items[number + 1] if number + 1 < len(items) else None,
        "handed_in": handed_in_sentence(place.hand_in) if place.hand_in else "",
        "is_changed": _is_changed(place, project),
        "feedback": next((one for one in feedback.items if one.item == item.pk), None) if feedback else None,
        "release": feedback.release if feedback else None,
        "hand_in_data": {"url": reverse("assignments:hand-in", args=[item.assignment_id]), "item": item.pk},
    }


def _is_changed(place: Place, project: Project) -> bool:
    """Whether something was saved after the hand-in."""
    if place.hand_in is None:
        return False
    return ProjectFile.objects.filter(project=project, saved_at__gt=place.hand_in.handed_in_at).exists()
