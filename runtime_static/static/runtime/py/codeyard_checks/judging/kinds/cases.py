"""`function` and `class`: calls, each with the value, the exception or the output that is expected."""

from typing import Any

from codeyard_checks.judging import outcomes
from codeyard_checks.judging.context import Context, Step
from codeyard_checks.judging.literals import tagged
from codeyard_checks.judging.observed import Observed
from codeyard_checks.judging.outcomes import Outcome
from codeyard_checks.judging.problems import Problem
from codeyard_checks.judging.verdicts import Verdict, passed, unfinished

TRUST = "outside"
EXPECTATIONS = ("gives", "raises", "prints")


def plan(context: Context) -> list[Step]:
    """One import, then the calls in their order."""
    for number in range(1, len(_cases(context)) + 1):
        _stated(context, number)
    outcomes.rules(context)
    return [
        context.step(
            1,
            "evaluate",
            stdin=context.text("input"),
            module=context.module(),
            setup=_setup(context),
            star=True,
            calls=[case["call"] for case in _cases(context)],
            fresh=False,
            mode="value",
        )
    ]


def judge(context: Context, seen: list[Observed], reference: list[Observed] | None) -> Verdict:
    """The first call that did not do what was expected."""
    cases, given = _cases(context), context.text("input")
    broken = unfinished(seen[0], context, "values", given=given, debug=_debug(context, cases[:1]))
    if broken is not None:
        return broken
    results = outcomes.read(seen[0], len(cases))
    solution = _of_solution(context, reference)
    for number, (case, got) in enumerate(zip(cases, results, strict=True), start=1):
        expected = _stated(context, number) or solution[number - 1]
        if expected is None:
            raise Problem(
                f"Case {number} says nothing that is expected, and nothing was recorded from the solution."
            )
        verdict = outcomes.compared(
            case["call"], expected, got, outcomes.rules(context), debug=_debug(context, cases[:number])
        )
        if verdict is not None:
            return verdict
    count = len(cases)
    return passed(
        "The call did what was expected." if count == 1 else f"All {count} calls did what was expected."
    )


def record(context: Context, seen: list[Observed]) -> list[Any] | None:
    """What the solution did in each case that does not say what is expected; None for the others."""
    cases = _cases(context)
    if all(_stated(context, number) for number in range(1, len(cases) + 1)):
        return None
    if not seen[0].completed:
        raise Problem("The solution did not come to its end, so there is nothing to compare with.")
    results = outcomes.read(seen[0], len(cases))
    kept: list[Any] = []
    for number, (case, result) in enumerate(zip(cases, results, strict=True), start=1):
        kept.append(None if _stated(context, number) else outcomes.kept(case["call"], result))
    return kept


def _cases(context: Context) -> list[dict[str, Any]]:
    cases = context.items("cases")
    if not cases:
        raise Problem("The field “cases” is empty.")
    for number, case in enumerate(cases, start=1):
        if not isinstance(case, dict) or not isinstance(case.get("call"), str) or not case["call"].strip():
            raise Problem(f"Case {number} in the field “cases” has no “call”.")
    return cases


def _stated(context: Context, number: int) -> Outcome | None:
    """What a case itself says is expected; None when the solution decides."""
    case = context.items("cases")[number - 1]
    for name in EXPECTATIONS:
        if case.get(name) is not None and not isinstance(case[name], str):
            raise Problem(f"“{name}” of case {number} has to be text.")
    if all(case.get(name) is None for name in EXPECTATIONS):
        return None
    try:
        value = None if case.get("gives") is None else tagged(case["gives"])
    except Problem as problem:
        raise Problem(f"“gives” of case {number}: {problem}") from problem
    kind, _, words = (case.get("raises") or "").partition(":")
    return Outcome(value=value, raises=kind.strip() or None, words=words.strip(), prints=case.get("prints"))


def _of_solution(context: Context, reference: list[Observed] | None) -> list[Outcome | None]:
    recorded = record(context, reference) if reference is not None else context.recorded
    count = len(_cases(context))
    if not isinstance(recorded, list) or len(recorded) != count:
        return [None] * count
    return [None if kept is None else outcomes.recorded(kept) for kept in recorded]


def _setup(context: Context) -> str:
    setup = context.text("setup")
    if context.check.get("kind") != "class":
        return setup
    create = context.text("create").strip()
    if not create:
        raise Problem("The field “create” is empty: it has to make the object that is called it.")
    return f"{setup}\nit = ({create})\n"


def _debug(context: Context, cases: list[dict[str, Any]]) -> dict[str, Any]:
    """A program that makes the failing call, after what has to come before it."""
    lines = [f"from {context.module()} import *"]
    lines += [line for line in [_setup(context).strip()] if line]
    earlier = [case["call"] for case in cases[:-1]] if context.check.get("kind") == "class" else []
    return {
        "stdin": context.text("input"),
        "code": "\n".join([*lines, *earlier, outcomes.printing(cases[-1]["call"])]),
    }
