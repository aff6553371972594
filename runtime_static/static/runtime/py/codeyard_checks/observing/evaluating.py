"""Calls that a check makes of a student's module, and what comes of each."""

import ast
import sys
from collections.abc import Callable
from typing import Any

from codeyard_checks.observing import modules
from codeyard_checks.observing.streams import Transcript
from codeyard_checks.values.encoding import encode

PLACE = "<check>"
Guarded = Callable[[Callable[[], Any]], dict[str, Any] | None]


class Evaluation:
    """One step of calls. `guarded` calls a function and gives the error that it ended in, as data."""

    def __init__(self, step: dict[str, Any], root: str, transcript: Transcript, guarded: Guarded) -> None:
        self.step, self.root, self.transcript, self.guarded = step, root, transcript, guarded
        self.names: dict[str, Any] = {}

    def run(self) -> list[dict[str, Any]]:
        """What came of each call. Raises what the import or the set-up raises."""
        self.start()
        values = []
        for position, call in enumerate(self.step["calls"]):
            if position and self.step.get("fresh"):
                modules.forget(self.root)
                self.start()
            values.append(self.call(call))
        return values

    def start(self) -> None:
        """Import the module and run the set-up lines."""
        name = self.step["module"]
        self.names = {"__name__": "__check__", "__builtins__": __builtins__}
        if name:
            module = modules.import_fresh(self.root, name)
            if self.step.get("star"):
                own = module.__dict__.items()
                self.names.update((key, value) for key, value in own if not key.startswith("__"))
            self.names.setdefault(name.partition(".")[0], sys.modules.get(name.partition(".")[0]))
        modules.execute(self.step.get("setup") or "", PLACE, self.names)

    def call(self, call: str) -> dict[str, Any]:
        """Value or error of one call, and what it printed."""
        position = len(self.transcript.pieces)
        seen: dict[str, Any] = {}

        def make() -> None:
            run = interactive if self.step.get("mode") == "interactive" else value_of
            seen["value"] = encode(run(call, self.names))

        error = self.guarded(make)
        outcome = {"error": error} if error else seen or {"value": {"t": "none"}}
        return {**outcome, "transcript": self.transcript.since(position)}


def value_of(call: str, names: dict[str, Any]) -> Any:
    """Run an expression or statements; the value is that of a last expression, else None."""
    tree = ast.parse(call, PLACE)
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    flags = ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
    if tree.body:
        modules.run_code(compile(tree, PLACE, "exec", flags, dont_inherit=True), names)
    if not isinstance(last, ast.Expr):
        return None
    return modules.run_code(
        compile(ast.Expression(last.value), PLACE, "eval", flags, dont_inherit=True), names
    )


def interactive(call: str, names: dict[str, Any]) -> None:
    """Run a statement as the prompt `>>>` does: the value of an expression is printed."""
    sys.displayhook = sys.__displayhook__
    modules.run_code(compile(call, PLACE, "single", ast.PyCF_ALLOW_TOP_LEVEL_AWAIT, dont_inherit=True), names)
