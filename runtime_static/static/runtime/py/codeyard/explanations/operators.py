"""TypeErrors of `+`, `-`, `<` and their relatives: two values that do not go together."""

import ast
import re
from typing import Any

from codeyard.explanations import values
from codeyard.explanations.nothing import none
from codeyard.explanations.wording import Explanation, Rule, capital, kind, plain


def _concatenation(problem: Any, match: "re.Match[str]") -> Explanation:
    other, own = match[2], match[1]
    if other == "NoneType":
        return none(problem, "so it cannot be joined to anything")
    if own == "str":
        return _text_and_number(problem, other)
    return Explanation(
        f"{capital(kind(own))} can only be joined to another one with `+`, not to {kind(other)}",
        f"`+` puts two of a kind together. Here one side is {kind(own)} and the other is {kind(other)}.",
        "To add one item to a list, write `names.append(item)`. To join two lists, write `names + [item]`. "
        "For a tuple, write `list(…)` around it."
        if own == "list"
        else "Turn one side into the type of the other.",
    )


def _text_and_number(problem: Any, other: str) -> Explanation:
    operand = _operand(problem, other)
    shown = f" (`{operand}`)" if operand else ""
    return Explanation(
        f"Text cannot be joined to {kind(other)} with `+`",
        f"One side of `+` is text, the other is {kind(other)}{shown}. Python does not guess whether to "
        f"join or to calculate.",
        f'To join texts, write `str({operand or "…"})` or use an f-string: `f"I am {{age}}"`. '
        "To calculate, turn the text into a number with `int(…)`.",
    )


def _operand(problem: Any, type_name: str) -> str:
    """The side of an operation that has this type, as it stands in the program."""
    node = problem.node
    sides = [node.left, node.right] if isinstance(node, ast.BinOp) else []
    if isinstance(node, ast.AugAssign):
        sides = [node.target, node.value]
    if isinstance(node, ast.Compare):
        sides = [node.left, *node.comparators]
    for side in sides:
        found = values.evaluate(problem.frame, side) if problem.frame is not None else values.UNKNOWN
        if found is not values.UNKNOWN and values.type_name(found) == type_name:
            return str(problem.source_of(side, 30))
    return ""


def _operation(problem: Any, match: "re.Match[str]") -> Explanation:
    sign, left, right = match[1], match[2], match[3]
    types = (left, right)
    if "NoneType" in types:
        return none(problem, f"so `{plain(sign)}` does not work with it")
    if "coroutine" in types:
        return _not_awaited()
    if sign in ("+", "+=") and "str" in types and ("int" in types or "float" in types):
        summed = isinstance(problem.node, ast.Call) and getattr(problem.node.func, "id", "") == "sum"
        if summed:
            return Explanation(
                "`sum` adds numbers, and the list holds text",
                "`sum` begins with 0 and adds one item after the other. A number and a text cannot be added.",
                'Turn the texts into numbers: `sum(int(x) for x in items)`. To join texts, write `"".join(items)`.',
            )
        return _text_and_number(problem, left if right == "str" else right)
    names = [kind(name) for name in types]
    if "function" in types or "builtin_function_or_method" in types or "method" in types:
        operand = _operand(problem, next(name for name in types if "function" in name or name == "method"))
        return Explanation(
            f"{f'`{operand}`' if operand else 'One side'} is a function, not its result",
            f"`{plain(sign)}` needs values. A function gives a value when it is called, with round brackets.",
            f"Write `{operand or 'name'}()`.",
        )
    what = f"{names[0]} and {names[1]}" if left != right else f"two values of this kind ({names[0]})"
    number = "str" in types and ("int" in types or "float" in types)
    return Explanation(
        f"`{plain(sign)}` does not work with {what}",
        f"Python has no rule for `{plain(sign)}` between them.",
        "What `input()` gives is always text. Turn it into a number with `int(…)` or `float(…)`."
        if number
        else "Print both sides to see what they are. An object of a class of yours can often give a "
        "number or a text: `dog.age`.",
    )


def _comparison(problem: Any, match: "re.Match[str]") -> Explanation:
    sign, left, right = match[1], match[2], match[3]
    if "NoneType" in (left, right):
        return none(problem, f"so it cannot be compared with `{sign}`")
    sorting = isinstance(problem.node, ast.Call)
    text_side = _operand(problem, "str")
    if left == right:
        return Explanation(
            f"Two values of the type `{plain(left)}` cannot be compared with `{sign}`",
            "Python does not know which of them is greater.",
            "Compare something of theirs that has an order, a number for example. To sort them, write "
            "`sorted(items, key=lambda item: item.age)`.",
        )
    return Explanation(
        f"{capital(kind(left)) if left != 'str' else 'Text (`str`)'} cannot be compared with "
        f"{kind(right)} by `{sign}`",
        "The list mixes values that have no order among each other."
        if sorting
        else f"{f'`{text_side}` is text. ' if text_side else ''}Python does not guess which is greater "
        f"when the types differ.",
        "Turn all items into one type before you sort or compare them."
        if sorting
        else f"If the text holds a number, turn it into one: `int({text_side or '…'})`. What `input()` "
        f"gives is always text.",
    )


def _multiplication(problem: Any, match: "re.Match[str]") -> Explanation:
    return Explanation(
        f"Text or a list can be repeated a whole number of times, not multiplied by {kind(match[1])}",
        '`"ha" * 3` gives `"hahaha"`. Both sides here do not make sense for that.',
        "If you want to calculate, turn the text into a number first: `int(…)` or `float(…)`. What "
        "`input()` gives is always text.",
    )


def _not_awaited() -> Explanation:
    return Explanation(
        "An `await` is missing",
        "A function that begins with `async def` does not run when it is called. It has to be awaited.",
        "Write `await` before the call.",
    )


RULES: tuple[Rule, ...] = (
    Rule(r"can only concatenate (\w+) \(not \"([\w.]+)\"\) to \w+", _concatenation),
    Rule(r"can't multiply sequence by non-int of type '([\w.]+)'", _multiplication),
    Rule(r"unsupported operand type\(s\) for (.+?)(?: or pow\(\))?: '([\w.]+)' and '([\w.]+)'", _operation),
    Rule(r"'(<|>|<=|>=)' not supported between instances of '([\w.]+)' and '([\w.]+)'", _comparison),
)
