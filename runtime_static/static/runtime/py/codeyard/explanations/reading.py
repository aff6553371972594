"""`invalid syntax`: Python says no more than where it got stuck, so the line itself is looked at."""

import keyword
import re
from typing import Any

from codeyard.explanations import gaps, signs
from codeyard.explanations.similar import closest
from codeyard.explanations.wording import BLOCKS, Explanation, plain

STARTS = (
    *BLOCKS,
    "import",
    "from",
    "return",
    "pass",
    "break",
    "continue",
    "global",
    "raise",
    "async",
    "del",
    "assert",
)
# What other languages write, and what Python writes.
FOREIGN = {
    "function": ("def", "`def greet(name):`"),
    "func": ("def", "`def greet(name):`"),
    "fun": ("def", "`def greet(name):`"),
    "define": ("def", "`def greet(name):`"),
    "sub": ("def", "`def greet(name):`"),
    "elseif": ("elif", "`elif x > 3:`"),
    "elsif": ("elif", "`elif x > 3:`"),
    "foreach": ("for", "`for name in names:`"),
    "switch": ("match", "`match command:`"),
    "catch": ("except", "`except ValueError:`"),
    "include": ("import", "`import math`"),
    "using": ("import", "`import math`"),
    "require": ("import", "`import math`"),
    "unless": ("if not", "`if not x > 3:`"),
    "until": ("while not", "`while not done:`"),
    "repeat": ("for", "`for i in range(5):`"),
    "throw": ("raise", '`raise ValueError("too small")`'),
}
DECLARATIONS = (
    "var",
    "let",
    "const",
    "int",
    "float",
    "string",
    "str",
    "bool",
    "char",
    "double",
    "dim",
    "auto",
)
MODIFIERS = ("public", "private", "static", "void", "new", "protected", "final")
OPERATORS_AT_END = re.compile(r"(?:\*\*|//|[-+*/%=<>&|^]|\b(?:and|or|not|in|is|return not))\s*$")
INSTALLING = re.compile(
    r"[!%]?\s*(?:python3?\s+-m\s+)?(?:pip3?|conda|uv)\s+(?:pip\s+)?install\s+(?:-\S+\s+)*([\w.-]+)?"
)


def explain(problem: Any) -> Explanation:
    """The first of our guesses that fits the line; the last one always does."""
    line, stripped = problem.line_text, _without_strings(problem.line_text)
    at = _token_at(line, problem.error.offset)
    word = re.match(r"\s*([^\W\d]\w*)?", stripped).group(1) or ""  # type: ignore[union-attr]
    for guess in (
        _command,
        _block_without_start,
        _foreign_word,
        _misspelt,
        signs.explain,
        _loop,
        _open_bracket,
        _no_colon,
    ):
        found: Explanation | None = guess(stripped, word, at, problem)
        if found is not None:
            return found
    for guess in (_reserved, gaps.explain, _unfinished, _nothing_between, _side_by_side):
        found = guess(stripped, word, at, problem)
        if found is not None:
            return found
    return Explanation(
        f"Python cannot read this line{f' from `{plain(at)}` on' if at.strip() else ''}",
        "Something is missing, or something is too much, at the mark or just before it.",
        "Look at the brackets, quotes, commas and colons of this line and of the one above. Is every word "
        "spelt as Python spells it?",
    )


def _command(line: str, word: str, at: str, problem: Any) -> Explanation | None:
    text = problem.line_text.strip()
    installing = INSTALLING.match(text)
    if installing:
        name = plain(installing[1] or "numpy")
        return Explanation(
            "Packages need no `pip install` here",
            "`pip install` is a command for a terminal, not a line of Python. "
            "Here a package is loaded by itself when a program imports it.",
            f"Remove this line and write `import {name.replace('-', '_')}`. Other packages from PyPI go "
            f"into a file `requirements.txt`, one name a line.",
        )
    if re.match(r"python3?\s+[\w./-]+\.py\b", text):
        return Explanation(
            "This is a command for a terminal",
            "It starts a program on a computer. Here the button Run does that.",
            "Remove this line and press Run.",
        )
    if text.startswith((">>>", "...", "In [")):
        return Explanation(
            "`>>>` does not belong to the program",
            "It is the sign with which Python's own window asks for the next line. It was copied along.",
            "Remove the signs at the beginning of each line, and the lines that show results.",
        )
    if text.startswith(("!", "%")):
        return Explanation(
            f"A line that begins with `{text[0]}` is for notebooks",
            "Jupyter notebooks have commands of their own, which are not Python.",
            "Remove this line. Figures of matplotlib are shown here without it.",
        )
    return None


