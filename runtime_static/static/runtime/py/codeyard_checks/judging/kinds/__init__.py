"""One module a kind of check. Each has the functions of `Kind`; what is imported is only what a document needs."""

import importlib
from typing import Any, Protocol

from codeyard_checks.judging.context import Context, Step
from codeyard_checks.judging.problems import Problem
from codeyard_checks.judging.verdicts import Verdict

MODULES = {
    "output": "output",
    "function": "cases",
    "class": "cases",
    "source": "source",
    "file": "file",
    "doctest": "doctests",
    "puzzle": "puzzle",
    "random": "random_inputs",
    "unittest": "unittests",
    "figure": "figure",
    "picture": "picture",
    "turtle": "turtle",
}


class Kind(Protocol):
    """What a module of this package offers. All of it raises Problem for a faulty definition."""

    TRUST: str

    def plan(self, context: Context) -> list[Step]:
        """The steps to observe."""

    def judge(self, context: Context, seen: list[Any], reference: list[Any] | None) -> Verdict:
        """The verdict on what was observed of each step, and of the solution in the same steps, if that ran."""

    def record(self, context: Context, seen: list[Any]) -> Any:
        """What to keep of the solution's run; None when the check needs nothing of it."""


def of(check: dict[str, Any]) -> Kind:
    """The module of a check's kind. Raises Problem."""
    name = check.get("kind")
    if not isinstance(name, str) or name not in MODULES:
        raise Problem(f"The kind “{str(name)[:50]}” is not known.")
    module: Any = importlib.import_module(f"{__name__}.{MODULES[name]}")
    return module  # type: ignore[no-any-return]
