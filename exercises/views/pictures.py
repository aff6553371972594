"""Pictures of an exercise's text."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from accounts.requests import SignedInRequest
from exercises.pictures import picture_response
from exercises.queries import exercises_open_to


@login_required
@require_safe
def picture(request: SignedInRequest, exercise_id: int, picture: str) -> HttpResponse:
    """A picture of the published exercise, for those to whom it is open."""
    open_now = exercises_open_to(request.user).select_related("published")
    exercise = get_object_or_404(open_now, pk=exercise_id)
    return picture_response(exercise.open_version.document, picture)
