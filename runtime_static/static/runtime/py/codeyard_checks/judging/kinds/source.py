"""`source`: rules about how the program is written. Nothing is run."""

from typing import Any

from codeyard_checks.judging import sources
from codeyard_checks.judging.context import Context, Step
from codeyard_checks.judging.observed import Observed
from codeyard_checks.judging.problems import Problem
from codeyard_checks.judging.verdicts import Verdict, could_not, failed, passed

TRUST = "outside"


def plan(context: Context) -> list[Step]:
    """No step: the file is read by the judge."""
    rules = context.items("rules")
    if not rules:
        raise Problem("The field “rules” is empty.")
    for rule in rules:
        sources.check_rule(rule)
    context.text("file")
    return []


def judge(context: Context, seen: list[Observed], reference: list[Observed] | None) -> Verdict:
    """The first rule that is broken."""
    path = context.text("file") or context.main
    text = context.student_text(path)
    if text is None:
        return could_not(f"There is no file {path}.")
    try:
        source = sources.Source(text)
    except SyntaxError as error:
        words = f"Python cannot read {path}: there is a mistake in line {error.lineno or 1}."
        return could_not(words, place={"path": path, "line": error.lineno or 1})
    except (ValueError, RecursionError, MemoryError):
        return could_not(f"Python cannot read {path}.")
    return _by_rules(context.items("rules"), source, path)


def record(context: Context, seen: list[Observed]) -> None:
    """Nothing of the solution is needed."""


def _by_rules(rules: list[dict[str, Any]], source: sources.Source, path: str) -> Verdict:
    found = [broken for rule in rules if (broken := sources.broken(rule, source)) is not None]
    if not found:
        return passed("The program is written as asked.")
    line = next((line for _, line in found if line), None)
    summary = found[0][0] if len(found) == 1 else " ".join(sentence for sentence, _ in found)
    where = {"path": path, "line": line} if line else None
    return failed(summary, "The program is not written as asked.", place=where)
