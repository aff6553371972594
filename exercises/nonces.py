"""Tokens that let a person report one attempt at one exercise, once and for a week."""

import secrets

from django.core.signing import BadSignature

from accounts.models import User
from exercises.limits import NONCE_SECONDS
from exercises.models import Exercise
from schools.signing import SchoolSigner

_SALT = "exercises.attempt"


def new_nonce(person: User, exercise: Exercise) -> str:
    """A token that nobody else can use, nor for another exercise, nor at another school."""
    return _signer().sign(f"{person.pk}.{exercise.pk}.{secrets.token_urlsafe(16)}")


def read_nonce(token: str, person: User, exercise: Exercise) -> str | None:
    """What is single about the token, or None when it is not this person's for this exercise, or too old."""
    try:
        value = _signer().unsign(token, max_age=NONCE_SECONDS)
    except BadSignature:
        return None
    owner, about, single = value.split(".", 2)
    return single if (owner, about) == (str(person.pk), str(exercise.pk)) else None


def _signer() -> SchoolSigner:
    return SchoolSigner(salt=_SALT)
