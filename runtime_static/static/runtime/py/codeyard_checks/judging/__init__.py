"""The trusted side: plans what to observe, and judges it. It parses student code and never runs any."""

import json
from collections.abc import Callable
from typing import Any

from codeyard_checks.judging import kinds, observed, verdicts
from codeyard_checks.judging.context import Context
from codeyard_checks.judging.observed import Malformed, Observed
from codeyard_checks.judging.problems import Problem

Data = dict[str, Any]
UNREADABLE = "This check could not be read."


def answer(request: str) -> str:
    """The answer to a request, both JSON. What is wrong with the request is `{"problem": sentence}`, no exception."""
    try:
        asked = json.loads(request)
        return json.dumps(REQUESTS[asked["do"]](asked))
    except Problem as problem:
        return json.dumps({"problem": str(problem)})
    except (
        KeyError,
        TypeError,
        ValueError,
        AttributeError,
        IndexError,
        RecursionError,
        MemoryError,
    ) as error:
        return json.dumps({"problem": f"{UNREADABLE} ({type(error).__name__}: {str(error)[:200]})"})


def plan(asked: Data) -> Data:
    """The steps of the checks that are asked for, and what is wrong with the others."""
    steps: list[Data] = []
    problems: dict[str, str] = {}
    for check in asked["checks"]:
        try:
            context = _context(asked, check)
            steps += kinds.of(context.check).plan(context)
        except Problem as problem:
            problems[check] = str(problem)
    return {"steps": steps, "problems": problems}


def judge(asked: Data) -> Data:
    """The verdict on one check."""
    context = _context(asked, asked["check"])
    seen: list[Observed] = []
    try:
        kind = kinds.of(context.check)
        trust = kind.TRUST
    except Problem as problem:
        return verdicts.as_data(
            verdicts.could_not(f"This check has a mistake. {problem}"), context, "outside", 0
        )
    try:
        steps = context.steps if context.steps is not None else kind.plan(context)
        seen = _observed(steps, asked["observations"])
        reference = _observed(steps, asked["reference"]) if asked.get("reference") else None
        verdict = kind.judge(context, seen, reference)
    except Problem as problem:
        verdict = verdicts.could_not(f"This check has a mistake. {problem}")
    except (
        Malformed,
        KeyError,
        TypeError,
        ValueError,
        AttributeError,
        IndexError,
        ArithmeticError,
        RecursionError,
    ):
        verdict = verdicts.could_not("What the program did could not be read, so this could not be checked.")
    return verdicts.as_data(verdict, context, trust, sum(one.ms for one in seen))


def record(asked: Data) -> Data:
    """What to keep of a run of the solution, for each check that needs something of it."""
    recorded: dict[str, Any] = {}
    problems: dict[str, str] = {}
    for check in [check["id"] for check in asked["document"]["checks"]]:
        try:
            context = _context(asked, check)
            kind = kinds.of(context.check)
            kept = kind.record(context, _observed(kind.plan(context), asked["observations"]))
            if kept is not None:
                recorded[check] = kept
        except Problem as problem:
            problems[check] = str(problem)
        except Malformed:
            problems[check] = "What the solution did could not be read."
    return {"recorded": recorded, "problems": problems}


def shrink(asked: Data) -> Data:
    """Smaller steps than the one that fails."""
    context = _context(asked, asked["check"])
    if context.check.get("kind") != "random":
        return {"steps": []}
    from codeyard_checks.judging.kinds import random_inputs

    return {"steps": random_inputs.shrink(context, asked["failing"])}


def _context(asked: Data, check: str) -> Context:
    document = asked["document"]
    for one in document["checks"]:
        if one["id"] == check:
            recorded = (asked.get("recorded") or {}).get(check)
            person, seed = asked.get("person") or "", asked.get("seed")
            return Context(
                one, document, recorded, person, seed, asked.get("files") or [], asked.get("steps")
            )
    raise Problem(f"There is no check “{check[:100]}”.")


def _observed(steps: list[Data], observations: Any) -> list[Observed]:
    return [observed.read(observations.get(step["id"], {"not_run": True})) for step in steps]


REQUESTS: dict[str, Callable[[Data], Data]] = {
    "plan": plan,
    "judge": judge,
    "record": record,
    "shrink": shrink,
}
