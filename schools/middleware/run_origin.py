"""The run origin is answered before any school, session or person is looked up."""

from collections.abc import Callable

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import resolve

from schools.errors import plain_error


class RunOriginMiddleware:
    """Serves RUN_URLCONF on the host of RUN_ORIGIN and lets nothing else happen there."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.get_host().lower() != settings.RUN_HOST:
            return self.get_response(request)
        if request.method not in ("GET", "HEAD"):
            return plain_error(405, "This address only serves the Python runtime.")
        try:
            match = resolve(request.path_info, settings.RUN_URLCONF)
        except Http404:
            return plain_error(404, "This address only serves the Python runtime.")
        request.resolver_match = match
        return match.func(request, *match.args, **match.kwargs)
