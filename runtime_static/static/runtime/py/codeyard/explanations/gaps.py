"""`invalid syntax` where something is left out that beginners leave out: half of a comparison, a condition, quotes."""

import re
from typing import Any

from codeyard.explanations.wording import Explanation, plain

QUESTIONS = ("if", "elif", "while")
FUNCTIONS = (
    "range",
    "len",
    "input",
    "int",
    "float",
    "str",
    "list",
    "sorted",
    "sum",
    "max",
    "min",
    "round",
    "abs",
    "open",
)


def explain(line: str, word: str, at: str, problem: Any) -> Explanation | None:
    """The first guess that fits. `line` has its texts blanked, `word` begins it, and Python stopped `at` that sign."""
    before = line[: (problem.error.offset or 1) - 1].rstrip()
    for guess in (
        _half_a_comparison,
        _no_question,
        _assignment,
        _parted_sign,
        _no_brackets,
        _path,
        _dots,
        _import,
    ):
        found: Explanation | None = guess(line, word, at, before)
        if found is not None:
            return found
    return None


def _half_a_comparison(line: str, word: str, at: str, before: str) -> Explanation | None:
    joined = re.search(r"\b(and|or|not)$", before)
    if joined is None or at not in ("<", ">", "=", "!"):
        return None
    return Explanation(
        f"After `{joined[1]}` the left side of the comparison is missing",
        "Each comparison has a value on both of its sides, also when it is about the same name again.",
        "Write the name again: `x > 3 and x < 7`. Shorter: `3 < x < 7`.",
    )


def _no_question(line: str, word: str, at: str, before: str) -> Explanation | None:
    if word not in QUESTIONS or at != ":" or before.strip() != word:
        return None
    return Explanation(
        f"`{word}` has no condition",
        f"Between `{word}` and the colon stands the question that decides.",
        f"Write it, as in `{word} x > 3:`"
        + (". For everything else, write `else:`." if word == "elif" else ""),
    )


def _assignment(line: str, word: str, at: str, before: str) -> Explanation | None:
    if word not in QUESTIONS or at != "=" or before.endswith(("=", "<", ">", "!")):
        return None
    return Explanation(
        "One `=` where two are needed",
        "A single `=` gives a value to a name. To ask whether two things are equal, Python uses `==`.",
        "Write `==` in this condition.",
    )


def _parted_sign(line: str, word: str, at: str, before: str) -> Explanation | None:
    if at != "=" or before[-1:] not in ("=", "<", ">", "!"):
        return None
    sign = f"{before[-1]}="
    return Explanation(
        f"The two halves of `{sign}` stand apart",
        "Signs of two characters are written without a space between them.",
        f"Write `{sign}`, or a single `=` to give a value to a name.",
    )


def _no_brackets(line: str, word: str, at: str, before: str) -> Explanation | None:
    called = re.search(rf"\b({'|'.join(FUNCTIONS)})$", before)
    if called is None or not re.match(r"[\w\"']", at):
        return None
    return Explanation(
        f"Round brackets are missing after `{called[1]}`",
        f"`{called[1]}` is a function, so what it works on stands in round brackets.",
        f"Write `{called[1]}({at if at.isalnum() else '…'})`",
    )


def _path(line: str, word: str, at: str, before: str) -> Explanation | None:
    if not re.search(r"\b[A-Za-z]:[\\/]", line):
        return None
    return Explanation(
        "The name of a file needs quotes",
        "Without quotes Python takes it for names and signs of the program.",
        'Put the file into the project and write its name: `open("data.txt")`',
    )


def _dots(line: str, word: str, at: str, before: str) -> Explanation | None:
    if not re.search(r"\d\s*\.\.+\s*\w", line):
        return None
    return Explanation(
        "Python has no `..` for counting",
        "It belongs to other languages.",
        "Write `range(5)` for 0 to 4, or `range(1, 6)` for 1 to 5.",
    )


def _import(line: str, word: str, at: str, before: str) -> Explanation | None:
    found = re.fullmatch(r"\s*from\s+([\w.]+)\s*", line)
    if found is None:
        return None
    name = plain(found[1])
    return Explanation(
        "`from` needs an `import`",
        "`from` says which module, and `import` says what to take from it.",
        f"Write `from {name} import` and the names that you need, or `import {name}`.",
    )
