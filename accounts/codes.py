"""Codes that people read from a slip or a blackboard and type: passwords to begin with, and joining a class."""

import secrets
import unicodedata

# Without 0 o 1 l i and other pairs that look or sound alike on a blackboard: 40 bits in eight characters.
CODE_ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
CODE_LENGTH = 8
WRITTEN_LENGTH = CODE_LENGTH + 1


def new_code() -> str:
    """A random code as it is written: `abcd-efgh`."""
    return _written("".join(secrets.choice(CODE_ALPHABET) for _ in range(CODE_LENGTH)))


def normalise_code(typed: str) -> str:
    """The code that somebody meant, as it is written; empty when what was typed cannot be one.

    Capitals, blanks and other hyphens make no difference.
    """
    letters = "".join(letter for letter in unicodedata.normalize("NFKC", typed).lower() if letter.isalnum())
    if len(letters) != CODE_LENGTH or not set(letters) <= set(CODE_ALPHABET):
        return ""
    return _written(letters)


def _written(letters: str) -> str:
    return f"{letters[:4]}-{letters[4:]}"
