"""Python that stands in fields of a check. It is parsed here and never run."""

import ast
import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

from exercises.document.shapes import FaultError

# Calls that a literal may hold; the engine makes the values of them.
CONSTRUCTORS = frozenset(
    {"set", "frozenset", "range", "Decimal", "Fraction", "date", "time", "datetime", "timedelta", "complex", "float",
     "array"}
)  # fmt: skip
_NAMES = frozenset({"inf", "nan"})
_MODULES = frozenset({"decimal", "fractions", "datetime", "math", "np", "numpy"})
_LITERAL = (
    ast.Expression, ast.Constant, ast.List, ast.Tuple, ast.Set, ast.Dict, ast.UnaryOp, ast.UAdd, ast.USub,
    ast.BinOp, ast.Add, ast.Sub, ast.Mult, ast.Div, ast.keyword, ast.expr_context,
)  # fmt: skip
_RAISES = re.compile(r"[A-Za-z_][\w.]*(:.*)?", re.DOTALL)


def parse(text: str) -> ast.Module:
    """The tree of Python lines. Raises FaultError when they are none."""
    with _in_words(text):
        return ast.parse(text)


def parse_expression(text: str) -> ast.Expression:
    """The tree of one expression. Raises FaultError when it is none."""
    with _in_words(text):
        return ast.parse(text.strip(), mode="eval")


def code(text: str) -> str:
    """Any Python, without white space around it."""
    parse(text.strip())
    return text.strip()


def lines_of_code(text: str) -> str:
    """Python lines, without empty lines around them."""
    parse(text)
    return text.strip("\n").rstrip()


def expression(text: str) -> str:
    """One Python expression."""
    parse_expression(text)
    return text.strip()


def literal(text: str) -> str:
    """A Python literal, or one of the constructors around literals."""
    try:
        tree = parse_expression(text)
    except FaultError as fault:
        raise FaultError(f"{fault} {_quote_it(text)}".strip()) from None
    for node in ast.walk(tree):
        if not _may_stand(node):
            raise FaultError(f"“{shortened(text)}” is no plain Python value. {_quote_it(text)}".strip())
    return text.strip()


def exception(text: str) -> str:
    """The name of an exception, and after a colon the words of its message."""
    if not _RAISES.fullmatch(text.strip()):
        raise FaultError("This must be the name of an exception, as in ValueError or ValueError: too small.")
    return text.strip()


def identifier(text: str) -> str:
    """A name as Python has them."""
    if not text.isidentifier():
        raise FaultError(f"“{shortened(text)}” is not a Python name.")
    return text


def dotted(text: str) -> str:
    """Names with dots between them, as modules have."""
    if not all(part.isidentifier() for part in text.split(".")):
        raise FaultError(f"“{shortened(text)}” is not the name of a module.")
    return text


def pattern(text: str) -> str:
    """A regular expression."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            re.compile(text)
    except (re.error, OverflowError, RecursionError) as error:
        raise FaultError(f"This is no regular expression: {error}.") from None
    return text


def shortened(text: str) -> str:
    """The beginning of the text, in one line."""
    line = " ".join(text.split())
    return line if len(line) <= 60 else f"{line[:60]}…"


@contextmanager
def _in_words(text: str) -> Iterator[None]:
    """Tell what is wrong with the text instead of raising Python's errors; its warnings are nobody's here."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        reason = error.msg if isinstance(error, SyntaxError) else "it is nested too deep"
        raise FaultError(f"“{shortened(text)}” is no Python: {reason}.") from None


def _may_stand(node: ast.AST) -> bool:
    if isinstance(node, ast.Call):
        return _called(node.func) in CONSTRUCTORS
    if isinstance(node, ast.Name):
        return node.id in _NAMES or node.id in CONSTRUCTORS or node.id in _MODULES
    if isinstance(node, ast.Attribute):
        return node.attr in CONSTRUCTORS or node.attr in _NAMES
    if isinstance(node, ast.Constant):
        return node.value is not ...
    return isinstance(node, _LITERAL)


def _called(function: ast.expr) -> str:
    return getattr(function, "id", "") or getattr(function, "attr", "")


def _quote_it(text: str) -> str:
    words = text.strip()
    if "'" in words or '"' in words or "\n" in words or len(words) > 60:
        return ""
    return f"For text, write it in quotes inside quotes: \"'{words}'\"."
