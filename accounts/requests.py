"""Requests of people who are signed in, for type checkers."""

from django.http import HttpRequest

from accounts.models import User


class SignedInRequest(HttpRequest):
    """A request whose `user` is a person; `login_required` and the API see to it."""

    user: User