def _block_without_start(line: str, word: str, at: str, problem: Any) -> Explanation | None:
    if at != word or word not in ("else", "elif", "except", "finally", "case"):
        return None
    start = {"case": "match", "except": "try", "finally": "try"}.get(word, "if")
    return Explanation(
        f"`{word}` has no `{start}` that it belongs to",
        f"`{word}` comes right after the lines of its `{start}` and stands as far to the left as that does. "
        "A line between them that is not indented ends the block.",
        f"Check the indentation of `{word}` and of the lines above it.",
    )


def _foreign_word(line: str, word: str, at: str, problem: Any) -> Explanation | None:
    if word.lower() in FOREIGN:
        python, example = FOREIGN[word.lower()]
        return Explanation(
            f"Python says `{python}`, not `{word}`",
            f"`{word}` is how another language writes it.",
            f"In Python it looks like this: {example}",
        )
    if word.lower() in DECLARATIONS and re.match(r"\s*\w+\s+\w+\s*(=|;|$)", line):
        name = re.match(r"\s*\w+\s+(\w+)", line)[1]  # type: ignore[index]
        return Explanation(
            f"Python needs no `{word}` before a name",
            "In Python a name is made by giving it a value. It takes the type of that value.",
            f"Write `{plain(name)} = …` alone.",
        )
    if word.lower() in MODIFIERS:
        return Explanation(
            f"Python has no `{word}`",
            "It belongs to other languages.",
            "A function begins with `def`, a class with `class`.",
        )
    return None


def _misspelt(line: str, word: str, at: str, problem: Any) -> Explanation | None:
    begins = re.match(r"\s*[^\W\d]\w*(?:\s+[\w(\"'\[{]|\s*:|\s*$)", line)
    if begins and not keyword.iskeyword(word) and word not in ("match", "case", "print"):
        meant = closest(word, STARTS)
        if meant is not None:
            return _spelling(word, meant)
    return _misspelt_inside(line, word)


def _misspelt_inside(line: str, word: str) -> Explanation | None:
    """`from math imprt sqrt`, `for i on range(5)`."""
    if word == "from":
        found = re.match(r"\s*from\s+[\w.]+\s+(\w+)\s+\w", line)
        if found and found[1] != "import":
            return _spelling(found[1], "import")
    if word == "for":
        found = re.match(r"\s*for\s+\w+\s+(\w+)\s+\S", line)
        if found and found[1] != "in" and len(found[1]) <= 3:
            return _spelling(found[1], "in")
    return None


def _spelling(word: str, meant: str) -> Explanation:
    case = word.lower() == meant
    return Explanation(
        f"Did you mean `{meant}`?",
        f"Python does not know `{plain(word)}`. "
        + ("Python's own words are written in small letters." if case else f"It looks like `{meant}`."),
        f"Write `{meant}`.",
    )


def _loop(line: str, word: str, at: str, problem: Any) -> Explanation | None:
    if word != "for" or re.search(r"\bin\b", line):
        return None
    return Explanation(
        "`for` needs the word `in`",
        "A loop names what changes, and where its values come from: `for i in range(5):`",
        "Put `in` between the two.",
    )


def _open_bracket(line: str, word: str, at: str, problem: Any) -> Explanation | None:
    head = line[: (problem.error.offset or 1) - 1]
    if at != ":" or word not in BLOCKS or head.count("(") <= head.count(")"):
        return None
    return Explanation(
        "A round bracket `(` was opened but not closed before the colon",
        "The colon ends the line, but Python still waits for `)`.",
        "Put `)` before the colon.",
    )


def _no_colon(line: str, word: str, at: str, problem: Any) -> Explanation | None:
    if word not in ("if", "elif", "while", "for", "with") or ":" in line:
        return None
    return Explanation(
        "A colon `:` is missing",
        f"A line that begins with `{word}` has a colon before what is to be done.",
        "Put a `:` after the condition, and the action on the next line, indented.",
    )


