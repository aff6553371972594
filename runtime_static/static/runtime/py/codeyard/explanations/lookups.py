"""IndexError and KeyError: an item that is not there."""

import ast
import re
from typing import Any

from codeyard.explanations import values
from codeyard.explanations.similar import closest
from codeyard.explanations.wording import Explanation, Rule, first, listed, plain, say

WORDS = {
    "list": "list",
    "string": "text",
    "tuple": "tuple",
    "list assignment": "list",
    "range object": "range",
}
PARTS = {"list": "items", "text": "letters", "tuple": "items", "range": "numbers"}


def _out_of_range(problem: Any, match: "re.Match[str]") -> Explanation:
    word = WORDS.get(match[1], "list")
    part = PARTS[word]
    name, length, index = _facts(problem)
    shown = f"`{name}`" if name else f"this {word}"
    if length == 0:
        return Explanation(
            f"{shown[0].upper() + shown[1:] if not name else shown} is empty, so it has no {part} to "
            f"choose from",
            "There is not even a first one."
            + (" Setting an item does not make the list longer." if "assignment" in match[1] else ""),
            "Put something into it first, with `append` for example, or ask with `if` whether there is "
            "something in it.",
        )
    if length is None:
        return Explanation(
            f"The {word} has no item at this position",
            "Positions begin with 0, so the last one is one less than the number of items.",
            "Print the length with `len(…)` and the position to compare them.",
        )
    counted = f"It has {length} {part[:-1] if length == 1 else part}."
    text = f"{counted} Positions begin with 0, so the last one is {length - 1}."
    if type(index) is int and index < 0:
        text = f"{counted} From the end, positions begin with -1, so the first one is {-length}."
    return Explanation(
        f"{shown[0].upper() + shown[1:] if not name else shown} has no position "
        f"{index if index is not None else 'like this'}",
        text,
        _advice(problem, name, length, index, "assignment" in match[1]),
    )


def _advice(problem: Any, name: str, length: int, index: Any, assigns: bool) -> str:
    if assigns:
        return "To add an item to a list, write `append(…)`. Setting an item only works where there is one already."
    if index == length:
        loop = f"`for i in range(len({name or 'items'})):`"
        return f"It is one too far. A loop over all positions is {loop}, and `[-1]` is the last item."
    return "Check how the position is worked out. The last item is `[-1]`."


def _facts(problem: Any) -> tuple[str, int | None, Any]:
    """What stands before the brackets, how long it is and which position was asked for, where that can be seen."""
    node = problem.node
    if not isinstance(node, ast.Subscript) or problem.frame is None:
        return "", None, None
    container = values.evaluate(problem.frame, node.value)
    index = values.evaluate(problem.frame, node.slice)
    return problem.source_of(node.value, 30), values.size(container), index if type(index) is int else None


def _key(problem: Any, match: "re.Match[str]") -> Explanation:
    key = _missing_key(problem)
    shown = values.shown(key) if key is not values.UNKNOWN else ""
    shown = shown or "this key"
    node = problem.node
    if isinstance(node, ast.Call):
        return _key_in_call(problem, node, shown)
    name = problem.source_of(node.value, 30) if isinstance(node, ast.Subscript) else ""
    holder = (
        values.evaluate(problem.frame, node.value)
        if isinstance(node, ast.Subscript) and problem.frame
        else None
    )
    text, meant = _keys(holder, key)
    return Explanation(
        f"{f'`{name}`' if name else 'The dictionary'} has no key {shown}"
        + (f". Did you mean {meant}?" if meant else ""),
        text or "Nothing has been stored under this key.",
        f"Ask first with `if key in {name or 'scores'}:`, or use `{name or 'scores'}.get(key)`, which "
        f"gives `None` when there is nothing.",
    )


def _missing_key(problem: Any) -> Any:
    arguments = problem.error.args
    return arguments[0] if type(arguments) is tuple and len(arguments) == 1 else values.UNKNOWN


def _keys(holder: Any, key: Any) -> tuple[str, str]:
    """A sentence about the keys that there are, and the one that was perhaps meant."""
    if type(holder) is not dict or not values.has_plain_keys(holder):
        return "", ""
    if not holder:
        return "The dictionary is empty.", ""
    names = [one for one in holder if type(one) is str]
    meant = closest(key, names) if type(key) is str else None
    if meant is None:
        meant = next((one for one in holder if type(one) is not type(key) and str(one) == str(key)), None)
        if meant is not None:
            return (
                f"{values.shown(key)} and {values.shown(meant)} are different keys: one is text, the "
                f"other a number.",
                values.shown(meant),
            )
    shown = [text for text in (values.shown(one, 20) for one in list(holder)[:8]) if text]
    more = " and more" if len(holder) > 8 else ""
    return f"Its keys are {', '.join(shown)}{more}.", values.shown(meant) if meant else ""


