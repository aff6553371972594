"""TypeErrors of lists and their relatives: items, positions, keys and loops over what has none."""

import ast
import re
from typing import Any

from codeyard.explanations.nothing import none
from codeyard.explanations.wording import Explanation, Rule, capital, kind


def _subscript(problem: Any, match: "re.Match[str]") -> Explanation:
    type_name = match[1]
    node = problem.node
    source = problem.source_of(node.value) if isinstance(node, ast.Subscript) else ""
    shown = f"`{source}`" if source else "This"
    if type_name == "NoneType":
        return none(problem, "so it has no items")
    if "function" in type_name or type_name == "method":
        return Explanation(
            f"{shown} is a function, and square brackets do not call it",
            "Square brackets choose an item of a list or dictionary. A function is called with round "
            "brackets.",
            f"Write `{source or 'name'}(…)`.",
        )
    lists = {"set": "sorted(…)", "generator": "list(…)", "map": "list(…)", "filter": "list(…)", "zip": "list(…)",
             "dict_keys": "list(…)", "dict_values": "list(…)", "dict_items": "list(…)"}  # fmt: skip
    if type_name in lists:
        return Explanation(
            f"{shown} is {kind(type_name)}, and its items have no positions",
            "Square brackets with a number choose an item by its position. Only lists, tuples and texts "
            "have positions.",
            f"Make a list of it first: `{lists[type_name]}`.",
        )
    return Explanation(
        f"{shown} is {kind(type_name)}, and that has no items",
        "Square brackets choose an item of a list, a text or a dictionary.",
        "Print the value to see what it is. If it should be a list, look for the line that replaced it.",
    )


def _assignment(problem: Any, match: "re.Match[str]") -> Explanation:
    type_name = match[1]
    if type_name == "NoneType":
        return none(problem, "so it has no items")
    if type_name in ("str", "tuple"):
        word = "text" if type_name == "str" else "a tuple"
        return Explanation(
            f"A letter of {word} cannot be changed"
            if type_name == "str"
            else "An item of a tuple cannot be changed",
            f"{capital(word)} stays as it was made. Only a list can be changed item by item.",
            'Make a new text: `word = "b" + word[1:]` or `word.replace("a", "b")`.'
            if type_name == "str"
            else "Make a list of it with `list(…)`, or use square brackets from the beginning.",
        )
    return Explanation(
        f"{capital(kind(type_name))} has no items that could be changed",
        "Square brackets on the left of `=` change an item of a list or dictionary.",
        "Print the value to see what it is.",
    )


def _indices(problem: Any, match: "re.Match[str]") -> Explanation:
    container, index = match[1], match[2]
    node = problem.node
    source = problem.source_of(node.slice, 30) if isinstance(node, ast.Subscript) else ""
    hint = {
        "str": f"If `{source or 'it'}` is text from `input()`, turn it into a number: `int({source or '…'})`. "
        "To look something up by a word, use a dictionary.",
        "float": f"`/` always gives a decimal number. Use `//` to divide, or `int({source or '…'})`.",
        "tuple": "A list within a list is chosen with two pairs of brackets: `grid[0][1]`.",
        "list": "Give one number, or a slice such as `names[1:3]`.",
    }.get(index, "Use a whole number.")
    return Explanation(
        f"The position in {'a ' if container != 'string' else ''}"
        f"{'text' if container == 'string' else container} "
        f"has to be a whole number, and this is {kind(index)}",
        "Square brackets behind a list, a tuple or a text take a position: 0 for the first item, 1 for "
        "the second.",
        hint,
    )


def _iteration(problem: Any, match: "re.Match[str]") -> Explanation:
    type_name = match[1]
    if type_name == "NoneType":
        return none(problem, "so there is nothing to go through")
    source = problem.source_of(problem.node, 30) if isinstance(problem.node, ast.Name) else ""
    if type_name in ("int", "float"):
        return Explanation(
            f"{f'`{source}`' if source else 'This'} is {kind(type_name)}, and a number has no items "
            f"to go through",
            "A loop, `list`, `sum` or `max` goes through the items of a list, a text or a range.",
            f"To count, write `for i in range({source or '5'}):`. To go through several values, put them "
            f"into a list: `[1, 2, 3]`.",
        )
    if type_name in ("function", "method", "builtin_function_or_method"):
        return Explanation(
            "A function cannot be gone through",
            "It has to be called, with round brackets, to give its result.",
            f"Write `{source or 'name'}()`.",
        )
    return Explanation(
        f"{f'`{source}`' if source else 'This'} is {kind(type_name)}, and that cannot be gone through "
        f"item by item",
        "Loops go through lists, texts, ranges, dictionaries and files.",
        "Use something of the object that is a list. A class of yours needs a method `__iter__` to be "
        "gone through.",
    )


def _membership(problem: Any, match: "re.Match[str]") -> Explanation:
    if match[1] == "NoneType":
        return none(problem, "so nothing can be in it")
    return Explanation(
        f"Nothing can be in {kind(match[1])}",
        "`in` asks whether something is in a list, a text, a set or a dictionary. On its right stands "
        "something else.",
        "To compare two values, write `==`.",
    )


def _hashing(problem: Any, match: "re.Match[str]") -> Explanation:
    type_name, where = match[1], match[2] or ""
    place = "a key of a dictionary" if "key" in where else "an item of a set" if "set" in where else "a key"
    return Explanation(
        f"{capital(kind(type_name))} cannot be {place}",
        "Keys and the items of a set must never change, because Python finds them by their value. This "
        "can change.",
        "Use a tuple in place of a list: `(1, 2)`. For a dictionary or set, choose a text or a number as "
        "the key.",
    )


def _unpack(problem: Any, match: "re.Match[str]") -> Explanation:
    type_name = match[1]
    if type_name == "NoneType":
        return none(problem, "so it cannot be divided among several names")
    return Explanation(
        f"{capital(kind(type_name))} cannot be divided among several names",
        "Several names before `=` or in a `for` need as many values on the other side, in a list or a tuple.",
        "Use one name, or give several values: `a, b = 1, 2`. For a position beside each item, write `for "
        "i, item in enumerate(items):`",
    )


def _length(problem: Any, match: "re.Match[str]") -> Explanation:
    type_name = match[1]
    if type_name == "NoneType":
        return none(problem, "so it has no length")
    number = type_name in ("int", "float")
    return Explanation(
        f"{capital(kind(type_name))} has no length",
        "`len` counts the letters of a text or the items of a list, tuple, set or dictionary.",
        "For the number of digits, write `len(str(number))`."
        if number
        else "Make a list of it first: `len(list(…))`.",
    )


RULES: tuple[Rule, ...] = (
    Rule(r"'([\w.]+)' object is not subscriptable", _subscript),
    Rule(r"'([\w.]+)' object does not support item (?:assignment|deletion)", _assignment),
    Rule(r"(list|tuple|string|range) indices must be integers(?: or slices)?, not '?([\w.]+)'?", _indices),
    Rule(r"cannot unpack non-iterable ([\w.]+) object", _unpack),
    Rule(r"argument of type '([\w.]+)' is not (?:a container or )?iterable", _membership),
    Rule(r"'([\w.]+)' object is not iterable", _iteration),
    Rule(r"cannot use '([\w.]+)' as a (dict key|set element)", _hashing),
    Rule(r"unhashable type: '([\w.]+)'(.*)", _hashing),
    Rule(r"object of type '([\w.]+)' has no len\(\)", _length),
)
