"""`puzzle`: a file of input for each person, and one answer: the last line that the program prints.

The answer is never told, only whether it is right. A student's page does not even hold it: it gets the answer sealed,
which takes longer to guess than to solve.
"""

import hashlib
import random
from dataclasses import dataclass
from typing import Any

from codeyard_checks.judging.context import Context, Step
from codeyard_checks.judging.observed import Observed
from codeyard_checks.judging.problems import Problem
from codeyard_checks.judging.texts import TextMatch
from codeyard_checks.judging.verdicts import Verdict, failed, passed, unfinished

TRUST = "outside"
INPUTS = 30
MOST = 100
LENGTH = 1_000_000
DIGITS = 8
SHORT = 60
SEAL_ROUNDS = 50_000


@dataclass(frozen=True)
class Input:
    """One input by its number, from 1, with the solution's answer where that is known, or the seal of it."""

    number: int
    text: str
    answer: str = ""
    sealed: str = ""


def plan(context: Context) -> list[Step]:
    """One run with the input of a person; with those of all, when nobody is named."""
    TextMatch.of(context)
    path = context.text("input_file") or "input.txt"
    return [
        context.step(one.number, "program", files=[{"path": path, "text": one.text}], watch=[])
        for one in _inputs(context)
    ]


def judge(context: Context, seen: list[Observed], reference: list[Observed] | None) -> Verdict:
    """Whether the answer is the solution's."""
    inputs, match = _inputs(context), TextMatch.of(context)
    if reference is not None:
        inputs = [
            Input(one.number, one.text, answer(seen)) for one, seen in zip(inputs, reference, strict=True)
        ]
    fields: dict[str, Any] = {
        "given": context.text("input_file") or "input.txt",
        "debug": {"stdin": "", "code": None},
    }
    for expected, one in zip(inputs, seen, strict=True):
        if not expected.answer and not expected.sealed:
            raise Problem("Nothing was recorded from the solution, so the answer is not known.")
        broken = unfinished(one, context, **fields)
        if broken is not None:
            return broken
        got = answer(one)
        if not _is_right(expected, got, match):
            return failed(_wrong(got), got=got, **fields)
    return passed("Your answer is right.", **fields)


def record(context: Context, seen: list[Observed]) -> dict[str, Any]:
    """The inputs, each with the solution's answer."""
    if not all(one.completed for one in seen):
        raise Problem("The solution did not come to its end for each of the inputs, so there are no answers.")
    answers = [answer(one) for one in seen]
    if not all(answers):
        raise Problem("The solution printed no answer.")
    match = TextMatch.of(context)
    return {
        "inputs": [
            {"input": one.text, "answer": text} | _seals(one.text, text, match)
            for one, text in zip(_inputs(context), answers, strict=True)
        ]
    }


def seal(text: str, own_answer: str, match: TextMatch) -> str:
    """What tells whether an answer to an input is right without telling the answer, in hexadecimal."""
    found = f"{text}\0{match.normalised(own_answer)}".encode()
    for _ in range(SEAL_ROUNDS):
        found = hashlib.sha256(found).digest()
    return found.hex()


def _seals(text: str, own_answer: str, match: TextMatch) -> dict[str, str]:
    """Only an answer that has to be this very text can be sealed."""
    is_one_text = match.match in ("trimmed", "exact") and match.tolerance is None
    return {"sealed": seal(text, own_answer, match)} if is_one_text else {}


def _is_right(expected: Input, got: str, match: TextMatch) -> bool:
    if expected.answer:
        return match.holds(expected.answer, got)
    return seal(expected.text, got, match) == expected.sealed


def answer(seen: Observed) -> str:
    """The last line that is not empty."""
    lines = [line for line in seen.output().splitlines() if line.strip()]
    return lines[-1].strip() if lines else ""


def _wrong(got: str) -> str:
    if not got:
        return "Your program printed no answer."
    return f"Your answer {got} is not right." if len(got) <= SHORT else "Your answer is not right."


def _inputs(context: Context) -> list[Input]:
    """The inputs that are meant: recorded ones, unless the solution is there to answer new ones."""
    if context.seed is None or (context.recorded and context.person):
        known = _recorded(context)
        return known if not context.person else [known[_position(context, len(known))]]
    count = context.whole("inputs", INPUTS)
    if not count or count > MOST:
        raise Problem(f"The field “inputs” has to be a whole number from 1 to {MOST}.")
    numbers = [_position(context, count) + 1] if context.person else list(range(1, count + 1))
    return [Input(number, text) for number, text in zip(numbers, _made(context, numbers), strict=True)]


def _position(context: Context, count: int) -> int:
    digest = hashlib.sha256(f"{context.person}/{context.id}".encode()).hexdigest()
    return int(digest[:DIGITS], 16) % count


def _recorded(context: Context) -> list[Input]:
    try:
        inputs = context.recorded["inputs"]
        known = [
            Input(number, str(one["input"]), str(one.get("answer", "")), str(one.get("sealed", "")))
            for number, one in enumerate(inputs, start=1)
        ]
    except (KeyError, TypeError, AttributeError) as error:
        raise Problem("Nothing was recorded from the solution, so there are no inputs.") from error
    if not known:
        raise Problem("Nothing was recorded from the solution, so there are no inputs.")
    return known


def _made(context: Context, numbers: list[int]) -> list[str]:
    """The texts of some inputs. The teacher's function runs here: it is no student's code."""
    file = context.test_file("make")
    names: dict[str, Any] = {"__name__": "puzzle"}
    try:
        exec(compile(file["text"], file["path"], "exec", dont_inherit=True), names)  # noqa: S102
        make = names.get("make_input")
        if make is None:
            raise Problem(f"The file {file['path']} in the field “make” does not define make_input.")
        texts = [make(random.Random(f"{context.id}/{number}")) for number in numbers]  # noqa: S311
    except Exception as error:
        if isinstance(error, Problem):
            raise
        words = f"{type(error).__name__}: {error}"
        raise Problem(f"make_input in the field “make” stopped with {words}.") from error
    if not all(isinstance(text, str) and len(text) <= LENGTH for text in texts):
        raise Problem("make_input in the field “make” has to return text, at most 1,000,000 characters.")
    return texts
