"""`output`: lines in, text out."""

from typing import Any

from codeyard_checks.judging.context import Context, Step
from codeyard_checks.judging.observed import Observed
from codeyard_checks.judging.printed import compared
from codeyard_checks.judging.problems import Problem
from codeyard_checks.judging.texts import TextMatch
from codeyard_checks.judging.verdicts import Verdict, unfinished

TRUST = "outside"


def plan(context: Context) -> list[Step]:
    """One run of the program."""
    match = TextMatch.of(context)
    context.choice("prompts", ("ignore", "count"))
    expected = context.optional_text("output")
    if expected is not None and match.match == "pattern":
        match.pattern(expected)
    return [context.step(1, "program", stdin=context.text("input"), watch=[])]


def judge(context: Context, seen: list[Observed], reference: list[Observed] | None) -> Verdict:
    """What the program printed, beside what was expected."""
    given = context.text("input")
    fields: dict[str, Any] = {"given": given, "debug": {"stdin": given, "code": None}}
    broken = unfinished(seen[0], context, **fields)
    if broken is not None:
        return broken
    return compared(_expected(context, reference), _output(context, seen[0]), TextMatch.of(context), **fields)


def record(context: Context, seen: list[Observed]) -> dict[str, str] | None:
    """What the solution printed, where the check does not say what is expected."""
    if context.optional_text("output") is not None:
        return None
    if not seen[0].completed:
        raise Problem("The solution did not come to its end, so there is no output to compare with.")
    return {"output": _output(context, seen[0])}


def _output(context: Context, seen: Observed) -> str:
    return seen.output(prompts=context.choice("prompts", ("ignore", "count")) == "count")


def _expected(context: Context, reference: list[Observed] | None) -> str:
    expected = context.optional_text("output")
    if expected is not None:
        return expected
    if reference is not None:
        return record(context, reference)["output"]  # type: ignore[index]
    recorded = context.recorded
    if not isinstance(recorded, dict) or not isinstance(recorded.get("output"), str):
        raise Problem("The field “output” is empty, and nothing was recorded from the solution.")
    return str(recorded["output"])
