"""What an explanation is made of, and the words for Python's types. Texts mark code with backticks."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

# Half of what `messages.js` allows: JavaScript counts characters such as emoji twice.
TITLE_LIMIT = 300
TEXT_LIMIT = 1_200
HINT_LIMIT = 800
GROUP_LIMIT = 80

# Words that begin a block of lines.
BLOCKS = (
    "if", "elif", "else", "for", "while", "def", "class", "try", "except", "finally", "with", "match", "case",
)  # fmt: skip

TYPES = {
    "str": "text (`str`)",
    "int": "a whole number (`int`)",
    "float": "a decimal number (`float`)",
    "bool": "`True` or `False` (`bool`)",
    "NoneType": "`None`, which means: nothing",
    "list": "a list",
    "tuple": "a tuple",
    "dict": "a dictionary",
    "set": "a set",
    "range": "a range",
    "bytes": "bytes",
    "function": "a function",
    "builtin_function_or_method": "a function of Python's",
    "method": "a method",
    "type": "a class",
    "module": "a module",
    "generator": "a generator",
    "coroutine": "a coroutine: an `async` function that has not been awaited",
    "dict_keys": "the keys of a dictionary",
    "dict_values": "the values of a dictionary",
    "dict_items": "the pairs of a dictionary",
    "_io.TextIOWrapper": "an open file",
    "TextIOWrapper": "an open file",
}


@dataclass(frozen=True)
class Explanation:
    """What happened, why, and what to try: three short texts for a beginner."""

    title: str
    text: str = ""
    hint: str = ""

    def limited(self) -> "Explanation":
        """The same within the limits of `messages.js`."""
        return Explanation(self.title[:TITLE_LIMIT], self.text[:TEXT_LIMIT], self.hint[:HINT_LIMIT])


Writer = Callable[[Any, "re.Match[str]"], Explanation | None]


@dataclass(frozen=True)
class Rule:
    """A pattern of Python's message, and what to say about it. A writer may find that it does not apply: None."""

    pattern: str
    write: Writer


def say(pattern: str, title: str, text: str = "", hint: str = "") -> Rule:
    """A rule whose texts are fixed but for the groups of the pattern, which stand as {0}, {1} … in braces."""

    def write(problem: Any, match: "re.Match[str]") -> Explanation:
        groups = [plain(group or "") for group in match.groups()]
        return Explanation(title.format(*groups), text.format(*groups), hint.format(*groups))

    return Rule(pattern, write)


def first(rules: Sequence[Rule], problem: Any, message: str) -> Explanation | None:
    """What the first rule that fits has to say."""
    for rule in rules:
        match = re.match(rule.pattern, message, re.DOTALL)
        explanation = rule.write(problem, match) if match else None
        if explanation is not None:
            return explanation
    return None


def plain(text: str, limit: int = GROUP_LIMIT) -> str:
    """Text from a program, fit to stand between backticks: one line, no backtick, not long."""
    line = " ".join(text.replace("`", "'").split())
    return line if len(line) <= limit else f"{line[: limit - 1]}…"


def kind(type_name: str) -> str:
    """A type as a beginner calls it; for a class of the student's its name."""
    return TYPES.get(type_name, f"{'an' if type_name[:1] in tuple('AEIOaeio') else 'a'} `{plain(type_name)}`")


def capital(text: str) -> str:
    """The beginning of a sentence; what stands in the text is left as it is."""
    return text[0].upper() + text[1:]


def listed(words: Sequence[str], last: str = "and") -> str:
    """`a`, `b` and `c`."""
    marked = [f"`{plain(word)}`" for word in words]
    return marked[0] if len(marked) == 1 else f"{', '.join(marked[:-1])} {last} {marked[-1]}"
