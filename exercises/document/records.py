"""What lists and maps of a document may be: shapes made of other shapes, which report what is wrong inside them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from exercises.document.problems import Place
from exercises.document.shapes import Choice, FaultError, Shape, did_you_mean
from exercises.document.written import is_nothing

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


def _copy(value: Any) -> Any:
    return list(value) if isinstance(value, list) else value
