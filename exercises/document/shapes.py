"""What a single value of a document may be. A shape checks it and gives it in its one canonical form."""

import difflib
import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from exercises.document.problems import Place
from exercises.document.written import meant


class FaultError(ValueError):
    """A value that cannot be taken; the text is a sentence for the person who wrote it, about one `field` of the value
    where that is named.
    """

    def __init__(self, sentence: str, field: str = "") -> None:
        super().__init__(sentence)
        self.field = field


class Shape(Protocol):
    """`check` gives the value in canonical form. It raises FaultError when nothing can be made of it, and reports to
    `place` what is wrong inside it.
    """

    def check(self, value: Any, place: Place) -> Any: ...


@dataclass(frozen=True, slots=True)
class Text:
    """Text with `\\n` line ends. `lines`: may have several. `filled`: must not be blank. `python`: a list or map that
    was written in brackets counts as its source. `then` gives the final form or raises FaultError.
    """

    longest: int
    lines: bool = False
    filled: bool = False
    python: bool = False
    then: Callable[[str], str] | None = None

    def check(self, value: Any, place: Place) -> str:
        if self.python and getattr(value, "source", None) is not None:
            value = value.source
        if not isinstance(value, str):
            raise FaultError("This must be text.")
        text = line_ends(str(value))
        if not self.lines:
            text = text.strip()
        self._check_characters(text)
        if self.filled and not text.strip():
            raise FaultError("This must not be empty.")
        return self.then(text) if self.then else text

    def _check_characters(self, text: str) -> None:
        if len(text) > self.longest:
            raise FaultError(f"This may be {self.longest:,} characters long at most; it has {len(text):,}.")
        if not self.lines and "\n" in text:
            raise FaultError("This must be one line.")
        check_storable(text)


@dataclass(frozen=True, slots=True)
class Choice:
    """One word of several."""

    words: tuple[str, ...]

    def check(self, value: Any, place: Place) -> str:
        if isinstance(value, str) and str(value) in self.words:
            return str(value)
        raise FaultError(f"This must be {_alternatives(self.words)}{did_you_mean(value, self.words)}.")


@dataclass(frozen=True, slots=True)
class Flag:
    """True or false."""

    def check(self, value: Any, place: Place) -> bool:
        value = meant(value)
        if isinstance(value, bool):
            return value
        raise FaultError("This must be true or false.")


@dataclass(frozen=True, slots=True)
class Integer:
    """A whole number within bounds."""

    low: int
    high: int

    def check(self, value: Any, place: Place) -> int:
        value = meant(value)
        if isinstance(value, bool) or not isinstance(value, int) or not self.low <= value <= self.high:
            raise FaultError(f"This must be a whole number from {self.low} to {self.high:,}.")
        return value


@dataclass(frozen=True, slots=True)
class Number:
    """A number within bounds; a whole one is given as int, so that each has one form."""

    low: float = -1e300
    high: float = 1e300

    def check(self, value: Any, place: Place) -> int | float:
        value = meant(value)
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise FaultError("This must be a number.")
        if not math.isfinite(value) or not self.low <= value <= self.high:
            raise FaultError(f"This must be a number from {self.low:g} to {self.high:g}.")
        return int(value) if value == int(value) and abs(value) < 1e15 else value


def did_you_mean(value: object, words: tuple[str, ...]) -> str:
    """The part of a sentence that names the word that was probably meant, or nothing."""
    close = (
        difflib.get_close_matches(str(value)[:60], words, n=1, cutoff=0.7) if isinstance(value, str) else []
    )
    return f" (did you mean “{close[0]}”?)" if close else ""


def check_storable(text: str) -> None:
    """Raise FaultError when the text holds what cannot be stored: NUL or half a character."""
    if "\0" in text:
        raise FaultError("This holds a NUL character, which no text may.")
    try:
        text.encode()
    except UnicodeEncodeError:
        raise FaultError("This holds half a character, which cannot be stored.") from None


def line_ends(text: str) -> str:
    """The text with `\\n` at the end of its lines."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _alternatives(words: tuple[str, ...]) -> str:
    quoted = [f"“{word}”" for word in words]
    return " or ".join([", ".join(quoted[:-1]), quoted[-1]]) if len(quoted) > 1 else quoted[0]
