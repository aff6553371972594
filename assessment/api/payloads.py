"""What the page sends, checked word by word. Every function raises `Refusal` for what it cannot use."""

from typing import Any

from assessment.enums import BatchKind
from assessment.numbers import LARGEST_ID
from assessment.services import Found
from projects.api.errors import invalid
from projects.api.payloads import Payload, text_field

PORTION = 50
CHECKS = 200
LONGEST = {"check": 100, "summary": 2_000, "given": 10_000, "expected": 10_000, "got": 10_000}
STATES = ("passed", "failed", "error")
TRUSTS = ("outside", "beside")
RESULT_FIELDS = {*LONGEST, "state", "trust"}
LONGEST_RUNTIME = 200


def kind_of(payload: Payload) -> BatchKind:
    """`kind`."""
    kind = text_field(payload, "kind")
    if kind not in BatchKind.values:
        raise invalid("“kind” is verify or regrade.")
    return BatchKind(kind)


def optional_id(payload: Payload, name: str) -> int | None:
    """The id of a row, or null."""
    return None if payload.get(name) is None else _id(payload[name], name)


def found_in(payload: Payload) -> list[Found]:
    """`{"verdicts": [{"attempt", "runtime", "results"}]}`, and nothing else in it."""
    if set(payload) != {"verdicts"}:
        raise invalid("Send “verdicts” and nothing else.")
    return [_found(one) for one in _list(payload["verdicts"], "verdicts", PORTION)]


def _found(one: Any) -> Found:
    if not isinstance(one, dict) or set(one) != {"attempt", "runtime", "results"}:
        raise invalid("Each of “verdicts” has “attempt”, “runtime” and “results”.")
    return Found(
        attempt_id=_id(one["attempt"], "attempt"),
        runtime=_text(one, "runtime", LONGEST_RUNTIME),
        results=[_result(result) for result in _list(one["results"], "results", CHECKS)],
    )


def _result(one: Any) -> dict[str, str]:
    if not isinstance(one, dict) or set(one) != RESULT_FIELDS:
        raise invalid("Each of “results” has exactly the fields of a result.")
    if one["state"] not in STATES or one["trust"] not in TRUSTS:
        raise invalid("“state” or “trust” is none of those that there are.")
    texts = {name: _text(one, name, limit) for name, limit in LONGEST.items()}
    return {**texts, "state": one["state"], "trust": one["trust"]}


def _list(value: Any, name: str, limit: int) -> list[Any]:
    if not isinstance(value, list) or not 1 <= len(value) <= limit:
        raise invalid(f"“{name}” is a list of 1 to {limit}.")
    return value


def _text(holder: Payload, name: str, limit: int) -> str:
    text = text_field(holder, name)
    if len(text) > limit or "\0" in text:
        raise invalid(f"“{name}” is too long, or holds characters that cannot be stored.")
    return text


def _id(value: Any, name: str) -> int:
    if type(value) is not int or not 0 < value <= LARGEST_ID:
        raise invalid(f"“{name}” is no id.")
    return value
