"""What Codeyard changes in allauth."""

from typing import Any, cast

from allauth.account.adapter import DefaultAccountAdapter
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from accounts.addresses import client_address
from accounts.models import User
from accounts.services import set_own_password

WRONG = "The user name or the password is not right."


class AccountAdapter(DefaultAccountAdapter):
    """Accounts are made by teachers and administrators, never by signing up."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "username_password_mismatch": WRONG,
        "invalid_login": WRONG,
        "enter_current_password": "This is not your present password.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def authenticate(self, request: HttpRequest, **credentials: Any) -> AbstractBaseUser | None:
        """None for people who may not sign in; allauth would tell whoever asks that the account exists."""
        person = super().authenticate(request, **credentials)
        return (
            person
            if isinstance(person, User) and person.is_active and not person.password_has_expired
            else None
        )

    def add_message(self, *args: Any, **kwargs: Any) -> None:
        """Nothing: who signed in or out sees that she did."""

    def is_safe_url(self, url: str | None) -> bool:
        """Only addresses of this very school: other schools and the run origin are strangers."""
        return url_has_allowed_host_and_scheme(url, allowed_hosts={self.request.get_host()})

    def get_client_ip(self, request: HttpRequest) -> str:
        return client_address(request)

    def set_password(self, user: AbstractBaseUser, password: str) -> None:
        set_own_password(person=cast(User, user), password=password)

    def clean_password(self, password: str, user: AbstractBaseUser | None = None) -> str:
        """Django's validators; and a code that somebody else has seen cannot become the password."""
        if isinstance(user, User) and user.must_change_password and user.check_password(password):
            raise ValidationError("Choose another password than the code that you were given.")
        return super().clean_password(password, user)

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("home")
