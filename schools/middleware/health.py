"""`/healthz` on every host: load balancers ask by address, not by name."""

import logging
from collections.abc import Callable

from django.db import Error, connection
from django.http import HttpRequest, HttpResponse, JsonResponse

from schools.tenancy import use_public_schema

PATH = "/healthz"
log = logging.getLogger(__name__)


class HealthMiddleware:
    """Answers 200 when the database does, else 503."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return _health() if request.path == PATH else self.get_response(request)


def _health() -> HttpResponse:
    use_public_schema()
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except Error as error:
        log.warning("The database does not answer: %s", str(error).partition("\n")[0])
        return JsonResponse({"status": "unavailable", "database": "unreachable"}, status=503)
    return JsonResponse({"status": "ok", "database": "ok"})
