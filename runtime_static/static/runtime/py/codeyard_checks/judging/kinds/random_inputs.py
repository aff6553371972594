"""`random`: made up inputs, small ones first, and the solution's answer to each. The smallest that fails is shown."""

import random
from typing import Any

from codeyard_checks.judging import generators, outcomes, printed
from codeyard_checks.judging.context import Context, Step
from codeyard_checks.judging.generators import Generator
from codeyard_checks.judging.observed import Observed
from codeyard_checks.judging.problems import Problem
from codeyard_checks.judging.texts import TextMatch
from codeyard_checks.judging.verdicts import Verdict, passed, unfinished

TRUST = "outside"
COUNT = 60
MOST = 500
CALLS = 20  # calls in one step: when one of them does not end, the others of the step are not judged
ATTEMPTS = 5  # to find an input that was not there before
SHRUNK = 1_000  # numbers of steps with smaller inputs begin behind this one
CANDIDATES = 40
PROGRAM_CANDIDATES = 12
Inputs = list[str]  # for one call or run: the source text of each value


def plan(context: Context) -> list[Step]:
    """Calls in portions, or one run of the program for each input."""
    _made_by(context)
    outcomes.rules(context)
    TextMatch.of(context)
    return _steps(context, _all_inputs(context), first=1, seconds_for=CALLS)


def judge(context: Context, seen: list[Observed], reference: list[Observed] | None) -> Verdict:
    """The smallest input for which the program did something else than the solution."""
    steps = context.steps if context.steps is not None else plan(context)
    if reference is None and context.steps is None:
        expected = _recorded_results(context)
    elif reference is not None:
        expected = [
            result for step, one in zip(steps, reference, strict=True) for result in _kept(context, step, one)
        ]
    else:
        raise Problem("Smaller inputs can be judged only beside the solution.")
    wrong: list[tuple[bool, int, int, Verdict]] = []
    for step, one in zip(steps, seen, strict=True):
        part, expected = expected[: len(step["inputs"])], expected[len(step["inputs"]) :]
        for inputs, verdict in _judged(context, step, one, part):
            if verdict is not None:
                wrong.append(
                    (bool(one.ended), 0 if one.ended else len(" ".join(inputs)), len(wrong), verdict)
                )
    if wrong:
        return min(wrong, key=lambda one: one[:3])[3]
    count = sum(len(step["inputs"]) for step in steps)
    return passed(f"All {count} random inputs gave what was expected.")


def record(context: Context, seen: list[Observed]) -> dict[str, Any]:
    """The inputs, and what the solution made of each."""
    steps = plan(context)
    results = [kept for step, one in zip(steps, seen, strict=True) for kept in _kept(context, step, one)]
    return {"inputs": [inputs for step in steps for inputs in step["inputs"]], "results": results}


def shrink(context: Context, failing: Step) -> list[Step]:
    """Steps with smaller inputs than the one that failed; none when there are no smaller ones."""
    made_by = _made_by(context)
    try:
        values = [generators.read(text) for text in failing["inputs"][0]]
    except (KeyError, IndexError, TypeError, ValueError, SyntaxError) as error:
        raise Problem("The inputs of the failing step cannot be read.") from error
    if len(values) != len(made_by):
        raise Problem("The failing step belongs to another check.")
    seen = {tuple(failing["inputs"][0])}
    candidates: list[Inputs] = []
    for position, (generator, value) in enumerate(zip(made_by, values, strict=True)):
        for smaller in generator.smaller(value):
            inputs = [
                generators.source(one) for one in (*values[:position], smaller, *values[position + 1 :])
            ]
            if tuple(inputs) not in seen:
                seen.add(tuple(inputs))
                candidates.append(inputs)
    candidates.sort(key=lambda inputs: len(" ".join(inputs)))
    most = CANDIDATES if _function(context) else PROGRAM_CANDIDATES
    return _steps(context, candidates[:most], first=SHRUNK + 1, seconds_for=CANDIDATES)


def _function(context: Context) -> str | None:
    return context.optional_text("function")


def _made_by(context: Context) -> list[Generator]:
    name = "arguments" if _function(context) else "lines"
    made_by = [generators.generator(text, name) for text in context.items(name)]
    if not made_by:
        raise Problem(f"The field “{name}” is empty.")
    return made_by


