"""AttributeError: what stands behind the full stop does not exist there."""

import ast
import re
import sys
from typing import Any

from codeyard import unavailable
from codeyard.explanations import values
from codeyard.explanations.nothing import none
from codeyard.explanations.similar import closest
from codeyard.explanations.wording import Explanation, Rule, capital, first, kind, plain, say

# What people look for, by type, and what Python has for it.
WANTED = {
    ("list", "push"): "`items.append(value)`",
    ("list", "add"): "`items.append(value)`",
    ("list", "push_back"): "`items.append(value)`",
    ("list", "length"): "`len(items)`",
    ("list", "size"): "`len(items)`",
    ("list", "len"): "`len(items)`",
    ("list", "contains"): "`value in items`",
    ("list", "includes"): "`value in items`",
    ("list", "indexOf"): "`items.index(value)`",
    ("list", "find"): "`items.index(value)` or `value in items`",
    ("list", "delete"): "`items.remove(value)` or `del items[0]`",
    ("list", "split"): "`text.split()` on the text that the list was made of",
    ("list", "join"): '`", ".join(items)`',
    ("list", "replace"): "`items[0] = value`, or a loop that replaces each text",
    ("list", "upper"): "`[word.upper() for word in items]`",
    ("list", "lower"): "`[word.lower() for word in items]`",
    ("list", "strip"): "`[word.strip() for word in items]`",
    ("list", "sum"): "`sum(items)`",
    ("list", "max"): "`max(items)`",
    ("list", "min"): "`min(items)`",
    ("list", "keys"): "`range(len(items))` for positions; only a dictionary has keys",
    ("list", "items"): "`enumerate(items)`; only a dictionary has `items()`",
    ("list", "get"): "`items[0]`; only a dictionary has `get`",
    ("list", "map"): "`[f(x) for x in items]`",
    ("tuple", "append"): "a list, in square brackets, which can grow",
    ("tuple", "remove"): "a list, in square brackets, which can be changed",
    ("tuple", "sort"): "`sorted(items)`",
    ("str", "append"): '`text + "more"`',
    ("str", "add"): '`text + "more"`',
    ("str", "push"): '`text + "more"`',
    ("str", "length"): "`len(text)`",
    ("str", "size"): "`len(text)`",
    ("str", "len"): "`len(text)`",
    ("str", "contains"): '`"a" in text`',
    ("str", "includes"): '`"a" in text`',
    ("str", "reverse"): "`text[::-1]`",
    ("str", "sort"): '`"".join(sorted(text))`',
    ("str", "remove"): '`text.replace("a", "")`',
    ("str", "trim"): "`text.strip()`",
    ("str", "uppercase"): "`text.upper()`",
    ("str", "lowercase"): "`text.lower()`",
    ("str", "toUpper"): "`text.upper()`",
    ("str", "toLower"): "`text.lower()`",
    ("str", "toUpperCase"): "`text.upper()`",
    ("str", "toLowerCase"): "`text.lower()`",
    ("str", "substring"): "`text[0:3]`",
    ("str", "charAt"): "`text[0]`",
    ("str", "isnumber"): "`text.isdigit()`",
    ("str", "read"): "`open(name)`, which gives a file to read from",
    ("set", "append"): "`items.add(value)`",
    ("set", "extend"): "`items.update(values)`",
    ("set", "sort"): "`sorted(items)`",
    ("dict", "append"): '`scores["Ada"] = 5`',
    ("dict", "add"): '`scores["Ada"] = 5`',
    ("dict", "has_key"): "`key in scores`",
    ("dict", "iteritems"): "`scores.items()`",
    ("dict", "length"): "`len(scores)`",
    ("dict", "sort"): "`sorted(scores)`",
    ("dict", "remove"): '`del scores["Ada"]`',
    ("int", "append"): "a list: `numbers = []`, then `numbers.append(5)`",
    ("int", "split"): "`str(number)`, which is text",
    ("int", "isdigit"): "`text.isdigit()` before the text is turned into a number",
    ("int", "upper"): "`str(number)`, which is text",
    ("int", "length"): "`len(str(number))`",
    ("generator", "append"): "`list(…)` around it",
    ("map", "append"): "`list(…)` around it",
    ("range", "append"): "`list(range(…))`",
    ("_io.TextIOWrapper", "readLine"): "`file.readline()`",
    ("_io.TextIOWrapper", "writeline"): '`file.write(text + "\\n")`',
    ("_io.TextIOWrapper", "append"): "`file.write(text)`",
    ("_io.TextIOWrapper", "split"): "`file.read().split()`",
    ("_io.TextIOWrapper", "strip"): "`file.read().strip()`",
}


