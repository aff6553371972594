"""`unittest`: tests that run beside the student's code. Which tests there have to be is read from their file."""

import ast
from dataclasses import dataclass
from typing import Any

from codeyard_checks.judging import observed
from codeyard_checks.judging.context import Context, Step
from codeyard_checks.judging.observed import Malformed, Observed
from codeyard_checks.judging.problems import Problem
from codeyard_checks.judging.verdicts import Verdict, could_not, failed, passed, place, stopped_by, unfinished

TRUST = "beside"
OUTCOMES = ("passed", "failed", "error", "skipped")
MESSAGE = 2_000
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


@dataclass(frozen=True)
class Test:
    """A test as its file has it."""

    id: str
    source: str
    may_skip: bool


@dataclass(frozen=True)
class Outcome:
    """What became of a test."""

    outcome: str
    message: str
    error: observed.Failure | None


def plan(context: Context) -> list[Step]:
    """One run of the whole file."""
    file = context.test_file("file")
    _tests(context)
    others = [dict(one) for one in context.document.get("tests") or [] if one.get("path") != file["path"]]
    return [context.step(1, "unittest", file=file["path"], source=file["text"], files=others)]


def judge(context: Context, seen: list[Observed], reference: list[Observed] | None) -> Verdict:
    """The first test that did not pass. Each test of the file has to have run."""
    tests = _tests(context)
    broken = unfinished(seen[0], context, "tests")
    if broken is not None:
        return broken
    outcomes = _outcomes(seen[0])
    known = {test.id for test in tests}
    for name, outcome in outcomes.items():  # what stands around tests, and those made while the file ran
        if name not in known and outcome.outcome in ("failed", "error"):
            return _told(name, "", outcome)
    for test in tests:
        verdict = _of_test(test, outcomes.get(test.id))
        if verdict is not None:
            return verdict
    return passed("The test passed." if len(tests) == 1 else f"All {len(tests)} tests passed.")


def record(context: Context, seen: list[Observed]) -> None:
    """Nothing of the solution is needed."""


def _tests(context: Context) -> list[Test]:
    file = context.test_file("file")
    try:
        tree = ast.parse(file["text"])
    except (SyntaxError, ValueError, RecursionError) as error:
        raise Problem(f"The file {file['path']} in the field “file” cannot be read: {error}.") from error
    classes = {node.name: node for node in tree.body if isinstance(node, ast.ClassDef)}
    tests = [
        _test(node, method, file["text"])
        for node in classes.values()
        if _is_case(node, classes)
        for method in _methods(node, classes).values()
    ]
    if not tests:
        raise Problem(
            f"The file {file['path']} in the field “file” has no unittest.TestCase with a test in it."
        )
    return tests


def _test(node: ast.ClassDef, method: Any, text: str) -> Test:
    source = ast.get_source_segment(text, method) or ""
    around = "\n".join(ast.unparse(one) for one in (*node.decorator_list, *method.decorator_list))
    may_skip = "skip" in around or "expectedFailure" in around or "skipTest" in source
    return Test(f"{node.name}.{method.name}", source, may_skip)


def _is_case(node: ast.ClassDef, classes: dict[str, ast.ClassDef], depth: int = 0) -> bool:
    for base in node.bases:
        name = base.attr if isinstance(base, ast.Attribute) else getattr(base, "id", "")
        if name.endswith("TestCase"):
            return True
        if (
            name in classes
            and classes[name] is not node
            and depth < 20
            and _is_case(classes[name], classes, depth + 1)
        ):
            return True
    return False


def _methods(node: ast.ClassDef, classes: dict[str, ast.ClassDef], depth: int = 0) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for base in node.bases:
        name = getattr(base, "id", "")
        if name in classes and classes[name] is not node and depth < 20:
            found.update(_methods(classes[name], classes, depth + 1))
    found.update(
        {one.name: one for one in node.body if isinstance(one, FUNCTIONS) and one.name.startswith("test")}
    )
    return found


def _outcomes(seen: Observed) -> dict[str, Outcome]:
    """What was observed, by id. Raises Malformed, also when a test is there twice."""
    tests = seen.data.get("tests")
    if not isinstance(tests, list):
        raise Malformed("there are no tests")
    outcomes: dict[str, Outcome] = {}
    for one in tests:
        if (
            not isinstance(one, dict)
            or not isinstance(one.get("id"), str)
            or one.get("outcome") not in OUTCOMES
        ):
            raise Malformed("a test has no shape")
        if one["id"] in outcomes:
            raise Malformed("a test is there twice")
        message = one.get("message")
        text = message[:MESSAGE] if isinstance(message, str) else ""
        outcomes[one["id"]] = Outcome(one["outcome"], text, observed.failure(one.get("error")))
    return outcomes


def _of_test(test: Test, outcome: Outcome | None) -> Verdict | None:
    if outcome is None:
        return could_not(f"The test {test.id} did not run.", given=test.source)
    if outcome.outcome == "passed" or (outcome.outcome == "skipped" and test.may_skip):
        return None
    return _told(test.id, test.source, outcome)


def _told(name: str, source: str, outcome: Outcome) -> Verdict:
    test = f"The test {name.rpartition('.')[2]}"
    if outcome.outcome == "failed":
        first = outcome.message.partition("\n")[0]
        summary = f"{test} failed: {first}" if first else f"{test} failed."
        return failed(
            summary, f"{test} failed.", given=source, got=outcome.message, place=place(outcome.error)
        )
    if outcome.outcome == "skipped":
        return could_not(f"{test} was skipped.", given=source)
    if outcome.error is not None:
        return stopped_by(outcome.error, during=test, given=source)
    return could_not(f"{test} could not be run. {outcome.message}", f"{test} could not be run.", given=source)