def _key_in_call(problem: Any, node: ast.Call, shown: str) -> Explanation:
    method = node.func.attr if isinstance(node.func, ast.Attribute) else ""
    if method == "format":
        return Explanation(
            f"The text has a place for {shown}, but `format` was not given it",
            "Each name in curly brackets needs a value of that name in the brackets of `format`.",
            'Add the value, `format(name="Ada")`, or use an f-string: `f"Hello {name}"`',
        )
    return Explanation(
        f"{shown[0].upper() + shown[1:]} is not there",
        f"`{plain(method or 'This call')}` works only with something that is in the set or dictionary.",
        "Ask first with `in`. For a set, `discard` removes an item without complaining.",
    )


INDEX_RULES: tuple[Rule, ...] = (
    Rule(r"(list assignment|list|string|tuple|range object) index out of range", _out_of_range),
    say(
        r"pop from (?:an )?empty (\w+)",
        "The {0} is empty, so nothing can be taken out of it",
        "`pop` takes an item out and gives it to you. There is none.",
        "Ask first: `if items:` is true when something is in it.",
    ),
    say(
        r"pop index out of range",
        "There is no item at this position to take out",
        "`pop(0)` takes the first item, `pop()` the last. Positions go up to one less than `len(…)`.",
        "To remove a value rather than a position, write `items.remove(value)`.",
    ),
    say(
        r"Cannot choose from an empty sequence",
        "There is nothing to choose from",
        "`random.choice` was given an empty list or text.",
        "Put something into the list first.",
    ),
    say(
        r"Replacement index (\d+) out of range",
        "The text has more places `{{}}` than there are values",
        "Each pair of curly brackets needs a value in the brackets of `format`.",
        'Add the value, or use an f-string: `f"Hello {{name}}"`',
    ),
    say(
        r"index (-?\d+) is out of bounds for axis (\d+) with size (\d+)",
        "The array has no position {0} along axis {1}",
        "It has {2} there. Positions begin with 0, so the last one is one less than that.",
        "Print `array.shape` to see how large it is.",
    ),
    say(
        r"single positional indexer is out-of-bounds",
        "The table has no row or column at this position",
        "`iloc` counts from 0, so the last row is one less than `len(table)`.",
        "Print `table.shape` to see how many rows and columns there are.",
    ),
    say(
        r"deque|.*empty deque",
        "The queue is empty",
        "There is nothing to take out.",
        "Ask first: `if queue:`",
    ),
)
KEY_RULES: tuple[Rule, ...] = (
    say(
        r"['\"]pop(?:item\(\): dictionary is| from an) empty",
        "It is empty, so nothing can be taken out of it",
        "There is no item in the set or dictionary.",
        "Ask first: `if items:` is true when something is in it.",
    ),
    Rule(r"", _key),
)


def explain_index(problem: Any) -> Explanation | None:
    """What to say about a position that does not exist."""
    return first(INDEX_RULES, problem, problem.message)


def explain_key(problem: Any) -> Explanation | None:
    """What to say about a key that does not exist."""
    if problem.library == "pandas":
        return _column(problem)
    if problem.library == "os" or "environ" in problem.line_text:
        return Explanation(
            "There is no environment variable of this name",
            "They are settings of the computer that a program runs on. In the browser there are only a few.",
            'Write `os.environ.get("NAME", "default")`.',
        )
    return first(KEY_RULES, problem, problem.message)


def _column(problem: Any) -> Explanation:
    """`KeyError` of a pandas table: a column, a row or a label."""
    key = _missing_key(problem)
    shown = values.shown(key) or "this name"
    columns = _columns(problem)
    meant = closest(key, columns) if type(key) is str else None
    spaced = next((one for one in columns if type(key) is str and one.strip() == key), None)
    known = f" Its columns are {listed(columns[:12])}." if columns else ""
    return Explanation(
        f"The table has no column or row {shown}" + (f". Did you mean `{plain(meant)}`?" if meant else ""),
        f"Names have to be written as they stand in the table, capital letters and spaces included.{known}",
        f"There is a space at the beginning or end of `{plain(spaced)}`. Write `table.columns = "
        f"table.columns.str.strip()`."
        if spaced
        else "Print `list(table.columns)` to see the names of the columns.",
    )


def _columns(problem: Any) -> list[str]:
    """Names of the columns of the table before the brackets. Only pandas' own classes are asked."""
    node = problem.node
    if not isinstance(node, ast.Subscript) or problem.frame is None:
        return []
    table = values.evaluate(problem.frame, node.value)
    if table is values.UNKNOWN or f"{type(table).__module__}.{values.type_name(table)}" not in (
        "pandas.DataFrame",
        "pandas.core.frame.DataFrame",
    ):
        return []
    return [name for name in table.columns.tolist() if type(name) is str]
