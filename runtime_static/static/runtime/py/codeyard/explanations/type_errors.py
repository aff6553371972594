"""TypeErrors: an operation that a value of this type does not know."""

import ast
import re
from typing import Any

from codeyard.explanations import arguments, containers, operators
from codeyard.explanations.nothing import none
from codeyard.explanations.wording import Explanation, Rule, first, kind, plain, say


def _integer(problem: Any, match: "re.Match[str]") -> Explanation:
    type_name = match[1]
    node = problem.node
    called = problem.source_of(node.func) if isinstance(node, ast.Call) else ""
    if type_name == "list" and called == "range":
        hint = "Write `for item in names:` to go through a list, or `range(len(names))` for its positions."
    elif type_name == "float":
        hint = "Write `int(…)` around it, or divide with `//` instead of `/`."
    else:
        hint = "Write `int(…)` around it. What `input()` gives is always text."
    return Explanation(
        f"{f'`{called}` needs' if called else 'Here Python needs'} a whole number, and got {kind(type_name)}",
        "Only whole numbers can count or be a position.",
        hint,
    )


def _number(problem: Any, match: "re.Match[str]") -> Explanation:
    type_name = match[2]
    if type_name == "NoneType":
        return none(problem, "so it cannot become a number")
    name = plain(match[1])
    if type_name in ("function", "builtin_function_or_method", "method"):
        return Explanation(
            f"`{name}` was given a function, not its result",
            "A function gives a value when it is called, with round brackets.",
            f"Write the brackets: `{name}(input())`",
        )
    return Explanation(
        f"`{name}` cannot make a number out of {kind(type_name)}",
        f"`{name}(…)` takes a number, or a text that holds one.",
        "Choose one item of it, `numbers[0]` for example, or turn each item into a number: `[int(x) for x "
        "in numbers]`.",
    )


