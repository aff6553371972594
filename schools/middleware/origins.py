"""Requests that another origin's page makes are refused: sibling hosts share cookies with us, even SameSite ones."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from schools.errors import plain_error

FOREIGN_SITES = ("cross-site", "same-site")
SENTENCE = "This request came from another website, so it was refused."


class ForeignOriginMiddleware:
    """403 for a foreign `Origin` or `Sec-Fetch-Site`, except for a person who follows a link."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if _is_foreign(request) and not _is_link(request):
            return plain_error(403, SENTENCE)
        return self.get_response(request)


def _is_foreign(request: HttpRequest) -> bool:
    own_origin = f"{request.scheme}://{request.get_host()}"
    origin = request.headers.get("Origin", own_origin)
    return origin != own_origin or request.headers.get("Sec-Fetch-Site") in FOREIGN_SITES


def _is_link(request: HttpRequest) -> bool:
    return (
        request.method in ("GET", "HEAD")
        and request.headers.get("Sec-Fetch-Mode") == "navigate"
        and request.headers.get("Sec-Fetch-Dest") == "document"
    )
