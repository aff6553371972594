"""Headers that keep pages apart: cross-origin isolation for the workspace, no caching of what is private."""

from collections.abc import Callable
from typing import TypeVar

from csp.constants import SELF
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

ADMIN_PATH = "/admin/"
ISOLATED = "is_isolated"
Response = TypeVar("Response", bound=HttpResponseBase)


def isolated(response: Response) -> Response:
    """The page of the back office, with the headers of a workspace: it runs programs."""
    setattr(response, ISOLATED, True)
    return response


class IsolationHeadersMiddleware:
    """Sets COEP, CORP, Permissions-Policy and `no-store` on answers that did not set their own.

    The back office needs no isolation, and its own pages may frame each other. Those of its pages that run
    programs ask for the headers of a workspace with `isolated`.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.permissions = (
            f'cross-origin-isolated=(self "{settings.RUN_ORIGIN}"), camera=(), microphone=(), geolocation=(), '
            "payment=(), usb=(), display-capture=()"
        )

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.path.startswith(ADMIN_PATH) and not getattr(response, ISOLATED, False):
            response._csp_replace = {"script-src": [SELF], "frame-ancestors": [SELF]}  # type: ignore[attr-defined]
            response.headers["X-Frame-Options"] = "SAMEORIGIN"
        else:
            response.headers.setdefault("Cross-Origin-Embedder-Policy", "require-corp")
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        response.headers.setdefault("Permissions-Policy", self.permissions)
        response.headers.setdefault("Cache-Control", "no-store")
        return response