RULES: tuple[Rule, ...] = (
    *arguments.RULES,
    *operators.RULES,
    *containers.RULES,
    Rule(r"'([\w.]+)' object cannot be interpreted as an integer", _integer),
    Rule(r"(int|float)\(\) argument must be .+, not '([\w.]+)'", _number),
    Rule(r"(must be) real number, not ([\w.]+)", lambda problem, match: _real(problem, match[2])),
    Rule(r"bad operand type for (.+): '([\w.]+)'", lambda problem, match: _real(problem, match[2])),
    say(
        r"sequence item (\d+): expected str instance, ([\w.]+) found",
        "`join` puts texts together, and item {0} is not text",
        "Every item of the list has to be text before the items can be joined. This one is of the type "
        "`{1}`.",
        'Turn the items into text first: `", ".join(str(x) for x in items)`',
    ),
    say(
        r"Cannot interpret '(.+)' as a data type",
        "The size of an array stands in brackets of its own",
        "The second value says of which type the items are, and `{0}` is no type.",
        "Write `np.zeros((2, 3))`, with two pairs of brackets.",
    ),
    say(
        r"(sep|end) must be None or a string, not ([\w.]+)",
        "`{0}=` of `print` has to be text",
        "`sep` is what `print` puts between the values, `end` what it puts at the end. Here it is of the type `{1}`.",
        'Write it in quotes: `{0}=", "`',
    ),
    say(
        r"Strings must be encoded before hashing",
        "A text has to become bytes first",
        "Fingerprints are worked out from bytes, not from letters.",
        "Write `text.encode()`: `hashlib.sha256(text.encode()).hexdigest()`",
    ),
    say(
        r"'([\w.]+)' object is not reversible",
        "This has no order that could be turned round",
        "`reversed` goes through a list, a tuple, a text or a range from the end. This is of the type `{0}`.",
        "Make a list of it first: `reversed(list(…))`. For a number, turn it into text: `str(number)[::-1]`",
    ),
    say(
        r"unbound method (\w+)\.(\w+)\(\) needs an argument",
        "`{1}` was called on the type `{0}`, not on a value",
        "A method works on a value, which stands before the full stop.",
        "Write the name of your value in place of `{0}`: `name.{1}()`",
    ),
    say(
        r"can only join an iterable",
        "`join` needs a list of texts",
        'In `", ".join(names)` the separator stands before the full stop and the list in the brackets.',
        "Put a list into the brackets.",
    ),
    say(
        r"'in <string>' requires string as left operand, not ([\w.]+)",
        "Only text can be looked for in a text",
        "On the left of `in` stands something of the type `{0}`, on the right a text.",
        'Write `str(…)` around the left side: `str(5) in "12345"`',
    ),
    say(
        r"not all arguments converted during string formatting",
        "The text has fewer `%` places than there are values",
        "Each value behind `%` needs a place in the text, such as `%s`.",
        'An f-string is simpler: `f"Hello {{name}}"`. For the remainder of a division, turn the text into a number '
        "first: `int(…) % 2`",
    ),
    say(
        r"not enough arguments for format string",
        "The text has more `%` places than there are values",
        "Each `%s` or `%d` in the text needs a value behind the `%`, in round brackets.",
        'An f-string is simpler: `f"Hello {{name}}"`',
    ),
    say(
        r"%(.) format: a .*number is required, not ([\w.]+)",
        "`%{0}` needs a number, and got something of the type `{1}`",
        "`%d` and `%f` write numbers, `%s` writes anything.",
        "Use `%s`, or turn the value into a number.",
    ),
    say(
        r"unsupported format string passed to ([\w.]+)\.__format__",
        "A value of the type `{0}` cannot be written in this form",
        "What stands behind the colon in curly brackets, `:.2f` or `:>5` for example, works for numbers "
        "and texts.",
        "Leave it out, or turn the value into text: `{{str(value):>5}}`",
    ),
    say(
        r"exceptions must derive from BaseException",
        "Only an error can be raised",
        "After `raise` stands an error such as `ValueError`, not a text or a number.",
        'Write `raise ValueError("your text")`',
    ),
    say(
        r"catching classes that do not inherit from BaseException",
        "After `except` stands the name of an error",
        "Only errors can be caught, such as `ValueError` or `KeyError`. Several stand in round brackets.",
        "Write `except ValueError:` or `except (ValueError, KeyError):`",
    ),
    say(
        r"'([\w.]+)' object does not support the (?:asynchronous )?context manager protocol",
        "`with` cannot work with a value of the type `{0}`",
        "`with` is for things that are opened and closed, files above all.",
        'Write `with open("notes.txt") as file:`, and check that brackets stand behind the function\'s name.',
    ),
    say(
        r"write\(\) argument must be str, not ([\w.]+)",
        "Only text can be written to this file, not something of the type `{0}`",
        "`write` takes a text.",
        'Turn it into text: `file.write(str(…))`. For a new line, add `"\\n"`.',
    ),
    say(
        r"(?:memoryview: )?a bytes-like object is required, not 'str'",
        "Text was given where bytes are needed",
        'A file that was opened with `"b"` in its mode takes bytes, not text.',
        'Open it without the `b`, as in `open("notes.txt", "w")`, or write `text.encode()`.',
    ),
    say(
        r"can't concat (\w+) to bytes",
        "Bytes can only be joined to bytes",
        "The other side is of the type `{0}`.",
        "Turn text into bytes with `.encode()`, or bytes into text with `.decode()`.",
    ),
    say(
        r"Object of type (\w+) is not JSON serializable",
        "JSON cannot store something of the type `{0}`",
        "JSON knows texts, numbers, lists, dictionaries, true, false and null.",
        "Turn it into one of these first: a set with `list(…)`, a date with `str(…)`, an object with "
        "`vars(…)`.",
    ),
    say(
        r"(?:Population must be a sequence|.*For dicts or sets, use sorted)",
        "`random` cannot choose from a set or a dictionary",
        "They have no positions.",
        "Make a list first: `random.sample(sorted(items), 2)`",
    ),
    say(
        r"ord\(\) expected (?:a character|string of length 1), but (?:string of length (\d+)|(\w+)) found",
        "`ord` takes exactly one letter",
        "It gives the number of a single character.",
        "Choose one: `ord(word[0])`, or go through the text: `for letter in word:`",
    ),
    say(
        r"isinstance\(\) arg 2 must be a type",
        "The second value of `isinstance` is a type, without quotes",
        "Types are `int`, `str`, `list` or a class of yours.",
        "Write `isinstance(x, int)`, or several in brackets: `isinstance(x, (int, float))`",
    ),
    say(
        r"slice indices must be integers",
        "The positions of a slice have to be whole numbers",
        "In `names[1:3]` both sides of the colon are positions.",
        "Use whole numbers; `//` divides without a remainder.",
    ),
    say(
        r"must assign iterable to extended slice|can only assign an iterable",
        "A slice can only be replaced by several values",
        "`names[0:2] = …` replaces a piece of the list, so a list has to stand on the right.",
        "Put the value into square brackets: `names[0:2] = [5]`",
    ),
    say(
        r"type (\w+) doesn't define __round__ method",
        "`round` works with numbers, not with something of the type `{0}`",
        "Text that looks like a number is still text.",
        "Turn it into a number first: `round(float(…))`",
    ),
)


def _real(problem: Any, type_name: str) -> Explanation:
    if type_name == "NoneType":
        return none(problem, "so Python cannot calculate with it")
    return Explanation(
        f"Here Python needs a number, and got {kind(type_name)}",
        "Text that looks like a number is still text.",
        "Turn it into a number: `int(…)` or `float(…)`. What `input()` gives is always text.",
    )


def explain(problem: Any) -> Explanation | None:
    """What to say about a TypeError."""
    return first(RULES, problem, problem.message)
