"""For browsers in which Python cannot wait in the middle of a function (WebAssembly without stack switching, JSPI).

At the top of a program it can: there `await` is allowed, so `asyncio.run(main())` becomes `await main()`.
"""

import ast
import asyncio
from collections.abc import Coroutine
from typing import Any

RUN = "__codeyard_run__"
_SCOPES = (
    ast.FunctionDef,
    ast.AsyncFunctionDef,
    ast.Lambda,
    ast.ClassDef,
    ast.ListComp,
    ast.SetComp,
    ast.DictComp,
    ast.GeneratorExp,
)


async def run(coroutine: Coroutine[Any, Any, Any], **options: object) -> Any:
    """What `asyncio.run` does with its coroutine, in a loop that runs already. Raises ValueError for anything else."""
    if not asyncio.iscoroutine(coroutine):
        raise ValueError(f"a coroutine was expected, got {coroutine!r}")
    return await coroutine


def await_at_the_top(tree: ast.Module) -> ast.Module:
    """The program with `await` wherever it runs an event loop outside of functions; the places of its code stay.

    The result expects `run` under the name `RUN`, and `ast.PyCF_ALLOW_TOP_LEVEL_AWAIT` when it is compiled.
    """
    return _Awaiting(tree).visit(tree)  # type: ignore[no-any-return]


class _Awaiting(ast.NodeTransformer):
    def __init__(self, tree: ast.Module) -> None:
        imports = [node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom)]
        self.modules = {name for node in imports for name in _names_of_asyncio(node)}
        self.functions = {name for node in imports for name in _names_of_run(node)}

    def visit(self, node: ast.AST) -> Any:
        return node if isinstance(node, _SCOPES) else super().visit(node)

    def visit_Call(self, node: ast.Call) -> ast.AST:
        self.generic_visit(node)
        if not self._runs_a_loop(node.func):
            return node
        node.func = ast.copy_location(ast.Name(RUN, ast.Load()), node.func)
        return ast.copy_location(ast.Await(node), node)

    def _runs_a_loop(self, function: ast.expr) -> bool:
        match function:
            case ast.Attribute(value=ast.Name(id=module), attr="run"):
                return module in self.modules
            case ast.Attribute(attr="run_until_complete"):
                return True
            case ast.Name(id=name):
                return name in self.functions
        return False


def _names_of_asyncio(node: ast.Import | ast.ImportFrom) -> list[str]:
    if not isinstance(node, ast.Import):
        return []
    return [alias.asname or "asyncio" for alias in node.names if alias.name == "asyncio"]


def _names_of_run(node: ast.Import | ast.ImportFrom) -> list[str]:
    if not isinstance(node, ast.ImportFrom) or node.module != "asyncio":
        return []
    return [alias.asname or alias.name for alias in node.names if alias.name == "run"]
