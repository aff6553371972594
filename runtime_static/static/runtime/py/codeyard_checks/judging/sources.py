"""Rules about how a program is written, read from its syntax tree."""

import ast
import re
from collections.abc import Callable, Iterator
from typing import Any

from codeyard_checks.judging.problems import Problem

Node = ast.AST
COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
WORDS: dict[str, tuple[tuple[type, ...], str]] = {
    "for": ((ast.For, ast.AsyncFor), "a for loop"),
    "while": ((ast.While,), "a while loop"),
    "if": ((ast.If,), "an if"),
    "function": (FUNCTIONS, "a function of its own"),
    "class": ((ast.ClassDef,), "a class of its own"),
    "comprehension": (COMPREHENSIONS, "a comprehension"),
    "f-string": ((ast.JoinedStr,), "an f-string"),
    "try": ((ast.Try, ast.TryStar), "try and except"),
    "with": ((ast.With, ast.AsyncWith), "with"),
    "lambda": ((ast.Lambda,), "a lambda"),
    "import": ((ast.Import, ast.ImportFrom), "an import"),
    "global": ((ast.Global,), "global"),
    "return": ((ast.Return,), "return"),
}
CALL = re.compile(r"\.?[A-Za-z_][\w.]*\(\)")
Broken = (
    tuple[str, int | None] | None
)  # what is wrong, as a sentence, and in which line; None when the rule is kept


