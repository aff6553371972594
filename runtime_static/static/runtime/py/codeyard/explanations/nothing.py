"""`None` where a value is needed: the commonest cause of errors that seem to speak of something else."""

import ast
from typing import Any

from codeyard.explanations import values
from codeyard.explanations.wording import Explanation

# Methods that change a thing in place and give nothing back.
IN_PLACE = (
    "append",
    "extend",
    "insert",
    "remove",
    "sort",
    "reverse",
    "clear",
    "add",
    "update",
    "discard",
    "shuffle",
)


def none(problem: Any, what: str) -> Explanation:
    """Something is None that should not be: says which name, and where `None` usually comes from."""
    name = _culprit(problem)
    shown = f"`{name}` is `None`" if name else "There is `None` where a value is needed"
    return Explanation(
        f"{shown}, {what}",
        "`None` means: nothing. A function without `return` gives it back, and so do `print` and methods "
        "such as "
        "`append` and `sort`, which change the list itself.",
        "Find the line where the value comes from. Let a function of yours `return` the value instead of "
        "printing it. "
        "In `x = x.sort()` or `x = x.append(…)`, leave out the `x = `.",
    )


def _culprit(problem: Any) -> str:
    """The part of the failing expression that is None, as it stands in the program; empty when that is not clear."""
    if problem.frame is None or problem.node is None:
        return ""
    for part in _parts(problem.node):
        if isinstance(part, ast.Name | ast.Attribute) and values.evaluate(problem.frame, part) is None:
            return str(problem.source_of(part))
        if isinstance(part, ast.Call) and (isinstance(problem.node, ast.Attribute) or _gives_none(part)):
            return str(problem.source_of(part))
    return ""


def _parts(node: ast.AST) -> list[ast.AST]:
    if isinstance(node, ast.Call):
        return [*node.args, node.func]
    if isinstance(node, ast.Name):
        return [node]
    return list(ast.iter_child_nodes(node))


def _gives_none(call: ast.Call) -> bool:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    return name in IN_PLACE or name == "print"
