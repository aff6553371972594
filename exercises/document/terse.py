"""Values without what goes without saying: fields that are as they would be when they were left out."""

from collections.abc import Mapping
from typing import Any

from exercises.document.records import REQUIRED, ByField, Either, Listing, Maybe, Record
from exercises.document.shapes import Shape


def terse_record(record: Record, value: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a checked value that a file must hold, in the order of the record."""
    fields = record.fields
    fixed = {
        name for name, field in fields.items()
        if not callable(field.default) and (field.default is REQUIRED or value[name] != field.default)
    }  # fmt: skip
    written = {name: value[name] for name in fields if name in fixed}
    kept = [
        name for name, field in fields.items()
        if name in fixed or (callable(field.default) and value[name] != field.otherwise(written, record.main))
    ]  # fmt: skip
    return {name: _terse(fields[name].shape, value[name]) for name in kept}


def _terse(shape: Shape, value: Any) -> Any:
    if isinstance(shape, Maybe | Either):
        return value if value is None or isinstance(value, str) else _terse(shape.shape, value)
    if isinstance(shape, Listing):
        return [_terse(shape.shape, item) for item in value]
    if isinstance(shape, ByField):
        return terse_record(shape.record_of(value), value)
    return terse_record(shape, value) if isinstance(shape, Record) else value
