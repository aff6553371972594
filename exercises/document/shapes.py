"""What a value of a document may be. A shape checks one value and gives it in its one canonical form."""

import difflib
import math
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from exercises.document.problems import Place
from exercises.document.written import is_nothing, meant


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


REQUIRED: Any = object()


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a record. `default` may be a function of what is around it: the record as written, and the main
    file's path.
    """

    shape: Shape
    default: Any = REQUIRED

    def otherwise(self, written: Mapping[str, Any], main: str) -> Any:
        """The value when the field is absent."""
        return self.default(written, main) if callable(self.default) else _copy(self.default)


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


@dataclass(frozen=True, slots=True)
class Maybe:
    """Nothing, or a value of the shape."""

    shape: Shape

    def check(self, value: Any, place: Place) -> Any:
        return None if is_nothing(value) else self.shape.check(value, place)


@dataclass(frozen=True, slots=True)
class Either:
    """A word, or a value of the shape."""

    words: tuple[str, ...]
    shape: Shape

    def check(self, value: Any, place: Place) -> Any:
        if isinstance(value, str):
            return Choice(self.words).check(value, place)
        return self.shape.check(value, place)


@dataclass(frozen=True, slots=True)
class Listing:
    """Several values of one shape. Those that are faulty are reported and left out."""

    shape: Shape
    most: int
    fewest: int = 0
    name_of: Callable[[Any], str] = field(default=lambda _: "")

    def check(self, value: Any, place: Place) -> list[Any]:
        if isinstance(value, Mapping) or not isinstance(value, list):
            raise FaultError("This must be a list.")
        if len(value) > self.most:
            raise FaultError(f"There may be {self.most:,} of these at most; there are {len(value):,}.")
        if len(value) < self.fewest:
            raise FaultError(
                "This must not be empty." if self.fewest == 1 else f"This needs {self.fewest} values."
            )
        checked = []
        for number, item in enumerate(value):
            spot = place.item(number, self.name_of(item))
            try:
                checked.append(self.shape.check(item, spot))
            except FaultError as fault:
                (spot.field(fault.field) if fault.field else spot).report(str(fault))
        return checked


@dataclass(frozen=True, slots=True)
class Record:
    """Fields with names. `what` names the record in sentences, `finish` looks at the whole and reports."""

    what: str
    fields: Mapping[str, Field]
    main: str = ""
    finish: Callable[[dict[str, Any], Place], None] | None = None

    def check(self, value: Any, place: Place) -> dict[str, Any]:
        if not isinstance(value, Mapping):
            raise FaultError(f"This must be {self.what} with fields.")
        before = len(place.problems)
        report_unknown(value, self.fields, self.what, place)
        checked = {name: self._field(name, value, place.field(name)) for name in self.fields}
        if self.finish and len(place.problems) == before:
            self.finish(checked, place)
        return checked

    def _field(self, name: str, written: Mapping[str, Any], place: Place) -> Any:
        known = self.fields[name]
        absent = name not in written or (
            is_nothing(written[name]) and not isinstance(known.shape, Maybe) and known.default is not REQUIRED
        )
        if not absent:
            try:
                return known.shape.check(written[name], place)
            except FaultError as fault:
                place.report(str(fault))
        elif known.default is REQUIRED:
            place.report("This is missing.")
        return None if known.default is REQUIRED else known.otherwise(written, self.main)


@dataclass(frozen=True, slots=True)
class ByField:
    """One of several records, told by the field that only it has."""

    records: Mapping[str, Record]
    what: str

    def record_of(self, value: Mapping[str, Any]) -> Record:
        """The record that the value is one of. Raises FaultError."""
        found = [name for name in self.records if name in value]
        if len(found) != 1:
            raise FaultError(f"{self.what} has exactly one of {', '.join(self.records)}.")
        return self.records[found[0]]

    def check(self, value: Any, place: Place) -> dict[str, Any]:
        if not isinstance(value, Mapping):
            raise FaultError(f"{self.what} has one of the fields {', '.join(self.records)}.")
        return self.record_of(value).check(value, place)


def report_unknown(value: Mapping[Any, Any], known: Mapping[str, Any], what: str, place: Place) -> None:
    """Report every key that is no field."""
    for name in value:
        if name not in known:
            shown = str(name)[:60]
            hint = did_you_mean(name, tuple(known))
            place.field(shown).report(f"There is no field “{shown}” in {what}{hint}.")


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
    if any(unicodedata.category(character) == "Cs" for character in set(text)):
        raise FaultError("This holds half a character, which cannot be stored.")


def line_ends(text: str) -> str:
    """The text with `\\n` at the end of its lines."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _alternatives(words: tuple[str, ...]) -> str:
    quoted = [f"“{word}”" for word in words]
    return " or ".join([", ".join(quoted[:-1]), quoted[-1]]) if len(quoted) > 1 else quoted[0]


def _copy(value: Any) -> Any:
    return list(value) if isinstance(value, list) else value
