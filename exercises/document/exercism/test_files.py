"""The tests of an exercise: of which kind they are, what they import, and what of it a browser has not."""

import ast
from collections.abc import Iterable, Iterator

from exercises.document.python_text import parse
from runtime_static.support.data import claim_tables
from runtime_static.support.status import Status

_MARK = "pytest.mark.task"


def is_unittest(tree: ast.Module) -> bool:
    """Whether the file has tests that unittest finds."""
    classes = [node for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    return any(ast.unparse(base).endswith("TestCase") for node in classes for base in node.bases)


def is_pytest(tree: ast.Module) -> bool:
    """Whether the file has tests that only pytest finds."""
    tests = (ast.FunctionDef, ast.AsyncFunctionDef)
    alone = [node for node in tree.body if isinstance(node, tests) and node.name.startswith("test")]
    grouped = [node for node in tree.body if isinstance(node, ast.ClassDef) and node.name.startswith("Test")]
    return not is_unittest(tree) and bool(alone or grouped)


def imported_modules(tree: ast.Module) -> Iterator[tuple[str, int]]:
    """The modules that are imported, each with its line."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module, node.lineno


def needs(tree: ast.Module) -> Iterator[tuple[str, int, str]]:
    """Imported modules that a browser has not, or only in part: name, line, what is to be said of it."""
    notes = _restricted()
    for name, line in imported_modules(tree):
        found = next((known for known in notes if name == known or name.startswith(f"{known}.")), None)
        if found:
            yield found, line, notes[found]


def without_marks(text: str) -> tuple[str, bool]:
    """The tests without the marks that number Exercism's tasks, and whether there were any.

    `import pytest` goes with them when nothing else needs it.
    """
    tree = parse(text)
    marks = list(_marks(tree))
    if not marks:
        return text, False
    spans = [(mark.lineno, mark.end_lineno or mark.lineno) for mark in marks]
    others = sum(1 for node in ast.walk(tree) if isinstance(node, ast.Name) and node.id == "pytest") - len(
        marks
    )
    if not others:
        spans += [(node.lineno, node.end_lineno or node.lineno) for node in _pytest_imports(tree)]
    gone = {line for first, last in spans for line in range(first, last + 1)}
    lines = text.split("\n")
    return "\n".join(line for number, line in enumerate(lines, start=1) if number not in gone), True


def _marks(tree: ast.Module) -> Iterator[ast.expr]:
    decorated = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    for node in ast.walk(tree):
        if isinstance(node, decorated):
            for decorator in node.decorator_list:
                called = decorator.func if isinstance(decorator, ast.Call) else decorator
                if ast.unparse(called) == _MARK:
                    yield decorator


def _pytest_imports(tree: ast.Module) -> Iterable[ast.stmt]:
    return [
        node
        for node in tree.body
        if isinstance(node, ast.Import) and [alias.name for alias in node.names] == ["pytest"]
    ]


def _restricted() -> dict[str, str]:
    claims = [claim for table in claim_tables() for claim in table.claims]
    hindered = (Status.LIMITED, Status.UNAVAILABLE, Status.CORS)
    return {module: claim.note for claim in claims if claim.status in hindered for module in claim.modules}
