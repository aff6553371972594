"""SyntaxErrors: what Python could not read, by its message; `reading` looks at the line where Python says no more."""

import re
from typing import Any

from codeyard.explanations import reading, signs
from codeyard.explanations.brackets import RULES as BRACKETS
from codeyard.explanations.wording import Explanation, Rule, first, plain, say

STATEMENTS = {
    "if": "`if x > 3:`",
    "elif": "`elif x > 3:`",
    "else": "`else:`",
    "for": "`for i in range(5):`",
    "while": "`while x < 5:`",
    "def": "`def greet(name):`",
    "class": "`class Dog:`",
    "try": "`try:`",
    "except": "`except ValueError:`",
    "finally": "`finally:`",
    "with": '`with open("notes.txt") as file:`',
    "match": "`match command:`",
    "case": "`case 1:`",
}


def _colon(problem: Any, match: "re.Match[str]") -> Explanation | None:
    """`expected ':'`: at the end of the line, or before what should stand on the next one."""
    text = problem.line_text
    word = re.match(r"\s*(\w*)", text).group(1)  # type: ignore[union-attr]
    if word == "else" and re.match(r"\s*else\s+if\b", text):
        return Explanation(
            "`else if` is written `elif` in Python",
            "After `else` Python expects a colon, not another question.",
            "Write `elif` in place of `else if`.",
        )
    if word == "else" and text.strip().rstrip(":") != "else" and ":" in text:
        return Explanation(
            "`else` takes no condition",
            "`else` stands for everything that the `if` above did not catch, so nothing may stand between "
            "it and the colon.",
            "Write `else:` alone, or `elif` if you want to ask another question.",
        )
    if word not in STATEMENTS:
        return None
    return Explanation(
        "A colon `:` is missing",
        f"A line that begins with `{word}` ends with a colon. The lines that belong to it come below, "
        f"indented.",
        f"Put a `:` at the end of the line, as in {STATEMENTS[word]}",
    )


def _print(problem: Any, match: "re.Match[str]") -> Explanation:
    name = plain(match[1])
    line = problem.line_text.strip()
    written = re.match(rf"{re.escape(match[1])}\s+(.+)", line)
    rest = plain(written[1], 60) if written else "..."
    return Explanation(
        f"`{name}` needs brackets",
        f"In Python 3, `{name}` is a function, so what it works on stands in round brackets. "
        "Programs for the old Python 2 were written without them.",
        f"Write `{name}({rest})`",
    )


def _comparison(problem: Any, match: "re.Match[str]") -> Explanation:
    word = re.match(r"\s*(\w*)", problem.line_text)
    if word and word[1] == "for":
        return Explanation(
            "A Python `for` loop is written differently",
            "The form with `=`, `;` and `++` belongs to other languages. Python goes through a range of "
            "numbers.",
            "Write `for i in range(5):` to count from 0 to 4.",
        )
    return Explanation(
        "One `=` where two are needed",
        "A single `=` gives a value to a name. To ask whether two things are equal, Python uses `==`.",
        "Write `==` in this condition.",
    )


def _assignment(problem: Any, match: "re.Match[str]") -> Explanation:
    target = match[1]
    begun = re.match(r"\s*(if|elif|while|assert|return)\b", problem.line_text)
    if begun:
        return _comparison(problem, match)
    if re.search(r"(\+\+|--)\s*\w|\w\s*(\+\+|--)", problem.line_text):
        return signs.increment(problem)
    if target == "literal":
        return Explanation(
            "A value cannot be given a new value",
            "On the left of `=` stands the name that is to hold the value. Here a fixed value stands there.",
            "Swap the two sides, as in `age = 5`. To compare, write `==`.",
        )
    if target == "function call":
        return Explanation(
            "The result of a function cannot be given a value",
            "On the left of `=` stands a name. Here a function is called there.",
            "Swap the two sides, as in `answer = input()`. To compare, write `==`.",
        )
    if target in ("True", "False", "None", "__debug__", "ellipsis"):
        return Explanation(
            f"`{target}` cannot be changed",
            f"`{target}` is a word of the language and always means the same, so it cannot be used as a "
            f"name.",
            "Choose another name. To compare, write `==` or `is`.",
        )
    hyphen = "-" in problem.line_text.partition("=")[0]
    return Explanation(
        "Only a name can stand on the left of `=`",
        "Python works out what is on the right of `=` and stores it under the name on the left. "
        f"Here a calculation stands on the left ({plain(target)}).",
        "Names have no hyphen: write `my_name`, with an underscore."
        if hyphen
        else "Put a single name on the left, as in `total = a + b`. To compare, write `==`.",
    )