def _reserved(line: str, word: str, at: str, problem: Any) -> Explanation | None:
    """A word of the language used as a name: `class = 3`, `def class():`, `import = 3`."""
    start = re.match(r"\s*(\w+)\s*=(?!=)", line)
    name = start[1] if start and keyword.iskeyword(start[1]) else ""
    after = line[: (problem.error.offset or 1) - 1].rstrip()
    if (
        not name
        and keyword.iskeyword(at)
        and re.search(r"(\.|\bdef|\bclass|\bfor|\bimport|\bas|,|\()$", after)
    ):
        name = at
    if not name:
        return None
    return Explanation(
        f"`{name}` is a word of the language",
        f"`{name}` has a meaning of its own in Python, so nothing else can have that name.",
        f"Choose another name, `{name}_` or `my_{name.lower()}` for example.",
    )


def _unfinished(line: str, word: str, at: str, problem: Any) -> Explanation | None:
    code = _without_comment(line).rstrip()
    if len(code) > (problem.error.offset or 1) + 1:
        return None
    if OPERATORS_AT_END.search(code):
        end = OPERATORS_AT_END.search(code)[0].strip()  # type: ignore[index]
        return Explanation(
            f"Something is missing after `{end}`",
            f"The line ends although `{end}` needs a value on its right.",
            "Write the value, or remove the sign.",
        )
    if code.endswith("."):
        return Explanation(
            "Something is missing after the full stop",
            "After a `.` comes the name of something that belongs to what stands before it.",
            "Write the name, as in `name.upper()`, or remove the full stop.",
        )
    return None


def _nothing_between(line: str, word: str, at: str, problem: Any) -> Explanation | None:
    sign = OPERATORS_AT_END.search(line[: (problem.error.offset or 1) - 1])
    if sign is not None and at in (")", "]", "}", ",", ":"):
        return Explanation(
            f"Something is missing between `{sign[0].strip()}` and `{at}`",
            f"`{sign[0].strip()}` needs a value on its right.",
            "Write the value, or remove the sign.",
        )
    compact = line.replace(" ", "")
    if ",," in compact or re.search(r"[(\[{],", compact):
        return Explanation(
            "Between two commas a value is missing",
            "Commas part values, so one value stands on each side.",
            "Remove one of the commas, or add the value.",
        )
    if "[]" in compact and re.search(r"[\w)\]]\[\]", compact):
        return Explanation(
            "The square brackets are empty",
            "Behind a name, square brackets choose an item, so a position or a key has to stand in them.",
            "Write `names[0]` for the first item.",
        )
    return None


def _side_by_side(line: str, word: str, at: str, problem: Any) -> Explanation | None:
    before = line[: (problem.error.offset or 1) - 1]
    if not re.search(r"[\w)\]\"'}]\s+$", before) or not re.match(r"[\w\"'(\[{]", at):
        return None
    if re.fullmatch(r"\s*[^\W\d]\w*(\s+[^\W\d]\w*)+\s*[.!]?", line):
        return Explanation(
            "These words are not Python",
            "Without quotes Python takes each word for a name, and two names cannot stand side by side.",
            f'To show a text, write `print("{plain(line.strip(), 40)}")`. A note for people begins with `#`.',
        )
    return Explanation(
        f"Something is missing before `{plain(at)}`",
        "Two things stand side by side here, with nothing between them that says how they belong together.",
        "Is an operator missing (`+`, `==`), a comma, or a quotation mark? Two commands go on two lines.",
    )


def _token_at(line: str, offset: int | None) -> str:
    """The word or sign at a column (from 1) of a line."""
    found = re.match(r"\w+|\S", line[max((offset or 1) - 1, 0) :])
    return found[0] if found else ""


def _without_strings(line: str) -> str:
    """The line with the insides of its texts, and its comment, blanked; the same columns."""

    def blank(match: "re.Match[str]") -> str:
        text = match[0]
        return text[0] + "_" * (len(text) - 2) + text[-1] if text[0] != "#" else " " * len(text)

    return re.sub(r"\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*'|#.*", blank, line)


def _without_comment(line: str) -> str:
    return line.partition("#")[0]
