"""Error answers: one plain sentence, as a page for people and as JSON for programs."""

import sys

from django.conf import settings
from django.core.exceptions import DisallowedHost, RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from schools.names import address_of

SENTENCES = {
    400: "Codeyard could not understand this request.",
    403: "You may not open this page.",
    404: "There is nothing at this address, or it is not yours to see.",
    413: "This request is too large.",
    500: "Something went wrong on our side. Your saved work is safe; please try again.",
    503: "Codeyard cannot reach its database at the moment. Your saved work is safe; please try again in a minute.",
}
NO_SCHOOL = "There is no school at this address."
TOO_OLD = "This page was open for too long. Go back, reload it and try again."
SECONDS_TO_WAIT = "10"
TOO_MUCH = (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)


def plain_error(status: int, sentence: str) -> HttpResponse:
    """An answer of one sentence, for requests that belong to no school's page."""
    return HttpResponse(f"{sentence}\n", status=status, content_type="text/plain; charset=utf-8")


def json_error(status: int, code: str, message: str, **more: object) -> JsonResponse:
    """The shape of every refusal of the API: `{code, message}`, and what else a code is documented to carry."""
    return JsonResponse({"code": code, "message": message, **more}, status=status)


def wants_json(request: HttpRequest) -> bool:
    """Whether a program asks, not a person."""
    return "application/json" in (request.headers.get("Accept", ""), request.content_type)


def error_page(request: HttpRequest, status: int, code: str, sentence: str = "") -> HttpResponse:
    """The page, or the JSON, for `status`."""
    sentence = sentence or SENTENCES[status]
    if wants_json(request):
        return json_error(status, code, sentence)
    return render(request, "error.html", {"sentence": sentence, "status": status}, status=status)


def no_school(request: HttpRequest) -> HttpResponse:
    """404 for a host that leads nowhere, with the way to the public site.

    Nothing of the request is shown, and no session or person is asked for: this host is nobody's.
    """
    if wants_json(request):
        return json_error(404, "not-found", NO_SCHOOL)
    context = {"public_address": address_of(settings.BASE_DOMAIN)}
    return render(request, "schools/no_school.html", context, status=404)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400, or 413 when it was too much. No template: the request may be too broken to trust its host."""
    if isinstance(exception, DisallowedHost):
        return plain_error(400, f"{NO_SCHOOL} Codeyard is at {address_of(settings.BASE_DOMAIN)}")
    status = 413 if isinstance(exception, TOO_MUCH) else 400
    return plain_error(status, SENTENCES[status])


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403."""
    return error_page(request, 403, "forbidden")


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404."""
    return error_page(request, 404, "not-found")


def server_error(request: HttpRequest) -> HttpResponse:
    """500, or 503 while the database is away. No template: whatever failed may fail again."""
    status = 503 if isinstance(sys.exc_info()[1], OperationalError | InterfaceError) else 500
    if wants_json(request):
        response: HttpResponse = json_error(status, "unavailable", SENTENCES[status])
    else:
        response = plain_error(status, SENTENCES[status])
    if status == 503:
        response["Retry-After"] = SECONDS_TO_WAIT
    return response


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 when a form's token is missing or old."""
    return error_page(request, 403, "csrf", TOO_OLD)
