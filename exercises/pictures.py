"""Pictures of an exercise's text, as answers."""

from typing import Any

from django.http import Http404, HttpResponse

from exercises.document.files import bytes_of

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


def picture_response(document: dict[str, Any], path: str) -> HttpResponse:
    """The picture of that path. Raises Http404."""
    kind = TYPES.get(path.rsplit(".", 1)[-1].lower())
    file = next((file for file in document["pictures"] if file["path"] == path), None)
    if file is None or kind is None:
        raise Http404
    response = HttpResponse(bytes_of(file), content_type=kind)
    response["Content-Security-Policy"] = POLICY
    return response
