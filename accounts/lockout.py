"""What django-axes asks of us: who tries to sign in, from where, and what a locked-out person reads."""

from typing import Any

from axes.helpers import get_cool_off
from axes.models import AccessAttempt
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from accounts.addresses import client_address
from accounts.names import normalise_username


def attempted_name(request: HttpRequest, credentials: dict[str, Any] | None = None) -> str:
    """The name under which guesses are counted: one for all spellings of a name."""
    given = credentials or {}
    typed = given.get("username") or given.get("login") or request.POST.get("login", "")
    return normalise_username(typed)[:255].replace("\0", "")


def locked_page(
    request: HttpRequest, original: HttpResponse | None = None, credentials: dict[str, Any] | None = None
) -> HttpResponse:
    """429: when to try again, and who can help."""
    context = {"try_again_at": _end_of_lock(request, credentials), "status": 429}
    return render(request, "accounts/locked.html", context, status=429)


def _end_of_lock(request: HttpRequest, credentials: dict[str, Any] | None) -> object:
    name, address = attempted_name(request, credentials), client_address(request)
    attempts = AccessAttempt.objects.filter(username=name, ip_address=address)
    latest = attempts.order_by("-attempt_time").values_list("attempt_time", flat=True).first()
    return (latest or timezone.now()) + get_cool_off(request)
