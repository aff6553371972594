"""How user names are written: one spelling for each person, whatever keyboard typed it."""

import re
import unicodedata

from django.core.exceptions import ValidationError

LONGEST_USERNAME = 60
_ALLOWED = re.compile(r"[\w.@+-]+")


def normalise_username(typed: str) -> str:
    """The spelling that is stored and looked up: NFKC, lower case, no blanks at the ends.

    Full-width letters and capitals lead to the same person, also when guesses are counted.
    """
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", typed).casefold()).strip()


def validate_username(username: str) -> None:
    """Raise ValidationError unless every character is a letter, a digit or one of `. @ + - _`."""
    if not _ALLOWED.fullmatch(username):
        raise ValidationError("A user name has only letters, digits and . @ + - _", code="invalid")
