"""Pictures of an exercise's text."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from accounts.requests import SignedInRequest
from exercises.document.files import bytes_of
from exercises.queries import exercises_open_to

TYPES = {
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "webp": "image/webp",
    "svg": "image/svg+xml",
}
# Should somebody open a picture as a page of its own, it can do nothing there.
POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox"


@login_required
@require_safe
def picture(request: SignedInRequest, exercise_id: int, picture: str) -> HttpResponse:
    """A picture of the published exercise, for those to whom it is open."""
    open_now = exercises_open_to(request.user).select_related("published")
    exercise = get_object_or_404(open_now, pk=exercise_id)
    return picture_response(exercise.open_version.document, picture)


def picture_response(document: dict[str, Any], path: str) -> HttpResponse:
    """The picture of that path. Raises Http404."""
    kind = TYPES.get(path.rsplit(".", 1)[-1].lower())
    file = next((file for file in document["pictures"] if file["path"] == path), None)
    if file is None or kind is None:
        raise Http404
    response = HttpResponse(bytes_of(file), content_type=kind)
    response["Content-Security-Policy"] = POLICY
    return response