# What people look for in a module, and where Python has it.
ELSEWHERE = {
    "datetime.now": "datetime.datetime.now()",
    "datetime.today": "datetime.date.today()",
    "datetime.strptime": "datetime.datetime.strptime(…)",
    "time.clock": "time.perf_counter()",
    "time.now": "time.time()",
    "time.wait": "time.sleep(1)",
    "math.abs": "abs(…)",
    "math.round": "round(…)",
    "math.max": "max(…)",
    "math.min": "min(…)",
    "math.sum": "sum(…)",
    "math.square": "x ** 2",
    "random.number": "random.randint(1, 6)",
    "random.rand": "random.random()",
    "string.letters": "string.ascii_letters",
    "string.lowercase": "string.ascii_lowercase",
    "string.uppercase": "string.ascii_uppercase",
    "os.clear": 'os.system("clear")',
    "os.cls": 'os.system("cls")',
}


def _absent(problem: Any, match: "re.Match[str]") -> Explanation:
    type_name, name = match[1], plain(match[2])
    if type_name == "NoneType":
        return none(problem, f"so it has no `{name}`")
    if type_name == "coroutine":
        return Explanation(
            "An `await` is missing",
            "A function that begins with `async def` does not run when it is called. It has to be awaited.",
            "Write `await` before the call, and put both into brackets.",
        )
    if (type_name, name) in WANTED:
        return Explanation(
            f"{capital(kind(type_name))} has no `{name}`",
            "It is called something else in Python, or belongs to another type.",
            f"Use {WANTED[type_name, name]}",
        )
    source = _owner(problem)
    meant = closest(name, _members(problem))
    return Explanation(
        f"{f'`{source}`' if source else 'This'} has no `{name}`"
        + (f". Did you mean `{meant}`?" if meant else ""),
        f"{f'`{source}`' if source else 'It'} is {kind(type_name)}. What stands behind the full stop has "
        f"to belong to that type.",
        f"Write `.{meant}`." if meant else _hint(problem, type_name, name),
    )


def _hint(problem: Any, type_name: str, name: str) -> str:
    if type_name in ("function", "builtin_function_or_method", "method"):
        return "A function has to be called, with round brackets, before you can use its result."
    own_class = problem.frame is not None and type_name in problem.frame.f_globals
    if own_class:
        return (
            f"In the class `{plain(type_name)}`, give it a value in `__init__`: `self.{name} = …`. "
            "Is the method indented so that it belongs to the class?"
        )
    return "Check the spelling, and print the value to see what it is."


def _owner(problem: Any) -> str:
    return str(problem.source_of(problem.node.value, 30)) if isinstance(problem.node, ast.Attribute) else ""


def _members(problem: Any) -> list[str]:
    exact = type(problem.error) is AttributeError
    return values.member_names(problem.error.obj) if exact else []


def _of_class(problem: Any, match: "re.Match[str]") -> Explanation:
    class_name, name = plain(match[1]), plain(match[2])
    if class_name == "datetime.datetime" and name == "datetime":
        return Explanation(
            "`datetime` here is already the class, not the module",
            "`from datetime import datetime` brings the class. So the module's name in front is too much.",
            "Write `datetime.now()`, not `datetime.datetime.now()`.",
        )
    owner = problem.error.obj if type(problem.error) is AttributeError else None
    meant = closest(name, values.class_names(owner) if isinstance(owner, type) else [])
    return Explanation(
        f"The class `{class_name}` has no `{name}`" + (f". Did you mean `{meant}`?" if meant else ""),
        "The class itself was asked, not an object made of it. What `__init__` stores with `self.` "
        "belongs to objects.",
        f"Write `.{meant}`."
        if meant
        else f"Make an object first: `thing = {class_name.rpartition('.')[2]}(…)`, then `thing.{name}`.",
    )


