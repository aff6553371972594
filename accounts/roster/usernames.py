"""User names that a child can type on any keyboard: `ada.l` for Ada Lovelace."""

import re
import unicodedata

from anyascii import anyascii

NOTHING_TO_TYPE = "student"
LONGEST_STEM = 16
# As these are written where the letters are at home; anyascii drops the dots.
_SPELT = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "oe", "æ": "ae", "œ": "oe", "þ": "th"}
)


def stem_of(first: str, last: str) -> str:
    """What a user name begins with: the first name and one letter; empty when nothing of the name can be typed."""
    begin, end = (_letters(first.partition(" ")[0]) or _letters(first))[:LONGEST_STEM], _letters(last)
    if not begin:
        return end[:LONGEST_STEM]
    return f"{begin}.{end[0]}" if end else begin


class UsernameMaker:
    """Makes user names that nobody has, one after the other."""

    def __init__(self, taken: set[str]) -> None:
        self._taken = set(taken)
        self._numbers: dict[str, int] = {}

    def make(self, first: str, last: str) -> str:
        """The next free name: the stem, `ada.l`, `ada.l2`, …; `student1`, … where nothing can be typed."""
        stem = stem_of(first, last)
        number = self._numbers.get(stem, 1)
        name = stem or f"{NOTHING_TO_TYPE}{number}"
        while name in self._taken:
            number += 1
            name = f"{stem or NOTHING_TO_TYPE}{number}"
        self._numbers[stem] = number
        self._taken.add(name)
        return name


def _letters(text: str) -> str:
    """The letters and digits of a name in ASCII. Chinese characters are left out: how they are read depends on the
    language."""
    composed = unicodedata.normalize("NFC", text).lower().translate(_SPELT)
    kept = "".join(one for one in composed if one.isalnum() or unicodedata.combining(one))
    typed = anyascii("".join(one for one in kept if not _is_ideograph(one)))
    return re.sub(r"[^a-z0-9]", "", typed.lower())


def _is_ideograph(letter: str) -> bool:
    return unicodedata.name(letter, "").startswith("CJK ")
