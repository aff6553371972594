"""What a browser cannot do: the sentences of `codeyard.unavailable`, laid out as an explanation."""

import ast
from typing import Any

from codeyard import unavailable
from codeyard.explanations.wording import Explanation, plain


def explain(problem: Any) -> Explanation | None:
    """What to say when something was asked for that a browser does not have."""
    if type(problem.error) is ModuleNotFoundError:
        name = problem.error.name if type(problem.error.name) is str else ""
        absence = unavailable.MODULES.get(name)
        if absence is None or not problem.message.endswith(absence.sentence):
            return None
        return Explanation(f"`{plain(name)}` cannot be used here", _sentence(absence.why), absence.instead)
    if type(problem.error) not in (OSError, RuntimeError, NotImplementedError):
        return None
    absence = unavailable.absence_in(problem.message)
    if absence is None:
        return None
    called = problem.source_of(problem.node.func) if isinstance(problem.node, ast.Call) else ""
    return Explanation(
        f"`{called}` does not work in a browser" if called else "This does not work in a browser",
        _sentence(absence.why.removeprefix("can't start new thread: ")),
        absence.instead,
    )


def _sentence(text: str) -> str:
    return text[0].upper() + text[1:]
