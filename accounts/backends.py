"""How a name and a password lead to a person."""

from allauth.account.auth_backends import AuthenticationBackend
from django.contrib.auth.base_user import AbstractBaseUser

from accounts.models import User


class PersonBackend(AuthenticationBackend):
    """allauth's, and codes that were not used in time no longer open anything."""

    def user_can_authenticate(self, user: AbstractBaseUser | None) -> bool:
        return isinstance(user, User) and user.is_active and not user.password_has_expired
