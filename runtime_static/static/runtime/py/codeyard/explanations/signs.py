"""Signs that other languages have and Python has not."""

import re
from typing import Any

from codeyard.explanations.wording import BLOCKS, Explanation

SIGNS = {
    "&&": ("and", "`if a > 1 and b > 1:`"),
    "||": ("or", "`if a > 1 or b > 1:`"),
    "=>": (">=", "`if x >= 5:`"),
    "=<": ("<=", "`if x <= 5:`"),
    "<>": ("!=", "`if x != 5:`"),
    "===": ("==", "`if x == 5:`"),
    "!==": ("!=", "`if x != 5:`"),
}
# Patterns of the line (texts and comments blanked), and what to say.
REFUSED = (
    (
        r"!\s*[\w(]",
        "Python writes `not` for `!`",
        "A `!` alone is not Python.",
        "Write it like this: `if not done:`",
    ),
    (
        r"\?",
        "A question mark cannot stand here",
        "Other languages write `question ? a : b`.",
        "In Python it is `a if question else b`. In a text, `?` needs quotes around it.",
    ),
    (
        r"\$",
        "`$` cannot stand here",
        "Names in Python have letters, digits and `_`.",
        "Remove the sign. If it belongs to a text, put quotes around the text.",
    ),
)
IN_BLOCKS = (
    (
        r".*\bthen\b",
        "Python has no `then`",
        "A colon takes its place.",
        "Write `if x > 3:` and the action below it, indented.",
    ),
    (
        r".*;\s*$",
        "A colon `:` is needed here, not a semicolon `;`",
        "A line that begins a block ends with a colon.",
        "Write `:` in place of `;`",
    ),
)


def increment(problem: Any) -> Explanation:
    """`i++`"""
    return Explanation(
        "Python has no `++` and no `--`",
        "In other languages they count up and down by one.",
        "Write `i += 1` or `i -= 1`.",
    )


def explain(line: str, word: str, at: str, problem: Any) -> Explanation | None:
    """What to say when such a sign stands in a line that Python cannot read; `word` is the first word."""
    if re.search(r"\w\s*(\+\+|--)\s*($|[;)])", line):
        return increment(problem)
    for sign in sorted(SIGNS, key=len, reverse=True):
        if sign in line:
            python, example = SIGNS[sign]
            return Explanation(
                f"Python writes `{python}` for `{sign}`",
                f"Python does not know `{sign}`.",
                f"Write it like this: {example}",
            )
    for pattern, title, text, hint in (*REFUSED, *(IN_BLOCKS if word in BLOCKS else ())):
        if re.search(pattern, line):
            return Explanation(title, text, hint)
    return None