class Source:
    """A student's file, parsed. Raises SyntaxError, ValueError, RecursionError, MemoryError."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tree = ast.parse(text)
        self.nodes = list(ast.walk(self.tree))

    def of(self, kinds: tuple[type, ...]) -> list[Any]:
        """All nodes of some kinds."""
        return [node for node in self.nodes if isinstance(node, kinds)]

    def calls(self, name: str) -> list[ast.Call]:
        """Calls of `sorted`, of `math.sqrt` (also by `from math import sqrt`), or of a method, `.append`."""
        wanted = name.removesuffix("()")
        return [node for node in self.of((ast.Call,)) if self._is_called(node.func, wanted)]

    def _is_called(self, function: ast.expr, wanted: str) -> bool:
        name = _dotted(function)
        if wanted.startswith("."):
            return isinstance(function, ast.Attribute) and function.attr == wanted[1:]
        return name is not None and wanted in (name, self.real_names.get(name))

    @property
    def real_names(self) -> dict[str, str]:
        """What names that were imported from modules stand for: `sqrt` for `math.sqrt`."""
        names = {}
        for node in self.of((ast.ImportFrom,)):
            names.update({alias.asname or alias.name: f"{node.module}.{alias.name}" for alias in node.names})
        for node in self.of((ast.Assign,)):  # `order = sorted` does not hide a call of it
            if isinstance(node.value, ast.Name) and isinstance(node.targets[0], ast.Name):
                names[node.targets[0].id] = node.value.id
        return names

    def imports(self, module: str) -> list[Any]:
        """Where a module, or something in it, is imported."""
        return [
            node
            for node in self.of((ast.Import, ast.ImportFrom))
            if any(_inside(module, one) for one in _modules(node))
        ]

    def recursions(self) -> list[Any]:
        """Functions that call themselves."""
        return [node for node in self.of(FUNCTIONS) if any(_calls_itself(node))]

    def uses(self, what: str) -> list[Any]:
        """Where something of the table of words, or a call in `NAME()` form, stands."""
        if what in WORDS:
            return self.of(WORDS[what][0])
        return self.recursions() if what == "recursion" else self.calls(what)


def check_rule(rule: Any) -> None:
    """Raises Problem for a rule that is not in the table."""
    if not isinstance(rule, dict):
        raise Problem("Each entry of the field “rules” has to be a rule, such as uses: for.")
    kind = next((name for name in RULES if name in rule), None)
    if kind is None:
        raise Problem(f"The rule “{', '.join(map(str, rule))[:80]}” is not known.")
    value = rule[kind]
    if kind == "at_most_lines":
        if type(value) is not int or value < 0:
            raise Problem("The rule “at_most_lines” takes a whole number.")
    elif not isinstance(value, str) or not value.strip():
        raise Problem(f"The rule “{kind}” takes a name.")
    elif kind in ("uses", "avoids"):
        named(value)
    _check_counts(rule)


def _check_counts(rule: dict[str, Any]) -> None:
    for name in ("parameters", "at_least", "at_most"):
        if rule.get(name) is not None and (type(rule[name]) is not int or rule[name] < 0):
            raise Problem(f"“{name}” in the field “rules” has to be a whole number.")


def named(what: str) -> str:
    """What a rule looks for, in words. Raises Problem for a word that is not in the table."""
    if what in WORDS:
        return WORDS[what][1]
    if what == "recursion":
        return "a function that calls itself"
    if what in ("print", "input"):
        return f"{what}()"
    if CALL.fullmatch(what):
        return what
    words = ", ".join([*WORDS, "recursion", "print", "input"])
    raise Problem(
        f"“{what[:50]}” is not known in the field “rules”. It can be {words}, or a call such as sorted()."
    )


def broken(rule: dict[str, Any], source: Source) -> Broken:
    """What is wrong with a source by a rule, and in which line; None when the rule is kept."""
    for name, judge in RULES.items():
        if name in rule:
            return judge(rule, source)
    return None


def _uses(rule: dict[str, Any], source: Source) -> Broken:
    what = rule["uses"]
    return None if source.uses(what) else (f"The program has to use {named(what)}.", None)


def _avoids(rule: dict[str, Any], source: Source) -> Broken:
    what = rule["avoids"]
    return _forbidden(f"use {named(what)}", source.uses(what))


def _forbidden(what: str, found: list[Any]) -> Broken:
    if not found:
        return None
    line: int = found[0].lineno
    return f"The program may not {what}, and it does in line {line}.", line


def _defines(rule: dict[str, Any], source: Source) -> Broken:
    name, wanted = rule["defines"], rule.get("parameters")
    found = [node for node in source.of((*FUNCTIONS, ast.ClassDef)) if node.name == name]
    if not found:
        return f"The program has to define {name}.", None
    if wanted is None:
        return None
    counts = [_parameters(node) for node in found]
    if wanted in counts:
        return None
    return f"{name} has to take {_counted(wanted, 'parameter')}, and it takes {counts[0]}.", found[0].lineno


def _imports(rule: dict[str, Any], source: Source) -> Broken:
    name = rule["imports"]
    return None if source.imports(name) else (f"The program has to import {name}.", None)


def _avoids_import(rule: dict[str, Any], source: Source) -> Broken:
    name = rule["avoids_import"]
    return _forbidden(f"import {name}", source.imports(name))


def _calls(rule: dict[str, Any], source: Source) -> Broken:
    name = rule["calls"].removesuffix("()")
    found = source.calls(name)
    fewest, most = rule.get("at_least"), rule.get("at_most")
    if fewest is None and most is None:
        fewest = 1
    if fewest is not None and len(found) < fewest:
        return (
            f"The program has to call {name}() {_times(fewest)} or more, and it does {_times(len(found))}.",
            None,
        )
    if most is not None and len(found) > most:
        line = found[most].lineno
        return (
            f"The program may call {name}() at most {_times(most)}, and it does {_times(len(found))}.",
            line,
        )
    return None


def _at_most_lines(rule: dict[str, Any], source: Source) -> Broken:
    """Lines with code in them: no empty ones, no comments."""
    most = rule["at_most_lines"]
    lines = [line for line in source.text.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    if len(lines) <= most:
        return None
    return f"The program may have at most {_counted(most, 'line')}, and it has {len(lines)}.", None


RULES: dict[str, Callable[[dict[str, Any], Source], Broken]] = {
    "uses": _uses,
    "avoids": _avoids,
    "defines": _defines,
    "imports": _imports,
    "avoids_import": _avoids_import,
    "calls": _calls,
    "at_most_lines": _at_most_lines,
}


def _dotted(node: ast.expr) -> str | None:
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        owner = _dotted(node.value)
        return f"{owner}.{node.attr}" if owner else None
    return None


def _modules(node: ast.Import | ast.ImportFrom) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    return [node.module or "", *(f"{node.module}.{alias.name}" for alias in node.names)]


def _inside(module: str, name: str) -> bool:
    return name == module or name.startswith(f"{module}.")


def _calls_itself(function: Any) -> Iterator[ast.Call]:
    for node in ast.walk(function):
        if isinstance(node, ast.Call) and (_dotted(node.func) or "").removeprefix("self.") == function.name:
            yield node


def _parameters(node: Any) -> int:
    if isinstance(node, ast.ClassDef):
        makers = [one for one in node.body if isinstance(one, FUNCTIONS) and one.name == "__init__"]
        return _parameters(makers[0]) - 1 if makers else 0
    arguments = node.args
    return len([*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs])


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _times(number: int) -> str:
    return {0: "never", 1: "once", 2: "twice"}.get(number, f"{number} times")
