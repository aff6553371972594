"""The student's page of an exercise: the workspace with the text beside it."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from accounts.requests import SignedInRequest
from exercises.queries import exercises_open_to
from exercises.services import open_exercise
from exercises.shapes import ICONS, exercise_data, text_html
from exercises.verified import verified_results
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
    version = found.open_version
    try:
        work = open_exercise(person=request.user, exercise=found)
    except SaveError as error:
        return error_page(request, 400, "invalid", str(error))
    context = {
        "exercise": found,
        "document": version.document,
        "text": text_html(found, version.document["text"]),
        "project": work.project,
        "workspace": workspace_data(work.project, request.user, page=found.get_absolute_url()),
        "exercise_data": exercise_data(work, version, request.user),
        "verified": verified_results(request.user, [found.pk]).get(found.pk),
        "icons": ICONS,
    }
    return may_be_kept(render(request, "exercises/exercise.html", context), version.document["title"])
