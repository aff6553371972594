"""TypeErrors of calls: too few, too many or wrongly named values, and calling what is no function."""

import ast
import builtins
import re
from types import FunctionType
from typing import Any

from codeyard.explanations import values
from codeyard.explanations.similar import closest
from codeyard.explanations.wording import Explanation, Rule, kind, listed, plain, say


def _call(problem: Any) -> ast.Call | None:
    return problem.node if isinstance(problem.node, ast.Call) else None


def _missing(problem: Any, match: "re.Match[str]") -> Explanation:
    function, names = plain(match[1]), re.findall(r"'(\w+)'", match[3])
    short = function.removesuffix("__init__").rstrip(".") or function
    if names[0] == "self":
        owner = function.partition(".")[0]
        return Explanation(
            f"`{function}()` was called on the class, not on an object",
            f"A method works on an object, and there is none: `self` is missing. `{owner}` without "
            f"brackets is only the plan.",
            f"Make an object first: `thing = {owner}(…)`, then call the method on it.",
        )
    plan = _class_called_on(problem)
    if plan:
        return Explanation(
            f"`{plan}` is the class, not an object",
            "A method works on an object. The class is only the plan, and its round brackets make the object.",
            "Write the brackets in the line that gives the name its value, as in `pen = Turtle()`.",
        )
    several = len(names) > 1
    what = f"a new `{short}`" if function.endswith("__init__") else f"`{short}()`"
    return Explanation(
        f"{what[0].upper()}{what[1:]} needs {'more values' if several else 'one more value'}: "
        f"{listed(names)}",
        f"The definition asks for {listed(names)}, and the call does not give {'them' if several else 'it'}.",
        f"Put {'values' if several else 'a value'} for {listed(names)} into the brackets of the call"
        + (", by name." if match[2] == "keyword-only" else "."),
    )


def _class_called_on(problem: Any) -> str:
    """What stands before the full stop, where that is a class that a name was given to: `pen = Turtle`."""
    call = _call(problem)
    owner = call.func.value if call is not None and isinstance(call.func, ast.Attribute) else None
    if not isinstance(owner, ast.Name) or problem.frame is None:
        return ""
    found = values.evaluate(problem.frame, owner)
    is_class = isinstance(found, type) and type.__dict__["__name__"].__get__(found) != owner.id
    return plain(owner.id) if is_class else ""


def _too_many(problem: Any, match: "re.Match[str]") -> Explanation:
    function, takes, given = plain(match[1]), match[2], int(match[3])
    call = _call(problem)
    written = len(call.args) if call is not None else given
    is_method = isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and written < given
    owner = function.rpartition(".")[0]
    if is_method and takes == "0":
        return Explanation(
            f"The method `{function}` has no `self`",
            "Python hands the object itself to a method as its first value, so a method needs a parameter "
            "for it.",
            f"Write `self` as the first parameter: `def {function.rpartition('.')[2]}(self):`",
        )
    first = _parameters(problem, function)[:1]
    if function.endswith("__init__") and takes != "0" and first and first != ["self"]:
        return _no_self_at_the_start(owner)
    takes = _one_less(takes) if (is_method or function.endswith("__init__")) and written < given else takes
    name = owner if function.endswith("__init__") else function
    return Explanation(
        f"`{name}()` takes {_count(takes)}, but {written} {'were' if written != 1 else 'was'} given",
        "The brackets of the call hold more values than the definition has parameters.",
        'Remove what is too much, or add parameters to the definition. Is a value missing its name, as in `sep=", "`?',
    )


def _no_self_at_the_start(owner: str) -> Explanation:
    return Explanation(
        f"`__init__` of `{owner}` has no `self`",
        "Python hands the new object to `__init__` as its first value, so there has to be a parameter for it.",
        "Write `self` as the first parameter: `def __init__(self, …):`",
    )


def _takes_none(problem: Any, match: "re.Match[str]") -> Explanation | None:
    """A class whose `__init__` is spelt in another way."""
    call = _call(problem)
    called = values.evaluate(problem.frame, call.func) if call is not None and problem.frame else None
    names = list(type.__dict__["__dict__"].__get__(called)) if isinstance(called, type) else []
    written = next(
        (name for name in names if name.strip("_") in ("init", "int") and name != "__init__"), None
    )
    if written is None:
        return None
    return Explanation(
        f"`{plain(written)}` is written `__init__`",
        "Python looks for a method of exactly this name when an object is made: two underscores, `init`, and "
        "two underscores again.",
        "Write `def __init__(self, …):`",
    )


def _one_less(takes: str) -> str:
    return re.sub(r"\d+", lambda number: str(int(number[0]) - 1), takes)


def _count(takes: str) -> str:
    if takes == "0":
        return "no value"
    return "1 value" if takes == "1" else f"{takes.replace('from ', '')} values"


def _unexpected(problem: Any, match: "re.Match[str]") -> Explanation:
    function, name = plain(match[1]), plain(match[2])
    parameters = _parameters(problem, function)
    meant = (
        match[3]
        or closest(name, parameters)
        or next((one for one in parameters if name.startswith(one)), None)
    )
    short = function.removesuffix("__init__").rstrip(".") or function
    return Explanation(
        f"`{short}()` has no parameter `{name}`" + (f". Did you mean `{plain(meant)}`?" if meant else ""),
        f"The call names a value `{name}=…`, but the definition does not have that name.",
        f"Write `{plain(meant)}=`."
        if meant
        else "Check the spelling of the name, or give the value without a name.",
    )


