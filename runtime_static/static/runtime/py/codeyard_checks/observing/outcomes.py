"""Runs one test after the other and notes what came of each; nothing of `unittest` that student code may have changed
decides that a test has passed."""

import contextlib
import unittest
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from codeyard_checks.observing import failures
from codeyard_checks.observing.guard import Guard

MESSAGE = 2_000
RANK = {"passed": 0, "skipped": 1, "failed": 2, "error": 3}
TAMPERED = "The program reached for the test that runs it."
Outcome = dict[str, Any]


class Outcomes:
    """One entry for each test: `{"id", "outcome", "message", "error"}`."""

    def __init__(self, watch: Guard, root: str) -> None:
        self.entries: list[Outcome] = []
        self.watch, self.root = watch, root
        self.skip, self.failure = unittest.SkipTest, AssertionError

    def run(self, test: unittest.TestCase, bind: Callable[[Any], None], tampered: Callable[[], bool]) -> None:
        """Run a test. `bind` gives it its tools, `tampered` says whether student code has changed any."""
        name = f"{failures.class_name(type(test))}.{test._testMethodName}"
        entry: Outcome = {"id": name, "outcome": "", "message": "", "error": None}
        self.entries.append(entry)
        method = getattr(test, test._testMethodName)
        if getattr(type(test), "__unittest_skip__", False) or getattr(method, "__unittest_skip__", False):
            entry.update(outcome="skipped")
            return
        bind(test)
        test.__dict__["subTest"] = self._part(entry)
        self._run_all(test, method, entry)
        if tampered():
            entry.update(outcome="error", message=TAMPERED, error=None)
        elif getattr(method, "__unittest_expecting_failure__", False):
            entry.update(outcome="skipped" if entry["outcome"] == "failed" else "error", error=None)

    def before(self, name: str, body: Callable[[], None]) -> bool:
        """What comes before the tests of a class, or after them; False when it went wrong."""
        entry: Outcome = {"id": name, "outcome": "", "message": "", "error": None}
        if not self._try(body, entry):
            self.entries.append(entry)
        return entry["outcome"] == "passed"

    def _run_all(self, test: Any, method: Callable[[], Any], entry: Outcome) -> None:
        if self._try(test.setUp, entry):
            self._try(method, entry)
            self._try(test.tearDown, entry)
        while test._cleanups:
            function, arguments, options = test._cleanups.pop()
            self._try(partial(function, *arguments, **options), entry)

    def _try(self, body: Callable[[], Any], entry: Outcome) -> bool:
        """Call something. Only what raises nothing is passed; a coroutine is waited for."""
        try:
            result = body()
            if hasattr(result, "send"):
                from codeyard_checks.observing.modules import wait_for

                wait_for(result)
        except BaseException as error:
            self._note(entry, error)
            return False
        if not entry["outcome"]:
            entry["outcome"] = "passed"
        return True

    def _part(self, entry: Outcome) -> Callable[..., Any]:
        @contextlib.contextmanager
        def part(message: object = "", **parameters: object) -> Iterator[None]:
            try:
                yield
            except Exception as error:
                self._note(entry, error)

        return part

    def _note(self, entry: Outcome, error: BaseException) -> None:
        """The worst is what is told."""
        outcome = "error"
        if isinstance(error, self.skip):
            outcome = "skipped"
        elif isinstance(error, self.failure):
            outcome = "failed"
        if RANK[outcome] > RANK.get(entry["outcome"], -1):
            was_up, self.watch.up = self.watch.up, False  # a traceback is made of frames
            about = failures.described(error, self.root)
            self.watch.up = was_up
            entry.update(outcome=outcome, message=about["message"][:MESSAGE], error=about)
