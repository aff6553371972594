"""The student's page of an exercise: the workspace with the text beside it."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from accounts.models import User
from accounts.requests import SignedInRequest
from exercises.models import Work
from exercises.queries import exercises_open_to
from exercises.services import open_exercise
from exercises.shapes import ICONS, exercise_data, text_html
from exercises.verified import verified_results
from projects.assigned import assigned_to
from projects.errors import SaveError
from projects.views.workspace import workspace_data
from runtime_static.offline import may_be_kept
from schools.errors import error_page


@login_required
@require_safe
def exercise(request: SignedInRequest, exercise_id: int) -> HttpResponse:
    """One's own work on a published exercise, begun by opening it. Her device may keep the page."""
    open_now = exercises_open_to(request.user).select_related("published", "collection")
    found = get_object_or_404(open_now, pk=exercise_id)
    try:
        work = open_exercise(person=request.user, exercise=found)
    except SaveError as error:
        return error_page(request, 400, "invalid", str(error))
    context = exercise_context(work, request.user, found.get_absolute_url())
    response = render(request, "exercises/exercise.html", context)
    return may_be_kept(response, found.open_version.document["title"])


def exercise_context(work: Work, viewer: User, page: str) -> dict[str, Any]:
    """What the template of a person's own page is given; `page` is the page's address."""
    exercise, version = work.exercise, work.exercise.open_version
    assigned = assigned_to(viewer, work.project)
    held_back = assigned is not None and assigned.holds_solution
    return {
        "assigned": assigned,
        "exercise": exercise,
        "document": version.document,
        "text": text_html(exercise, version.document["text"]),
        "project": work.project,
        "workspace": workspace_data(work.project, viewer, page=page),
        "exercise_data": exercise_data(work, version, viewer, held_back=held_back),
        "verified": verified_results(viewer, [exercise.pk]).get(exercise.pk),
        "icons": ICONS,
    }
