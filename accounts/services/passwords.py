"""Passwords: one's own, and codes that a teacher gives to a pupil who has none or forgot it."""

import secrets
from datetime import timedelta

from axes.utils import reset
from django.db import transaction
from django.utils import timezone

from accounts.models import User

# Without 0 o 1 l i and other pairs that look or sound alike on a blackboard: 40 bits in eight characters.
CODE_ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
CODE_LENGTH = 8
CODE_LIFETIME = timedelta(days=1)
FIRST_CODE_LIFETIME = timedelta(days=14)  # a new class may have its first lesson after the holidays


@transaction.atomic
def give_password_code(*, person: User, lifetime: timedelta = CODE_LIFETIME) -> str:
    """Replace a person's password by a code, which is returned and kept nowhere.

    She must choose a password at her next sign-in; a code not used within `lifetime` opens nothing. Her
    sessions end, because they are bound to the old password, and her lock is lifted.
    """
    code = _new_code()
    person.set_password(code)
    person.must_change_password = True
    person.password_expires_at = timezone.now() + lifetime
    person.save(update_fields=["password", "must_change_password", "password_expires_at"])
    unlock(person=person)
    return code


@transaction.atomic
def set_own_password(*, person: User, password: str) -> User:
    """The password that a person chose for herself; it was validated before."""
    person.set_password(password)
    person.must_change_password = False
    person.password_expires_at = None
    person.save(update_fields=["password", "must_change_password", "password_expires_at"])
    return person


def unlock(*, person: User) -> None:
    """Forget the wrong passwords that were typed for this name."""
    reset(username=person.username)


def _new_code() -> str:
    letters = "".join(secrets.choice(CODE_ALPHABET) for _ in range(CODE_LENGTH))
    return f"{letters[:4]}-{letters[4:]}"
