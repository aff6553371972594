"""NameError and UnboundLocalError: a name that Python does not know at this place."""

import ast
import builtins
import keyword
import re
import sys
from collections.abc import Iterator
from typing import Any

from codeyard.explanations import values
from codeyard.explanations.similar import closest
from codeyard.explanations.wording import Explanation, Rule, first, plain

# What people write who come from other languages or from Python 2.
FOREIGN = {
    "null": ("None", "a value that stands for nothing"),
    "nil": ("None", "a value that stands for nothing"),
    "undefined": ("None", "a value that stands for nothing"),
    "true": ("True", "the answer yes"),
    "false": ("False", "the answer no"),
    "TRUE": ("True", "the answer yes"),
    "FALSE": ("False", "the answer no"),
    "raw_input": ("input", "the function that asks for a line"),
    "xrange": ("range", "the function that counts"),
    "unicode": ("str", "the type of texts"),
    "string": ("str", "the type of texts"),
    "length": ("len", "the function that counts items"),
    "printf": ("print", "the function that shows something"),
    "println": ("print", "the function that shows something"),
    "echo": ("print", "the function that shows something"),
    "puts": ("print", "the function that shows something"),
    "this": ("self", "the object that a method belongs to"),
    "Error": ("Exception", "the error that means any error"),
    "sizeof": ("len", "the function that counts items"),
    "elif": ("elif", ""),
}
# Names that people use without the import that brings them.
HOMES = {
    "sqrt": "math", "pi": "math", "sin": "math", "cos": "math", "tan": "math", "floor": "math", "ceil": "math",
    "randint": "random", "choice": "random", "shuffle": "random", "sample": "random", "uniform": "random",
    "sleep": "time", "perf_counter": "time", "datetime": "datetime", "date": "datetime", "timedelta": "datetime",
    "Counter": "collections", "defaultdict": "collections", "deque": "collections", "namedtuple": "collections",
    "dataclass": "dataclasses", "Enum": "enum", "ABC": "abc", "abstractmethod": "abc", "Path": "pathlib",
    "Fraction": "fractions", "Decimal": "decimal", "reduce": "functools", "lru_cache": "functools",
    "permutations": "itertools", "combinations": "itertools", "product": "itertools", "ascii_letters": "string",
    "Turtle": "turtle", "Screen": "turtle", "mean": "statistics", "median": "statistics",
    "BeautifulSoup": "bs4", "Image": "PIL", "DataFrame": "pandas",
}  # fmt: skip
ALIASES = {
    "np": "numpy",
    "pd": "pandas",
    "plt": "matplotlib.pyplot",
    "sns": "seaborn",
    "sp": "sympy",
    "nx": "networkx",
}
MODULES = ("numpy", "pandas", "matplotlib", "sympy", "scipy", "requests", "networkx")


def _undefined(problem: Any, match: "re.Match[str]") -> Explanation:
    name = plain(match[1])
    for guess in (_self, _foreign, _import, _compared, _alike, _later, _elsewhere, _text):
        found: Explanation | None = guess(problem, name)
        if found is not None:
            return found
    return Explanation(
        f"`{name}` is not defined",
        f"Python does not know the name `{name}`. A name exists from the line on that gives it a value, "
        "or from its `def`, `class` or `import`.",
        f'Check the spelling. If it is meant to be a text, write `"{name}"` with quotes.',
    )


def _foreign(problem: Any, name: str) -> Explanation | None:
    if name not in FOREIGN:
        return None
    python, meaning = FOREIGN[name]
    return Explanation(
        f"`{name}` is not defined. Did you mean `{python}`?",
        f"Python's name for it is `{python}`: {meaning}. Capital and small letters matter.",
        f"Write `{python}`.",
    )


def _self(problem: Any, name: str) -> Explanation | None:
    owner = values.lookup(problem.frame, "self") if problem.frame is not None else values.UNKNOWN
    if name == "self":
        return Explanation(
            "`self` is not defined",
            "A method knows the object it belongs to only when `self` is its first parameter.",
            "Write `def name(self):`, and indent the method so that it belongs to the class.",
        )
    if owner is values.UNKNOWN or name not in values.member_names(owner):
        return None
    return Explanation(
        f"`{name}` is not defined. Did you mean `self.{name}`?",
        f"The object has something called `{name}`. Inside a method it is reached through `self`.",
        f"Write `self.{name}`.",
    )


def _import(problem: Any, name: str) -> Explanation | None:
    used_as_module = f"{name}." in problem.line_text
    if name in ALIASES and used_as_module:
        return _missing_import(name, f"import {ALIASES[name]} as {name}")
    if used_as_module and (name in sys.stdlib_module_names or name in MODULES):
        return _missing_import(name, f"import {name}")
    if name in HOMES:
        return _missing_import(name, f"from {HOMES[name]} import {name}")
    return None


def _compared(problem: Any, name: str) -> Explanation | None:
    """`x == 5` on a line of its own."""
    node = problem.statement
    asks = node.value if isinstance(node, ast.Expr) else None
    if not isinstance(asks, ast.Compare) or not isinstance(asks.left, ast.Name) or asks.left.id != name:
        return None
    return Explanation(
        f"`{name}` is not defined: `==` asks, a single `=` gives a value",
        f"This line asks whether `{name}` equals something, but it has no value yet.",
        f"Write `{name} = …` with one `=`.",
    )