def _all_inputs(context: Context) -> list[Inputs]:
    if context.seed is None:
        return _recorded(context)["inputs"]
    count = context.whole("count", COUNT)
    if not count or count > MOST:
        raise Problem(f"The field “count” has to be a whole number from 1 to {MOST}.")
    draw = random.Random(f"{context.seed}/{context.id}")  # noqa: S311 -- inputs, not secrets
    made_by, found = _made_by(context), {}
    for number in range(count):
        size = (number + 1) / count
        for _ in range(ATTEMPTS):
            inputs = [generators.source(generator.value(draw, size)) for generator in made_by]
            if tuple(inputs) not in found:
                break
        found[tuple(inputs)] = inputs
    return list(found.values())


def _recorded(context: Context) -> dict[str, list[Any]]:
    kept = context.recorded
    if not isinstance(kept, dict) or not isinstance(kept.get("inputs"), list) or not kept["inputs"]:
        raise Problem("Nothing was recorded from the solution, so there are no inputs.")
    if not isinstance(kept.get("results"), list) or len(kept["results"]) != len(kept["inputs"]):
        raise Problem("What was recorded from the solution cannot be read. Publish the exercise again.")
    return kept


def _recorded_results(context: Context) -> list[dict[str, Any]]:
    return list(_recorded(context)["results"])


def _steps(context: Context, inputs: list[Inputs], first: int, seconds_for: int) -> list[Step]:
    if _function(context):
        portions = [inputs[start : start + seconds_for] for start in range(0, len(inputs), seconds_for)]
        return [_calls(context, number, portion) for number, portion in enumerate(portions, start=first)]
    return [
        context.step(number, "program", stdin=_typed(one), watch=[], inputs=[one])
        for number, one in enumerate(inputs, start=first)
    ]


def _calls(context: Context, number: int, portion: list[Inputs]) -> Step:
    return context.step(
        number,
        "evaluate",
        stdin=context.text("input"),
        module=context.module(),
        setup=context.text("setup"),
        star=True,
        calls=[_call(context, inputs) for inputs in portion],
        fresh=False,
        mode="value",
        inputs=portion,
    )


def _call(context: Context, inputs: Inputs) -> str:
    return f"{_function(context)}({', '.join(inputs)})"


def _typed(inputs: Inputs) -> str:
    return "".join(f"{generators.line(generators.read(text))}\n" for text in inputs)


def _kept(context: Context, step: Step, seen: Observed) -> list[dict[str, Any]]:
    """What the solution did, for each input of a step."""
    if not seen.completed:
        raise Problem("The solution did not come to its end for each of the inputs.")
    if not _function(context):
        return [{"output": seen.output()}]
    results = outcomes.read(seen, len(step["inputs"]))
    return [outcomes.kept(call, result) for call, result in zip(step["calls"], results, strict=True)]


def _judged(
    context: Context, step: Step, seen: Observed, expected: list[dict[str, Any]]
) -> list[tuple[Inputs, Verdict | None]]:
    """The verdict for each input of a step; None where all is well."""
    fields = {
        "given": step["stdin"] or "\n".join(step.get("calls", [])[:5]),
        "debug": _debug(context, step, 0),
    }
    needs = "values" if _function(context) else ""
    broken = unfinished(seen, context, needs, **fields, failing=_alone(context, step, 0))
    if broken is not None:
        return [(step["inputs"][0], broken)]
    if not _function(context):
        verdict = printed.compared(
            str(expected[0].get("output", "")),
            seen.output(),
            TextMatch.of(context),
            **fields,
            failing=_alone(context, step, 0),
        )
        return [(step["inputs"][0], None if verdict.state == "passed" else verdict)]
    results = outcomes.read(seen, len(step["inputs"]))
    how = outcomes.rules(context)
    verdicts: list[tuple[Inputs, Verdict | None]] = []
    for number, (call, wanted, got) in enumerate(zip(step["calls"], expected, results, strict=True)):
        more = {"debug": _debug(context, step, number), "failing": _alone(context, step, number)}
        verdicts.append(
            (step["inputs"][number], outcomes.compared(call, outcomes.recorded(wanted), got, how, **more))
        )
    return verdicts


def _alone(context: Context, step: Step, number: int) -> Step:
    """The step with one of its inputs alone."""
    return _steps(context, [step["inputs"][number]], first=SHRUNK, seconds_for=1)[0]


def _debug(context: Context, step: Step, number: int) -> dict[str, Any]:
    if not _function(context):
        return {"stdin": step["stdin"], "code": None}
    lines = [
        f"from {context.module()} import *",
        context.text("setup").strip(),
        f"print({step['calls'][number]})",
    ]
    return {"stdin": context.text("input"), "code": "\n".join(line for line in lines if line)}