def _of_module(problem: Any, match: "re.Match[str]") -> Explanation:
    module_name, name = match[1], plain(match[2])
    absence = unavailable.CALLS.get(f"{module_name}.{name}")
    if absence is not None:
        return Explanation(
            f"`{module_name}.{name}` does not exist in a browser", absence.why, absence.instead
        )
    top = module_name.partition(".")[0]
    own = values.is_own_module(sys.modules.get(top), problem.root)
    if own and top in sys.stdlib_module_names:
        return shadowing(top, name)
    if "partially initialized" in problem.message:
        return circular(top)
    if not own and f"{module_name}.{name}" in ELSEWHERE:
        return Explanation(
            f"The module `{module_name}` has no `{name}`",
            "Python has it, under another name or in another place.",
            f"Write `{ELSEWHERE[f'{module_name}.{name}']}`.",
        )
    module = sys.modules.get(module_name)
    names = list(vars(module)) if module is not None and type(module).__name__ == "module" else []
    meant = closest(name, [one for one in names if type(one) is str])
    if not meant and own:
        return Explanation(
            f"Your file `{plain(module_name)}.py` has no `{name}`",
            "The module was imported, but nothing in it has this name.",
            "Check the spelling, and that it does not stand inside a function or class.",
        )
    return Explanation(
        f"The module `{plain(module_name)}` has no `{name}`"
        + (f". Did you mean `{meant}`?" if meant else ""),
        "The module was found and imported, but nothing in it has this name.",
        f"Write `{plain(module_name)}.{meant}`."
        if meant
        else f"Check the spelling. `print(dir({plain(module_name)}))` shows what the module has.",
    )


def shadowing(module: str, name: str) -> Explanation:
    """A file of the student's has the name of a module of Python's, and hides it."""
    return Explanation(
        f"Your own file `{module}.py` hides Python's module `{module}`",
        f"`import {module}` looks into the project first and finds your file. That has no `{plain(name)}`.",
        f"Give your file another name, `my_{module}.py` for example.",
    )


def circular(module: str) -> Explanation:
    """Two files import each other."""
    return Explanation(
        f"`{plain(module)}` is still being imported",
        "Two files import each other, or a file imports itself. One of them is used before it has been "
        "read to its end.",
        "Put what both need into a third file, and let both import that. Does a file have the name of a "
        "module of Python's?",
    )


RULES: tuple[Rule, ...] = (
    Rule(r"(?:partially initialized )?module '([\w.]+)' has no attribute '(\w+)'", _of_module),
    Rule(r"cannot access (?:submodule )'(\w+)' of module '([\w.]+)'", lambda p, m: circular(m[2])),
    Rule(r"type object '([\w.]+)' has no attribute '(\w+)'", _of_class),
    Rule(r"'([\w.]+)' object has no attribute '(\w+)'", _absent),
    say(
        r"property '(\w+)' of '([\w.]+)' object has no (setter|deleter)",
        "`{0}` of `{1}` can be read, but not changed",
        "It is a property: it is worked out each time. The class says nothing about how to change it.",
        "Change what it is worked out from, or add a method with `@{0}.setter` to the class.",
    ),
    say(
        r"'([\w.]+)' object attribute '(\w+)' is read-only",
        "`{1}` of something of the type `{0}` cannot be changed",
        "Python's own types stay as they are.",
        "Use a name of your own, or write a class.",
    ),
)


def explain(problem: Any) -> Explanation | None:
    """What to say about something that does not exist behind a full stop."""
    return first(RULES, problem, problem.message)