def _missing_import(name: str, line: str) -> Explanation:
    return Explanation(
        f"`{name}` is not defined. An `import` is missing",
        f"`{name}` comes from a module, and a module has to be imported before it can be used.",
        f"Write `{line}` at the top of the file.",
    )


def _alike(problem: Any, name: str) -> Explanation | None:
    meant = closest(name, known_names(problem)) or closest(name, dir(builtins))
    if meant is None:
        words = [word for word in (*keyword.kwlist, *sys.stdlib_module_names) if not word.startswith("_")]
        meant = closest(name, words) if f"{name}." in problem.line_text or len(name) > 3 else None
    if meant is None:
        return None
    same = meant.lower() == name.lower()
    return Explanation(
        f"`{name}` is not defined. Did you mean `{meant}`?",
        "Capital and small letters make different names."
        if same
        else f"Python does not know `{name}`, but it knows `{meant}`, which looks almost the same.",
        f"Write `{meant}`, the same way everywhere.",
    )


def known_names(problem: Any) -> Iterator[str]:
    """Names of the student's that hold a value where the error happened."""
    if problem.frame is None:
        return
    for names in (values.variables(problem.frame), problem.frame.f_globals):
        yield from (name for name in names if type(name) is str and not name.startswith("__"))


def _later(problem: Any, name: str) -> Explanation | None:
    """The name is given a value further down, outside of functions."""
    for node in problem.tree.body if problem.tree is not None else ():
        defines = isinstance(node, ast.FunctionDef | ast.ClassDef) and node.name == name
        stored = any(
            isinstance(part, ast.Name) and part.id == name and isinstance(part.ctx, ast.Store)
            for part in ast.walk(node)
        ) and not isinstance(node, ast.FunctionDef | ast.ClassDef | ast.AsyncFunctionDef)
        if (defines or stored) and node.lineno > problem.line:
            return Explanation(
                f"`{name}` is used before it is made",
                f"Python reads a program from top to bottom. `{name}` is only made on line {node.lineno}, "
                f"further down.",
                f"Move line {node.lineno} up, above this one.",
            )
    return None


def _elsewhere(problem: Any, name: str) -> Explanation | None:
    """The name is local to a function."""
    for node in ast.walk(problem.tree) if problem.tree is not None else ():
        if not isinstance(node, ast.FunctionDef):
            continue
        parameters = [argument.arg for argument in node.args.args]
        stored = [
            part.id
            for part in ast.walk(node)
            if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store)
        ]
        inside = node.lineno <= problem.line <= (node.end_lineno or node.lineno)
        if name in (*parameters, *stored) and not inside:
            return Explanation(
                f"`{name}` is only known inside the function `{node.name}`",
                "What a function stores in its names is gone when the function ends.",
                f"Let the function hand it out with `return {name}`, and write `{name} = {node.name}(…)` "
                f"where you call it.",
            )
    return None


def _text(problem: Any, name: str) -> Explanation | None:
    """`print(Hello)`: a word that was meant to be a text."""
    if len(name) == 1 or not re.search(rf"(?:print|input)\(\s*{re.escape(name)}\s*\)", problem.line_text):
        return None
    return Explanation(
        f"`{name}` is not defined. Are the quotes missing?",
        "A word without quotes is a name for something. A text stands in quotes.",
        f'For a text, write `"{name}"`. For a name, give it a value first: `{name} = …`',
    )


def _unbound(problem: Any, match: "re.Match[str]") -> Explanation:
    name = plain(match[1])
    frame = problem.frame
    is_global = frame is not None and name in frame.f_globals
    if is_global:
        return Explanation(
            f"`{name}` belongs to this function here, and has no value yet",
            f"The function gives `{name}` a value somewhere, so Python takes it for a name of the "
            f"function alone, "
            "even though the program has one of the same name.",
            f"To change the program's `{name}`, write `global {name}` as the first line of the function. "
            "Better: hand it in as a parameter and hand the new value out with `return`.",
        )
    return Explanation(
        f"`{name}` has no value yet",
        f"The function gives `{name}` a value only on lines that have not been run: "
        "further down, or in an `if` or a loop that was skipped.",
        f"Give `{name}` a value at the beginning of the function, `{name} = 0` for example.",
    )


def _free(problem: Any, match: "re.Match[str]") -> Explanation:
    name = plain(match[1])
    return Explanation(
        f"`{name}` of the function around this one has no value yet",
        f"The inner function was called before the outer one gave `{name}` a value.",
        f"Give `{name}` a value before the call.",
    )


RULES: tuple[Rule, ...] = (
    Rule(r"cannot access free variable '(\w+)'", _free),
    Rule(r"(?:cannot access )?local variable '(\w+)'", _unbound),
    Rule(r"(?:global )?name '(\w+)' is not defined", _undefined),
)


def explain(problem: Any) -> Explanation | None:
    """What to say about a name that Python does not know."""
    return first(RULES, problem, problem.message)
