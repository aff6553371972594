"""What every address of the API does before and after its own work."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase

from accounts.models import User
from projects.api.errors import CAUGHT, FORBIDDEN, OTHER_PERSON, SIGNED_OUT, Refusal, invalid, response_for
from projects.api.throttle import count_save
from projects.models import Project
from projects.queries import projects_visible_to
from schools.errors import json_error

READ_METHODS = ("GET", "HEAD")
Handler = Callable[..., dict[str, Any] | HttpResponseBase]


def endpoint(**handlers: Handler) -> Callable[..., HttpResponseBase]:
    """A view of `GET=…, PUT=…` for the person whom the page was made for; refusals are `{code, message}`.

    A handler takes the request and the address's ids; a dict that it returns becomes JSON.
    """
    handlers.setdefault("HEAD", handlers.get("GET", _no_head))

    def view(request: HttpRequest, **ids: Any) -> HttpResponseBase:
        handler = handlers.get(request.method or "")
        if handler is None:
            response = json_error(405, "invalid", "This address does not take this method.")
            response["Allow"] = ", ".join(handlers)
            return response
        try:
            _check_person(request)
            answer = handler(request, **ids)
        except CAUGHT as error:
            return response_for(_forbidden_or(error, request, ids))
        return answer if isinstance(answer, HttpResponseBase) else JsonResponse(answer)

    return view


def _check_person(request: HttpRequest) -> None:
    """Raise `Refusal` unless the person who is signed in is the one whom the page was made for."""
    person: User | AnonymousUser = request.user
    if not isinstance(person, User):
        raise Refusal(*SIGNED_OUT)
    named = request.headers.get("X-Codeyard-Person")
    reads = request.method in READ_METHODS
    if named is None and not reads:
        raise invalid("Say in X-Codeyard-Person for whom this page was made.")
    if named is not None and named != str(person.pk):
        raise Refusal(*OTHER_PERSON)
    if not reads:
        count_save(person)


def _forbidden_or(error: Exception, request: HttpRequest, ids: dict[str, Any]) -> Exception:
    """Services look in one's own projects only; who may see the project is told that she may not write."""
    if not isinstance(error, Project.DoesNotExist) or not isinstance(request.user, User):
        return error
    is_visible = projects_visible_to(request.user).filter(pk=ids["project_id"]).exists()
    return Refusal(*FORBIDDEN) if is_visible else error


def _no_head(request: HttpRequest, **ids: Any) -> HttpResponse:
    return json_error(405, "invalid", "This address does not take this method.")
