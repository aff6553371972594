"""Verdicts: the outcome of a check in plain words, with no more in it than the check means to show."""

from dataclasses import asdict, dataclass, field, replace
from typing import Any, Literal

from codeyard_checks.judging.context import Context
from codeyard_checks.judging.observed import Failure, Observed

State = Literal["passed", "failed", "error"]
TEXT_LIMIT = 20_000
BARE = {
    "passed": "Your program does what this check expects.",
    "failed": "Your program does not do what this check expects.",
    "error": "This could not be checked.",
}
Difference = list[tuple[str, str]]


@dataclass(frozen=True)
class Verdict:
    """What is told of a check.

    `plain` is the sentence for when expected and got are not shown, `bare` that for when not even the input is;
    `failing` a step that fails by itself, of which smaller ones can be tried.
    """

    state: State
    summary: str
    plain: str = ""
    bare: str = ""
    given: str = ""
    expected: str = ""
    got: str = ""
    difference: Difference = field(default_factory=list)
    place: dict[str, Any] | None = None
    debug: dict[str, Any] | None = None
    failing: dict[str, Any] | None = None


def as_data(verdict: Verdict, context: Context, trust: str, ms: float) -> dict[str, Any]:
    """The VERDICT of docs/checks.md, with `show` applied."""
    show = context.check.get("show") or "all"
    told = asdict(replace(verdict, **_hidden(verdict, show)))
    del told["plain"], told["bare"]
    for name in ("given", "expected", "got"):
        told[name] = shortened(told[name])
    message = context.check.get("message")
    told["message"] = message if verdict.state != "passed" and isinstance(message, str) else ""
    return {"check": context.id, "trust": trust, **told, "ms": round(ms, 1)}


def _hidden(verdict: Verdict, show: str) -> dict[str, Any]:
    if show == "all":
        return {}
    plain = verdict.plain or verdict.summary
    hidden: dict[str, Any] = {"summary": plain, "expected": "", "got": "", "difference": []}
    if show == "input":
        return hidden
    return {
        **hidden,
        "summary": verdict.bare or BARE[verdict.state],
        "given": "",
        "debug": None,
        "failing": None,
    }


def shortened(text: str) -> str:
    """The text, at most 20,000 characters of it."""
    return text if len(text) <= TEXT_LIMIT else f"{text[:TEXT_LIMIT]}\n…"


def passed(summary: str, **fields: Any) -> Verdict:
    """The program did what was expected."""
    return Verdict("passed", summary, **fields)


def failed(summary: str, plain: str = "", **fields: Any) -> Verdict:
    """The program did something else. `plain` must not tell what was expected."""
    return Verdict("failed", summary, plain, **fields)


def could_not(summary: str, plain: str = "", **fields: Any) -> Verdict:
    """It could not be checked."""
    return Verdict("error", summary, plain, **fields)


def unfinished(seen: Observed, context: Context, needs: str = "", **fields: Any) -> Verdict | None:
    """The verdict on a step that came to no proper end; None when it did. `needs` is what it has to have given."""
    if seen.ended:
        words = _ENDED[seen.ended].format(seconds=_seconds(context))
        return could_not(words, bare=words, **fields)
    if seen.cut:
        return could_not(TOO_MUCH, bare=TOO_MUCH, **fields)
    if seen.error is not None and seen.missing_input:
        return could_not(MORE_INPUT, bare=MORE_INPUT, place=place(seen.error), **fields)
    if seen.error is not None:
        return stopped_by(seen.error, **fields)
    if needs and seen.exit is not None and needs not in seen.data:
        return could_not(ENDED_ITSELF, bare=ENDED_ITSELF, **fields)
    return None


def stopped_by(error: Failure, during: str = "", **fields: Any) -> Verdict:
    """The verdict on a program that stopped with an error."""
    where = f" in line {error.line}" if error.line else ""
    if error.path and error.line:
        where += f" of {error.path}"
    bare = f"Your program stopped with {error.type}{where}."
    plain = f"{during} stopped with {error.type}{where}." if during else bare
    if error.type in ("SyntaxError", "IndentationError", "TabError"):
        plain = bare = f"Python cannot read the program: there is a mistake{where}."
    words = f"{plain[:-1]}: {error.message}" if error.message else plain
    return could_not(words, plain, bare=bare, got=error.text, place=place(error), **fields)


def place(error: Failure | None) -> dict[str, Any] | None:
    """Where an error happened in the student's files."""
    if error is None or error.path is None or error.line is None:
        return None
    return {"path": error.path, "line": error.line}


def _seconds(context: Context) -> str:
    seconds = context.number("seconds", 5.0) or 5.0
    return "1 second" if seconds == 1 else f"{seconds:g} seconds"


TOO_MUCH = "It printed far too much. Is there a loop that never stops?"
MORE_INPUT = "It asked for more input than this check gives."
ENDED_ITSELF = "The program ended itself, with exit(), before it could be checked."
_ENDED = {
    "timed_out": "It did not end within {seconds}. Is there a loop that never stops?",
    "lost": "Python stopped without a word, so this could not be checked.",
    "not_run": "It was not run, because an earlier check did not end.",
}
