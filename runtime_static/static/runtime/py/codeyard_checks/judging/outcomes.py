"""What comes of a call: a value, an exception, something printed. Expected beside got."""

import ast
from dataclasses import dataclass
from typing import Any

from codeyard_checks.judging import observed, verdicts
from codeyard_checks.judging.context import Context
from codeyard_checks.judging.differences import difference
from codeyard_checks.judging.observed import Failure, Malformed, Observed
from codeyard_checks.judging.problems import Problem
from codeyard_checks.judging.texts import TextMatch
from codeyard_checks.judging.verdicts import Verdict
from codeyard_checks.values.comparing import can_be_compared, same
from codeyard_checks.values.wording import shown, type_name

TOLERANCE = 1e-9
LONG = 60
PRINTED = TextMatch("trimmed", ignore_case=False, ignore_space=False, tolerance=None)
NOTHING = {"t": "none"}
NO_RETURN = "Is there a return?"
PRINTED_ONLY = "It printed something; a function gives a value with return."


@dataclass(frozen=True)
class Outcome:
    """What is expected; None where it does not matter."""

    value: dict[str, Any] | None = None
    raises: str | None = None
    words: str = ""
    prints: str | None = None


@dataclass(frozen=True)
class Result:
    """What was seen of a call."""

    value: dict[str, Any] | None
    error: Failure | None
    printed: str


@dataclass(frozen=True)
class Rules:
    """How values are compared."""

    tolerance: float | None
    exact_type: bool


def rules(context: Context) -> Rules:
    """The rules that a check's fields say. Raises Problem."""
    return Rules(context.number("tolerance", TOLERANCE), context.flag("exact_type"))


def read(seen: Observed, count: int) -> list[Result]:
    """The calls of a step. Raises Malformed, also when there are not as many as were asked for."""
    values = seen.data.get("values")
    if not isinstance(values, list) or len(values) != count:
        raise Malformed("there are not as many values as calls")
    return [_result(value) for value in values]


def _result(raw: Any) -> Result:
    if not isinstance(raw, dict):
        raise Malformed("a value has no shape")
    error = observed.failure(raw.get("error"))
    value = raw.get("value")
    if error is None and not isinstance(value, dict):
        raise Malformed("a call has neither value nor error")
    pieces = observed.pieces(raw.get("transcript", []))
    return Result(None if error else value, error, "".join(text for kind, text in pieces if kind == "out"))


def kept(call: str, result: Result) -> dict[str, Any]:
    """A result of the solution as it is recorded. Raises Problem when another run could not give the same."""
    if result.error is not None:
        return {"raises": result.error.type, "prints": None, "value": None}
    if not can_be_compared(result.value):
        raise Problem(
            f"What {call[:80]} gives cannot be compared: {shown(result.value)[:80]}. Make a list or text of it."
        )
    return {"raises": None, "prints": result.printed or None, "value": result.value}


def recorded(kept: Any) -> Outcome:
    """What was recorded, as an expectation. Raises Problem."""
    if not isinstance(kept, dict) or not (kept.get("value") or kept.get("raises")):
        raise Problem("What was recorded from the solution cannot be read. Publish the exercise again.")
    return Outcome(value=kept.get("value"), raises=kept.get("raises"), prints=kept.get("prints"))


def compared(call: str, expected: Outcome, got: Result, how: Rules, **fields: Any) -> Verdict | None:
    """The verdict on a call that did not do what was expected; None when it did."""
    fields = {"given": call, "expected": described(expected), "got": told(got), **fields}
    call = call if len(call) <= LONG and "\n" not in call else "The call"
    if expected.raises is not None:
        return _by_error(call, expected, got, fields)
    if got.error is not None:
        fields["got"] = got.error.text
        return verdicts.stopped_by(got.error, during=call, **{k: v for k, v in fields.items() if k != "got"})
    if expected.value is not None and not same(expected.value, got.value, how.tolerance, how.exact_type):
        return _by_value(call, expected, got, how, fields)
    if expected.prints is not None and not PRINTED.holds(expected.prints, got.printed):
        return _by_output(call, expected.prints, got.printed, fields)
    return None


def _by_error(call: str, expected: Outcome, got: Result, fields: dict[str, Any]) -> Verdict | None:
    plain = f"{call} did not stop with the error that was expected."
    if got.error is None:
        summary = f"{call} should stop with {expected.raises}, but it gave {_short(got.value)}."
        return verdicts.failed(summary, plain, **fields)
    if not got.error.is_a(str(expected.raises)):
        summary = f"{call} should stop with {expected.raises}, but it stopped with {got.error.type}."
        return verdicts.failed(summary, plain, place=verdicts.place(got.error), **fields)
    if expected.words.casefold() not in got.error.message.casefold():
        summary = f"The message of the {got.error.type} should contain “{expected.words[:LONG]}”."
        return verdicts.failed(summary, plain, place=verdicts.place(got.error), **fields)
    return None


def _by_value(call: str, expected: Outcome, got: Result, how: Rules, fields: dict[str, Any]) -> Verdict:
    plain = f"{call} did not give what was expected."
    if got.value == NOTHING and expected.value != NOTHING:
        hint = (
            "Is there a return?"
            if not got.printed
            else "It printed something: a function gives a value with return."
        )
        return verdicts.failed(f"{call} gave None. {hint}", f"{call} gave None. {hint}", **fields)
    wanted, seen = shown(expected.value), shown(got.value)
    parts = difference(wanted, seen)
    if wanted == seen or (how.exact_type and same(expected.value, got.value, how.tolerance)):
        kinds = type_name(got.value), type_name(expected.value)
        summary = f"{call} gave {kinds[0]}, but {kinds[1]} was expected: {_short(expected.value)}."
    elif len(wanted) > LONG or len(seen) > LONG:
        summary = plain
    else:
        summary = f"{call} gave {seen}, but {wanted} was expected."
    return verdicts.failed(summary, plain, difference=parts, **fields)


def _by_output(call: str, wanted: str, seen: str, fields: dict[str, Any]) -> Verdict:
    fields = {**fields, "expected": wanted, "got": seen}
    plain = f"{call} did not print what was expected."
    summary = plain if seen.strip() else f"{call} printed nothing."
    if (
        max(len(wanted.strip()), len(seen.strip())) <= LONG
        and seen.strip()
        and "\n" not in (seen + wanted).strip()
    ):
        summary = f"{call} printed “{seen.strip()}”, but “{wanted.strip()}” was expected."
    return verdicts.failed(summary, plain, difference=difference(wanted, seen), **fields)


def described(expected: Outcome) -> str:
    """What is expected, for people."""
    if expected.raises is not None:
        return f"{expected.raises}: {expected.words}" if expected.words else expected.raises
    return shown(expected.value) if expected.value is not None else expected.prints or ""


def told(got: Result) -> str:
    """What was seen, for people."""
    if got.error is not None:
        return f"{got.error.type}: {got.error.message}" if got.error.message else got.error.type
    return shown(got.value)


def printing(call: str) -> str:
    """Source text that makes a call and prints what it gives; statements stay as they are."""
    try:
        ast.parse(call.strip(), mode="eval")
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return call
    return f"print({call.strip()})"


def _short(value: Any) -> str:
    text = shown(value)
    return text if len(text) <= LONG else type_name(value)
