"""Passwords: one's own, and codes that a teacher gives to a pupil who has none or forgot it."""

from collections.abc import Sequence
from datetime import timedelta

from axes.models import AccessAttempt
from axes.utils import reset
from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.utils import timezone

from accounts.codes import new_code
from accounts.hashers import CodeHasher
from accounts.models import User

CODE_LIFETIME = timedelta(days=1)
FIRST_CODE_LIFETIME = timedelta(days=14)  # a new class may have its first lesson after the holidays
ROWS_A_STATEMENT = 200


def give_password_code(*, person: User, lifetime: timedelta = CODE_LIFETIME) -> str:
    """Replace a person's password by a code, which is returned and kept nowhere.

    She must choose a password at her next sign-in; a code not used within `lifetime` opens nothing. Her
    sessions end, because they are bound to the old password, and her lock is lifted.
    """
    [code] = give_password_codes(people=[person], lifetime=lifetime)
    return code


@transaction.atomic
def give_password_codes(*, people: Sequence[User], lifetime: timedelta = CODE_LIFETIME) -> list[str]:
    """A code for each, in their order, as `give_password_code` gives one; a class of 30 takes as long as a page."""
    codes = [new_code() for _ in people]
    until = timezone.now() + lifetime
    for person, code in zip(people, codes, strict=True):
        person.password = make_password(code, hasher=CodeHasher.algorithm)
        person.must_change_password = True
        person.password_expires_at = until
    same = {"must_change_password": True, "password_expires_at": until}
    User.objects.filter(pk__in=[person.pk for person in people]).update(**same)
    User.objects.bulk_update(people, ["password"], batch_size=ROWS_A_STATEMENT)
    AccessAttempt.objects.filter(username__in=[person.username for person in people]).delete()
    return codes


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
