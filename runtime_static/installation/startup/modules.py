"""Which modules of the standard library a start takes along, worked out from the programs themselves."""

import ast
import sys
from collections.abc import Iterable
from pathlib import Path

from runtime_static.support.data import claim_tables
from runtime_static.support.status import Status

WORKING = (Status.WORKS, Status.VIRTUAL, Status.CORS)


def imported_modules(files: Iterable[Path]) -> list[str]:
    """Names of the standard library's modules that Python files import."""
    names: set[str] = set()
    for file in files:
        for node in ast.walk(ast.parse(file.read_bytes())):
            if isinstance(node, ast.Import):
                names.update(alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
                names.add(node.module)
    return sorted(name for name in names if name.partition(".")[0] in sys.stdlib_module_names)


def lesson_modules() -> list[str]:
    """Modules that the tables of the guide promise: they get bytecode, because programs import them often."""
    claims = [claim for table in claim_tables() for claim in table.claims]
    names = {name for claim in claims if claim.status in WORKING for name in claim.modules}
    return sorted(name for name in names if name.partition(".")[0] in sys.stdlib_module_names)
