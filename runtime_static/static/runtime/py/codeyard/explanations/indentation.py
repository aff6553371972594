"""IndentationError and TabError: lines that stand too far to the left or to the right."""

import re
from typing import Any

from codeyard.explanations.wording import Explanation, Rule, first, plain, say


def _expected_block(problem: Any, match: "re.Match[str]") -> Explanation:
    what, line = match[1], match[2]
    owner = re.sub(r"^'(\w+)' statement$", r"`\1`", what)
    owner = {"function definition": "the function", "class definition": "the class"}.get(owner, owner)
    below = problem.line_text.strip()
    empty = not below or problem.line_text.lstrip().startswith("#") or problem.line == int(line)
    return Explanation(
        f"After {plain(owner) if '`' not in owner else owner} on line {line} an indented line is missing",
        "A line that ends with a colon begins a block. What belongs to it stands below, moved to the "
        "right by four spaces.",
        f"Write what is to be done below line {line}, indented. If there is nothing to do yet, write `pass`."
        if empty
        else f"Move line {problem.line} to the right with the Tab key, and so every line that belongs to "
        f"the block.",
    )


def _unexpected(problem: Any, match: "re.Match[str]") -> Explanation:
    above = next((text for text in reversed(problem.lines[: problem.line - 1]) if text.strip()), "")
    if not above:
        text = "Only lines that belong to an `if`, a loop or a function are moved to the right. This one does not."
    elif above.rstrip().endswith(("if", "else", "elif", "while", "for")) or re.match(
        r"\s*(if|elif|else|for|while|def|class|try|with)\b(?!.*:\s*(#.*)?$)", above
    ):
        text = "The line above may need a colon `:` at its end."
    else:
        text = "It stands further to the right than the line above, but that line does not begin a block."
    return Explanation(
        "This line is indented too far",
        text,
        "Delete the spaces at its beginning, so that it stands right below the line it belongs with.",
    )


RULES: tuple[Rule, ...] = (
    Rule(r"expected an indented block after (.+?) on line (\d+)", _expected_block),
    say(
        r"expected an indented block",
        "An indented line is missing",
        "A line that ends with a colon begins a block. What belongs to it stands below, moved to the "
        "right by four spaces.",
        "Move this line to the right with the Tab key.",
    ),
    Rule(r"unexpected indent", _unexpected),
    say(
        r"unindent does not match any outer indentation level",
        "This line stands between two levels of indentation",
        "It is further to the left than the line above, but not as far as any block above it begins.",
        "Give it just as many spaces as the line that it belongs with. Use four spaces for each level.",
    ),
    say(
        r"inconsistent use of tabs and spaces",
        "Tabs and spaces are mixed",
        "Both look the same on the screen, but Python cannot tell which lines stand below each other.",
        "Delete the space at the beginning of these lines and indent them again with the Tab key, which "
        "writes spaces here.",
    ),
    say(
        r"too many levels of indentation",
        "Too many blocks stand inside each other",
        "Python allows 100 levels.",
        "Move the inner part into a function.",
    ),
)


def explain(problem: Any) -> Explanation | None:
    """What to say about a line that is indented wrongly."""
    return first(RULES, problem, problem.message)
