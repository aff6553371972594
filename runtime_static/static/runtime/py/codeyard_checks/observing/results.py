"""The outcomes of tests, as `unittest` tells them to a result of our own."""

import unittest
from collections.abc import Callable
from typing import Any

from codeyard_checks.observing import failures
from codeyard_checks.observing.guard import Guard

MESSAGE = 2_000
UNFINISHED = "unfinished"
RANK = {UNFINISHED: -1, "passed": 0, "skipped": 1, "failed": 2, "error": 3}
Outcome = dict[str, Any]


class Outcomes:
    """One entry for each test: `{"id", "outcome", "message", "error"}`."""

    def __init__(self, watch: Guard, root: str) -> None:
        self.entries: list[Outcome] = []
        self.now: Outcome | None = None
        self.watch, self.root = watch, root

    def begin(self, test: Any) -> Outcome:
        """An entry for a test, or for what comes before the tests of a class."""
        entry: Outcome = {"id": name(test), "outcome": UNFINISHED, "message": "", "error": None}
        self.entries.append(entry)
        return entry

    def note(self, test: Any, outcome: str, error: Any = None, message: str = "") -> None:
        """Something happened to a test; the worst is what is told."""
        entry = self.now or self.begin(test)
        if RANK[outcome] <= RANK[entry["outcome"]]:
            return
        was_up, self.watch.up = self.watch.up, False  # a traceback is made of frames
        about = failures.described(error[1], self.root) if error else None
        self.watch.up = was_up
        entry.update(outcome=outcome, message=(message or _words(about))[:MESSAGE], error=about)


class Result(unittest.TestResult):
    """Hands on what it is told. `before` and `after` are called around each test; `after` tells tampering."""

    def __init__(self, outcomes: Outcomes, before: Callable[[], None], after: Callable[[], bool]) -> None:
        super().__init__()
        self.outcomes, self.before, self.after = outcomes, before, after

    def startTest(self, test: Any) -> None:  # noqa: N802
        """A test begins."""
        self.before()
        self.outcomes.now = self.outcomes.begin(test)

    def stopTest(self, test: Any) -> None:  # noqa: N802
        """A test has ended, whatever came of it."""
        if self.after() or any(attribute.startswith("assert") for attribute in vars(test)):
            self.outcomes.note(test, "error", message="The program reached for the test that runs it.")
        self.outcomes.now = None

    def addSuccess(self, test: Any) -> None:  # noqa: N802
        """It passed."""
        self.outcomes.note(test, "passed")

    def addFailure(self, test: Any, err: Any) -> None:  # noqa: N802
        """An assertion did not hold."""
        self.outcomes.note(test, "failed", err)

    def addError(self, test: Any, err: Any) -> None:  # noqa: N802
        """An exception that nobody expected."""
        self.outcomes.note(test, "error", err)

    def addSubTest(self, test: Any, subtest: Any, err: Any) -> None:  # noqa: N802
        """One `with self.subTest()` has ended."""
        if err is not None:
            self.outcomes.note(test, "failed" if issubclass(err[0], test.failureException) else "error", err)

    def addSkip(self, test: Any, reason: str) -> None:  # noqa: N802
        """It was left out."""
        self.outcomes.note(test, "skipped", message=str(reason))

    def addExpectedFailure(self, test: Any, err: Any) -> None:  # noqa: N802
        """It failed, as its decorator says; only the judge can know whether that is so."""
        self.outcomes.note(test, "skipped", message="It fails, as expected.")

    def addUnexpectedSuccess(self, test: Any) -> None:  # noqa: N802
        """It did not fail, against its decorator."""
        self.outcomes.note(test, "error", message="It was expected to fail.")


def name(test: Any) -> str:
    """`Class.method`; for what comes before the tests, what unittest calls it."""
    method = getattr(test, "_testMethodName", "")
    return f"{failures.class_name(type(test))}.{method}" if method else str(test)[:200]


def _words(error: Outcome | None) -> str:
    return str(error["message"]) if error else ""