def _parameters(problem: Any, function: str) -> list[str]:
    """Names of the parameters of the function that was called, where they can be had safely."""
    if function == "print":
        return ["sep", "end", "file", "flush"]
    call = _call(problem)
    called = (
        values.evaluate(problem.frame, call.func) if call is not None and problem.frame is not None else None
    )
    if isinstance(called, type) and "__init__" in called.__dict__:
        called = called.__dict__["__init__"]
    if type(called) is not FunctionType:
        return []
    return list(
        called.__code__.co_varnames[: called.__code__.co_argcount + called.__code__.co_kwonlyargcount]
    )


def _not_callable(problem: Any, match: "re.Match[str]") -> Explanation:
    type_name = match[1]
    call = _call(problem)
    name = call.func.id if call is not None and isinstance(call.func, ast.Name) else ""
    source = problem.source_of(call.func) if call is not None else ""
    shown = f"`{source}`" if source else "This"
    if name and name in dir(builtins):
        return Explanation(
            f"`{name}` is not Python's function any more",
            f"The program has given the name `{name}` to something of its own ({kind(type_name)}), "
            f"so Python's function `{name}` cannot be reached.",
            f"Choose another name for it, `my_{name}` for example.",
        )
    if type_name == "module":
        return Explanation(
            f"{shown} is a module, not a function",
            "A module is a box of functions. One of them has to be named.",
            f"Write `{source or 'random'}.` and the name of the function, or import it: `from "
            f"{source or 'random'} import …`",
        )
    if isinstance(problem.node, ast.Call) and isinstance(call and call.func, ast.Constant | ast.Tuple):
        return Explanation(
            "A comma or a sign is missing before the bracket",
            "Round brackets right behind a value mean: call it as a function. That is not possible with a "
            "value.",
            "Put a comma or `*` between the two.",
        )
    return Explanation(
        f"{shown} is {kind(type_name)}, so it cannot be called",
        "Round brackets behind a name mean: call it as a function.",
        "For an item of a list or dictionary, use square brackets: `names[0]`. For a product, write `2 * "
        "(a + b)`."
        if type_name not in ("NoneType",)
        else "Perhaps a function was called and its brackets were written twice, or a name was set to "
        "`None`.",
    )


RULES: tuple[Rule, ...] = (
    Rule(r"([\w.<>]+)\(\) missing \d+ required (positional|keyword-only) arguments?: (.+)", _missing),
    Rule(r"([\w.<>]+)\(\) takes (from \d+ to \d+|\d+) positional arguments? but (\d+)", _too_many),
    Rule(
        r"([\w.<>]+)\(\) got an unexpected keyword argument '(\w+)'(?:\. Did you mean '(\w+)')?", _unexpected
    ),
    say(
        r"([\w.<>]+)\(\) got multiple values for argument '(\w+)'",
        "`{0}()` gets `{1}` twice",
        "One value goes to `{1}` by its place in the brackets, and another by name.",
        "Leave one of the two out.",
    ),
    Rule(r"([\w.<>]+)\(\) takes no arguments", _takes_none),
    say(
        r"([\w.<>]+)\(\) takes no (?:keyword )?arguments",
        "`{0}()` takes no values like these",
        "The definition has no parameter for what the call gives. A class takes values only if it has an "
        "`__init__`.",
        "Leave the brackets empty, or add `def __init__(self, …):` to the class.",
    ),
    say(
        r"([\w.<>]+?)(?:\(\))? (?:takes|expected) (?:exactly |at (?:most|least) )?(\w+) (?:positional "
        r"|keyword )?arguments?,? ?(?:\(|got |but )(\d+)",
        "`{0}()` takes another number of values: {1}, not {2}",
        "The call gives more or fewer values than this function of Python's works with.",
        "Check what stands in the brackets. Several values may have to go into one list: `sum([1, 2, 3])`.",
    ),
    Rule(r"'([\w.]+)' object is not callable", _not_callable),
    say(
        r"Can't instantiate abstract class (\w+) without an implementation for abstract methods? (.+)",
        "`{0}` is a plan with gaps, so no object can be made of it",
        "Methods marked with `@abstractmethod` have to be written in a class that inherits from it: {1}.",
        "Write a class with these methods, `class My{0}({0}):`, and make objects of that.",
    ),
    say(
        r"__init__\(\) should return None, not '([\w.]+)'",
        "`__init__` must not return anything",
        "It prepares a new object; the object itself is what the caller gets.",
        "Remove the `return` from `__init__`.",
    ),
    say(
        r"__(str|repr)__ returned non-string \(type ([\w.]+)\)",
        "`__{0}__` has to return a text",
        "It says how an object is shown, so its result must be text.",
        "Write `return str(…)` or an f-string. Do not use `print` in it.",
    ),
    say(
        r"object\.__init__\(\) takes exactly one argument",
        "The class above does not take these values",
        "`super().__init__(…)` hands values to a class that has no `__init__` of its own.",
        "Leave the brackets of `super().__init__()` empty.",
    ),
)
