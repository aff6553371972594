"""What concerns the person behind a request: whom the answer is for, and a password that must be changed first."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from accounts.models import User
from schools.errors import json_error, wants_json

NOBODY = "0"
SENTENCE = "Choose a password of your own first."


class PersonHeaderMiddleware:
    """Tells the browser's service worker for whom a page was made, so that it shows what it keeps to nobody else."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.get("Content-Type", "").startswith("text/html"):
            person = getattr(request, "user", None)
            response["X-Codeyard-Person"] = str(person.pk) if isinstance(person, User) else NOBODY
        return response


class PasswordChangeMiddleware:
    """Whoever signed in with a code chooses a password before anything else: leads every page to the form for a new
    password while one must be chosen; refuses the API."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *view: object) -> HttpResponse | None:
        """None lets the request through. Runs once the school's addresses are known."""
        person = getattr(request, "user", None)
        if not isinstance(person, User) or not person.must_change_password:
            return None
        allowed = (reverse("account_change_password"), reverse("account_logout"))
        if request.path in allowed:
            return None
        if wants_json(request):
            return json_error(403, "forbidden", SENTENCE)
        return redirect("account_change_password")
