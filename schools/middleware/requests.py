"""Requests that nobody's browser makes are refused at the door, before a host or a session is looked up."""

from collections.abc import Callable
from urllib.parse import unquote_to_bytes

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from schools.errors import SENTENCES, json_error, plain_error, wants_json

NUL = "%00"


class RequestShapeMiddleware:
    """413 for a body over MAX_REQUEST_BYTES; 400 for an address with NUL, or a query that is not UTF-8."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if _declared_size(request) > settings.MAX_REQUEST_BYTES:
            return _too_large(request)
        if "\0" in request.path or _is_broken(request.META.get("QUERY_STRING", "")):
            return plain_error(400, SENTENCES[400])
        return self.get_response(request)


def _too_large(request: HttpRequest) -> HttpResponse:
    if wants_json(request):
        return json_error(413, "too-large", SENTENCES[413])
    return plain_error(413, SENTENCES[413])


def _declared_size(request: HttpRequest) -> int:
    try:
        return int(request.META.get("CONTENT_LENGTH") or 0)
    except ValueError:
        return 0  # Django takes it for no body too


def _is_broken(query: str) -> bool:
    """PostgreSQL stores no NUL, and text that is no UTF-8 has no meaning."""
    if NUL in query:
        return True
    try:
        unquote_to_bytes(query).decode()
    except UnicodeDecodeError:
        return True
    return False