def _unread(problem: Any, match: "re.Match[str]") -> Explanation:
    return reading.explain(problem)


RULES: tuple[Rule, ...] = (
    *BRACKETS,
    Rule(r"expected ':'", _colon),
    Rule(r"Missing parentheses in call to '(\w+)'", _print),
    Rule(r"invalid syntax\. Maybe you meant '==' or ':='", _comparison),
    Rule(r"cannot assign to (.+?)(?: here\. Maybe.*)?$", _assignment),
    say(
        r"'return' outside function",
        "`return` stands outside a function",
        "`return` hands a result back from a function to the line that called it. Here Python is not "
        "inside a function.",
        "Indent the line so that it belongs to a `def`, or use `print` to show the value. To end the "
        "program, use `exit()`.",
    ),
    say(
        r"'(await|async with|async for)' outside (?:async )?function|(asynchronous comprehension) outside",
        "`{0}{1}` stands in a function that is not `async`",
        "Only a function that begins with `async def` can wait for others.",
        "Write `async def` in place of `def` for the function around this line, and `await` it where you "
        "call it.",
    ),
    say(
        r"'(yield|yield from)' outside function",
        "`{0}` stands outside a function",
        "`yield` gives values out of a function one at a time. Here Python is not inside a function.",
        "Put it inside a `def`, or use `print` to show the value.",
    ),
    say(
        r"'break' outside loop|'(continue)' not properly in loop",
        "This belongs in a loop, and there is none here",
        "`break` leaves a loop and `continue` goes on with its next round. Both only make sense inside "
        "`for` or `while`.",
        "Check that the line is indented so that it belongs to the loop. To leave a function, use "
        "`return`; to end the program, `exit()`.",
    ),
    say(
        r"(?:parameter without a default follows parameter with a default|non-default argument follows)",
        "A parameter without a default stands after one with a default",
        "Python fills parameters from left to right, so those that may be left out have to come last.",
        'Move the parameters with `=` to the end: `def greet(name, greeting="Hello"):`',
    ),
    say(
        r"positional argument follows keyword argument",
        "A plain value stands after a named one",
        "In a call, values without a name come first, and those with `name=` come after them.",
        'Move the named values to the end, as in `print(a, b, sep=", ")`',
    ),
    say(
        r"keyword argument repeated: (\w+)",
        "`{0}=` is given twice",
        "Each named value may stand only once in a call.",
        "Remove one of the two.",
    ),
    say(
        r"duplicate (?:argument|parameter) '(\w+)'",
        "Two parameters are both called `{0}`",
        "Inside the function, Python could not tell them apart.",
        "Give one of them another name.",
    ),
    say(
        r"expression cannot contain assignment, perhaps you meant",
        "In a call, only a plain name may stand before `=`",
        "`name=value` names a parameter. Something else stands on the left of `=` here.",
        "To compare, write `==`. To name a parameter, write its name without quotes.",
    ),
    say(
        r"name '(\w+)' is (?:assigned to before|used prior to) (global|nonlocal) declaration",
        "`{1} {0}` comes too late",
        "`{0}` has been used in this function already when `{1}` says what it means.",
        "Move `{1} {0}` up, to the first line of the function.",
    ),
    say(
        r"name '(\w+)' is parameter and (global|nonlocal)",
        "`{0}` is a parameter and `{1}` at once",
        "A parameter belongs to the function alone; `{1}` says the opposite.",
        "Give the parameter another name, or remove the `{1}` line.",
    ),
    say(
        r"no binding for nonlocal '(\w+)' found",
        "There is no `{0}` in a function around this one",
        "`nonlocal` is for a name of the function that this function stands in.",
        "If `{0}` belongs to the whole program, write `global {0}`.",
    ),
    say(
        r"nonlocal declaration not allowed at module level",
        "`nonlocal` only works inside a function",
        "Outside functions every name belongs to the whole program anyway.",
        "Remove this line.",
    ),
    say(
        r"expected 'except' or 'finally' block",
        "`try` needs an `except`",
        "`try:` says what to attempt; `except:` says what to do when that goes wrong. The `except` is "
        "missing, "
        "or it is spelt or indented in another way than the `try`.",
        "Below the lines of the `try`, write `except ValueError:` as far to the left as the `try`.",
    ),
    say(
        r"default 'except:' must be last",
        "`except:` without a name catches everything, so it has to come last",
        "An `except` below it could never be reached.",
        "Move the plain `except:` below the others.",
    ),
    say(
        r"expected 'else' after 'if' expression",
        "A short `if` needs an `else`",
        "In the form `a if question else b` Python has to know what to take when the answer is no.",
        "Add `else` and a value, or write an `if` of its own: `if x > 3:` with the action below it.",
    ),
    say(
        r"expected expression (?:after|before) '(\w+)'",
        "A value is missing at `{0}`",
        "In the form `a if question else b` a value stands at all three places.",
        "Add the missing value.",
    ),
    say(
        r"Did you mean to use 'from \.\.\. import \.\.\.' instead",
        "`import` and `from` are the wrong way round",
        "Python wants to know first where to look, and then what to take from there.",
        "Write `from math import sqrt`.",
    ),
    say(
        r"Expected one or more names after 'import'",
        "After `import` a name is missing",
        "Python does not know what you want to take from the module.",
        "Write what you need, as in `from math import sqrt`.",
    ),
    say(
        r"trailing comma not allowed without surrounding parentheses",
        "There is a comma too many at the end of the line",
        "After a comma Python expects another name.",
        "Remove the last comma.",
    ),
    say(
        r"import \* only allowed at module level",
        "`import *` cannot stand inside a function",
        "Python could not tell which names the function has.",
        "Move the line to the top of the file, or import the names that you need.",
    ),
    say(
        r"from __future__ imports must occur at the beginning",
        "This line has to be the first of the file",
        "`from __future__ import …` changes how the whole file is read.",
        "Move it to the top.",
    ),
    say(
        r"expected '\('",
        "Round brackets are missing after the function's name",
        "A function always has brackets for its parameters, even when there are none.",
        "Write `def name():`",
    ),
    say(
        r"cannot delete (.+)",
        "This cannot be deleted",
        "`del` removes a name, or an item of a list or dictionary. Here stands something else ({0}).",
        "Write `del numbers[0]`, for example.",
    ),
    say(
        r"'(tuple|list|.+)' is an illegal expression for augmented assignment",
        "`+=` and its relatives change one name at a time",
        "On the left stands something that is not a single name ({0}).",
        "Write one line for each name.",
    ),
    say(
        r"too many statically nested blocks",
        "Too many blocks stand inside each other",
        "Python allows 20 loops and `with` blocks inside each other.",
        "Move the inner part into a function.",
    ),
    say(
        r"named arguments must follow bare \*|\* argument may appear only once",
        "The `*` in this definition stands alone",
        "A `*` among the parameters says that those after it are given by name. At least one has to follow, "
        "and one `*` is enough.",
        "Write `def greet(name, *, loud=False):`, or remove the `*`.",
    ),
    say(
        r"arguments cannot follow var-keyword argument|.*follows keyword argument unpacking",
        "Nothing may come after `**`",
        "`**options` takes all the named values that are left, so it stands last.",
        "Move it to the end of the brackets.",
    ),
    say(
        r".*(starred|star) ?.*",
        "A `*` stands where Python cannot use it",
        "`*` in front of a name spreads a list out, in a call or a list. `**` is for powers.",
        "For a power, write `2 ** 3`. To spread a list, write `print(*names)` or `[*names]`.",
    ),
    say(
        r"Generator expression must be parenthesized",
        "The loop inside this call needs brackets of its own",
        "When a call gets more than one value, `… for … in …` has to stand in brackets.",
        "Put round brackets around it.",
    ),
    say(
        r"(?:source code string cannot contain|source code cannot contain) null bytes",
        "This file is not text",
        "It holds bytes that no Python program has; perhaps it is a picture or a document with the name "
        "of a program.",
        "Make a new file and paste your program into it as plain text.",
    ),
    say(
        r"(?:\(unicode error\) )?'?utf-8'? codec can't decode|Non-UTF-8 code|encoding problem|unknown "
        r"encoding",
        "Python cannot read the letters of this file",
        "The file was saved in another encoding than UTF-8.",
        "Copy the text of the program into a new file here, and run that.",
    ),
    Rule(r"invalid syntax", _unread),
)


def explain(problem: Any) -> Explanation | None:
    """What to say about a SyntaxError. What no rule knows is shown with Python's own words."""
    found = first(RULES, problem, problem.message)
    if found is not None:
        return found
    return Explanation(
        "Python cannot read this line",
        f"Python says: {plain(problem.message, 200)}",
        "Compare the line with an example: a sign is missing, or one is too many, at the mark or just "
        "before it.",
    )
