"""Errors in plain words, beside Python's own.

`explain` looks up the family of an error by its exact type; each family is a table of Python's messages and what to say
about them. Families are imported when an error needs them: most runs need none. Errors of the student's own classes
get no explanation, because their own words are the explanation. Nothing here runs code of the student's.
"""

import ast
import builtins
import importlib
import sys
from typing import Any

from codeyard.explanations import absences
from codeyard.explanations.problem import Problem
from codeyard.explanations.wording import Explanation, plain

__all__ = ["Explanation", "Problem", "explain"]

# Built-in errors: module of this package and function.
FAMILIES = {
    "SyntaxError": ("syntax", "explain"),
    "IndentationError": ("indentation", "explain"),
    "TabError": ("indentation", "explain"),
    "NameError": ("names", "explain"),
    "UnboundLocalError": ("names", "explain"),
    "TypeError": ("type_errors", "explain"),
    "AttributeError": ("attributes", "explain"),
    "IndexError": ("lookups", "explain_index"),
    "KeyError": ("lookups", "explain_key"),
    "ValueError": ("value_errors", "explain_value"),
    "ZeroDivisionError": ("value_errors", "explain_zero"),
    "OverflowError": ("value_errors", "explain_overflow"),
    "ModuleNotFoundError": ("modules", "explain"),
    "ImportError": ("modules", "explain"),
    "FileNotFoundError": ("files", "not_found"),
    "FileExistsError": ("files", "explain_os"),
    "IsADirectoryError": ("files", "explain_os"),
    "NotADirectoryError": ("files", "explain_os"),
    "PermissionError": ("files", "explain_os"),
    "UnicodeDecodeError": ("files", "explain_decoding"),
    "UnicodeEncodeError": ("files", "explain_encoding"),
    "RecursionError": ("limits", "recursion"),
    "MemoryError": ("limits", "memory"),
    "AssertionError": ("limits", "assertion"),
    "EOFError": ("limits", "ended_input"),
    "KeyboardInterrupt": ("limits", "interrupted"),
    "StopIteration": ("limits", "no_more"),
    "NotImplementedError": ("limits", "not_written"),
    "RuntimeError": ("limits", "runtime"),
    "LookupError": ("limits", "encoding_name"),
    "ExceptionGroup": ("groups", "explain"),
    "BaseExceptionGroup": ("groups", "explain"),
}
# Errors of modules, by the module that holds the class and its name there.
OF_MODULES = {
    ("io", "UnsupportedOperation"): ("files", "explain_unsupported"),
    ("json", "JSONDecodeError"): ("libraries", "json_error"),
    ("sqlite3", "OperationalError"): ("libraries", "sql"),
    ("sqlite3", "IntegrityError"): ("libraries", "sql"),
    ("sqlite3", "ProgrammingError"): ("libraries", "sql"),
    ("sqlite3", "InterfaceError"): ("libraries", "sql"),
    ("statistics", "StatisticsError"): ("libraries", "statistics"),
    ("decimal", "InvalidOperation"): ("libraries", "decimal"),
    ("re", "PatternError"): ("libraries", "pattern"),
    ("re", "error"): ("libraries", "pattern"),
}


def explain(error: BaseException, message: str, root: str) -> tuple[Explanation | None, Problem]:
    """An explanation of an error, and the place it is about. `message` is what Python says after the type's name;
    `root` is the project's folder with a slash at the end. None where plain words would only be noise."""
    problem = Problem(error, message, root)
    found = absences.explain(problem) or _of_the_student(problem) or _by_type(problem)
    return (found.limited() if found is not None else None), problem


def _by_type(problem: Problem) -> Explanation | None:
    family = _family(type(problem.error))
    found: Any = None
    if family is not None:
        module, function = family
        found = getattr(_module(module), function)(problem)
    if found is None and problem.library and not _is_own_class(problem):
        found = _module("connections").explain(problem) or _module("libraries").inside(problem)
    return found if isinstance(found, Explanation) else None


def _module(name: str) -> Any:
    return importlib.import_module(f"codeyard.explanations.{name}")


def _family(kind: type) -> tuple[str, str] | None:
    """Only the very classes of Python count: a class of the student's may bear the same name."""
    name = type.__getattribute__(kind, "__name__")
    if vars(builtins).get(name) is kind:
        return FAMILIES.get(name)
    for (module_name, class_name), family in OF_MODULES.items():
        module = sys.modules.get(module_name)
        if class_name == name and module is not None and vars(module).get(class_name) is kind:
            return family
    return None


def _is_own_class(problem: Problem) -> bool:
    module = sys.modules.get(str(type.__getattribute__(type(problem.error), "__dict__").get("__module__")))
    file = getattr(module, "__file__", None)
    return module is sys.modules.get("__main__") or (type(file) is str and file.startswith(problem.root))


def _of_the_student(problem: Problem) -> Explanation | None:
    """The program raised the error itself, with `raise`: what it says is its author's."""
    if not isinstance(problem.node, ast.Raise) or _is_own_class(problem):
        return None
    name = type(problem.error).__name__
    if name in ("NotImplementedError", "TypeError") and problem.message.startswith(
        ("exceptions must derive",)
    ):
        return None
    if name == "NotImplementedError" or name not in vars(builtins):
        return None
    said = plain(problem.message, 160)
    return Explanation(
        f"The program itself raised this `{name}`",
        f"Line {problem.line} says `raise`" + (f": {said}" if said else "."),
        "Look at the lines above it: they say in which case this happens.",
    )
