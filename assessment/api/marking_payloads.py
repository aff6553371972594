"""What the marking screen sends, checked word by word. Every function raises `Refusal` for what it cannot use."""

import re
from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.utils.dateparse import parse_datetime
from django.utils.timezone import make_aware

from assessment.enums import Outcome
from assessment.models import Criterion
from projects.api.errors import Refusal, invalid
from projects.api.payloads import Payload, text_field, typed

NUMBER = re.compile(r"[0-9]{1,7}(?:[.,][0-9]{1,4})?")
LONGEST_PATH = 500


def notes_in(payload: Payload, criteria: Mapping[int, Criterion]) -> dict[str, Any]:
    """What `save_marking` takes: `{revision, feedback, override, outcome, redoDueAt, points, wholeGroup}`."""
    return {
        "revision": typed(payload.get("revision"), int, "revision"),
        "feedback": storable(payload, "feedback"),
        "override": points_in(text_field(payload, "override"), "The mark"),
        "outcome": _outcome(payload),
        "redo_due_at": _moment(text_field(payload, "redoDueAt")),
        "points": _points(payload, criteria),
        "whole_group": whole_group(payload),
    }


def whole_group(payload: Payload) -> bool:
    """`wholeGroup`."""
    return typed(payload.get("wholeGroup"), bool, "wholeGroup")


def storable(payload: Payload, name: str) -> str:
    """A text that PostgreSQL stores."""
    text = text_field(payload, name)
    if "\0" in text:
        raise invalid(f"“{name}” holds characters that cannot be stored.")
    return text


def place_in(payload: Payload) -> tuple[int, str, int]:
    """`{item, path, line}` of a comment."""
    item, line = (typed(payload.get(name), int, name) for name in ("item", "line"))
    path = storable(payload, "path")
    if len(path) > LONGEST_PATH or not 0 < line < 2**31 or not 0 < item < 2**63:
        raise invalid("This line was not handed in.")
    return item, path, line


def points_in(text: str, what: str) -> Decimal | None:
    """A number as people write it, 7.5 or 7,5; None for an empty text."""
    text = text.strip()
    if not text:
        return None
    if not NUMBER.fullmatch(text):
        raise invalid(f"{what} needs a number from 0 on, such as 7.5.")
    return Decimal(text.replace(",", "."))


def _points(payload: Payload, criteria: Mapping[int, Criterion]) -> dict[int, Decimal]:
    given = typed(payload.get("points"), dict, "points")
    by_key = {str(key): one for key, one in criteria.items()}
    found = {}
    for key, text in given.items():
        if key not in by_key:
            raise Refusal(409, "rubric", "The rubric was changed meanwhile. Reload the page.")
        value = points_in(typed(text, str, "points"), f"“{by_key[key].title}”")
        if value is not None:
            found[by_key[key].pk] = value
    return found


def _outcome(payload: Payload) -> Outcome:
    outcome = text_field(payload, "outcome")
    if outcome not in Outcome.values:
        raise invalid("“outcome” is none of those that there are.")
    return Outcome(outcome)


def _moment(text: str) -> datetime | None:
    """A time of the school's clock, as a field for dates and times has it."""
    if not text:
        return None
    try:
        moment = parse_datetime(text)
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is not None:
        raise invalid("Choose a date and a time for the new try.")
    return make_aware(moment)
