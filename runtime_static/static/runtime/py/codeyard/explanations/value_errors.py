"""ValueError, arithmetic errors: the right type, but a value that does not do."""

import ast
import re
from typing import Any

from codeyard.explanations import values
from codeyard.explanations.wording import Explanation, Rule, first, plain, say

NUMBER_WORDS = "Digits only, with a `-` in front if it is negative."


def _int(problem: Any, match: "re.Match[str]") -> Explanation:
    base, written = match[1], plain(match[2], 60)
    inside = written.strip("'\"")
    if not inside.strip():
        return Explanation(
            "An empty text cannot become a number",
            "Nothing was typed in, or a line was empty.",
            "Ask first: `if text:` is true when there is something in it.",
        )
    if re.fullmatch(r"\s*-?\d*[.,]\d+\s*", inside):
        return Explanation(
            f"`int` makes whole numbers, and `{written}` is a decimal number",
            "`int` does not drop what stands behind the point of a text.",
            "Write `float(…)`, with a point and not a comma. For a whole number of it, write "
            "`int(float(…))`.",
        )
    if base != "10":
        return Explanation(
            f"`{written}` is not a number in base {base}",
            f"In base {base} only some digits exist.",
            "Check the text, or the base.",
        )
    return Explanation(
        f"`{written}` cannot become a whole number",
        f'`int` reads texts such as `"42"`. {NUMBER_WORDS}',
        "Check what the text holds by printing it. To deal with wrong input, put the line into `try:` "
        "with `except ValueError:`.",
    )


def _float(problem: Any, match: "re.Match[str]") -> Explanation:
    written = plain(match[1], 60)
    if not written.strip("'\" "):
        return Explanation(
            "An empty text cannot become a number",
            "Nothing was typed in, or a line was empty.",
            "Ask first: `if text:` is true when there is something in it.",
        )
    comma = "," in written
    return Explanation(
        f"`{written}` cannot become a number",
        "Python writes decimal numbers with a point."
        if comma
        else f'`float` reads texts such as `"3.5"`. {NUMBER_WORDS}',
        'Write `text.replace(",", ".")` before you turn it into a number.'
        if comma
        else "Check what the text holds by printing it. To deal with wrong input, put the line into "
        "`try:` with `except ValueError:`.",
    )


def _unpack(problem: Any, match: "re.Match[str]") -> Explanation:
    few = match[1] == "not enough"
    expected = re.search(r"expected (?:at least )?(\d+)", match[0])
    got = re.search(r"got (\d+)", match[0])
    wanted = expected[1] if expected else "several"
    comes = got[1] if got else "more"
    loop = isinstance(problem.statement, ast.For)
    return Explanation(
        f"{wanted} names are waiting for values, but there {'is' if comes == '1' else 'are'} {comes}",
        "Each name on the left takes one value from the right, so there have to be as many."
        + (" A text is divided into its letters." if _from_text(problem) else ""),
        "To go through a dictionary with both parts, write `for key, value in scores.items():`"
        if loop
        else 'Print the right side to see what it holds. `split()` parts a text at its spaces, `split(",")` at commas.'
        if few
        else "Add a name, or let one name take the rest: `first, *others = items`",
    )


def _from_text(problem: Any) -> bool:
    statement = problem.statement
    source = (
        statement.value
        if isinstance(statement, ast.Assign)
        else statement.iter
        if isinstance(statement, ast.For)
        else None
    )
    return problem.frame is not None and type(values.evaluate(problem.frame, source)) is str


def _not_in(problem: Any, match: "re.Match[str]") -> Explanation:
    method = match[1]
    node = problem.node
    value = (
        values.evaluate(problem.frame, node.args[0])
        if isinstance(node, ast.Call) and node.args and problem.frame
        else None
    )
    shown = values.shown(value) if value is not values.UNKNOWN and value is not None else ""
    return Explanation(
        f"{shown or 'The value'} is not in the list",
        f'`{plain(method)}` looks for a value, and there is none that is equal. `5` and `"5"` are different.',
        "Ask first with `if value in items:`.",
    )


def _zero(problem: Any, match: "re.Match[str]") -> Explanation:
    node = problem.node
    divisor = (
        node.right if isinstance(node, ast.BinOp) else node.value if isinstance(node, ast.AugAssign) else None
    )
    source = problem.source_of(divisor, 30)
    named = source if divisor is not None and not isinstance(divisor, ast.Constant) else ""
    empty = source.startswith("len(")
    return Explanation(
        f"Division by zero{f': `{named}` is 0' if named else ''}",
        "Nothing can be divided by 0, not even to get a remainder."
        + (" The list is empty." if empty else ""),
        f"Ask first: `if {named or 'count'} != 0:`",
    )


VALUE_RULES: tuple[Rule, ...] = (
    Rule(r"invalid literal for int\(\) with base (\d+): (.+)", _int),
    Rule(r"could not convert string to float: (.+)", _float),
    Rule(r"(not enough|too many) values to unpack.*", _unpack),
    Rule(r"(?:list|tuple)\.(\w+)\(x\): x not in (?:list|tuple)", _not_in),
    say(
        r"(.+) is not in (list|tuple|deque)$",
        "{0} is not in the list",
        '`index` looks for a value, and there is none that is equal. `5` and `"5"` are different.',
        "Ask first with `if value in items:`.",
    ),
    say(
        r"unsupported hash type (.+)",
        "There is no fingerprint `{0}` here",
        "The Python of a browser has those that come with Python itself, not those of OpenSSL.",
        "Use `hashlib.sha256`. `print(hashlib.algorithms_available)` shows all.",
    ),
    say(
        r"int\(\) base must be",
        "There is no such way of counting",
        "The second value of `int` is the base: 2 for binary, 10 for ordinary, 16 for hexadecimal "
        "numbers; at most 36.",
        'Write `int("101", 2)`, or leave the second value out.',
    ),
    say(
        r"substring not found",
        "The text that you look for is not in there",
        "`index` gives the position of a piece of text, and stops the program when there is none.",
        'Ask first with `if "a" in text:`, or use `text.find("a")`, which gives -1.',
    ),
    say(
        r"expected a (nonnegative|positive) input(?:, got (.+))?|math domain error",
        "This function has no result for this number",
        "There is no square root of a negative number, and no logarithm of 0 or less.",
        "Print the number before this line, and ask with `if` whether it is greater than 0.",
    ),
    say(
        r"factorial\(\) not defined for negative",
        "There is no factorial of a negative number",
        "A factorial multiplies 1 · 2 · 3 and so on.",
        "Ask first with `if n >= 0:`",
    ),
    say(
        r"(max|min)\(\) (?:iterable argument|arg) is (?:empty|an empty sequence)",
        "`{0}` was given an empty list",
        "Without items there is no largest and no smallest one.",
        "Ask first: `if numbers:`, or write `{0}(numbers, default=0)`",
    ),
    say(
        r"empty range (?:in|for) (rand\w+)",
        "There is no number between these two",
        "`{0}` needs the smaller number first and the larger one second.",
        "Write `random.randint(1, 6)`",
    ),
    say(
        r"Sample larger than population",
        "More items are to be drawn than there are",
        "`random.sample` draws each item at most once.",
        "Draw fewer, or use `random.choices(items, k=5)`, which may draw an item again.",
    ),
    say(
        r"Unknown format code '(\w)' for object of type '(\w+)'",
        "`:{0}` cannot write a value of the type `{1}`",
        "`d` writes whole numbers, `f` decimal numbers, `s` texts.",
        "Leave the letter out, or turn the value into the right type first.",
    ),
    say(
        r"(?:Invalid format specifier|Single '[{}]' encountered|expected '}' before end|.*format string.*)",
        "Python cannot read what stands in the curly brackets",
        "Behind the colon stands how a value is to be written: `:.2f` for two decimals, `:>10` for ten "
        "places.",
        "For a curly bracket in the text itself, write `{{{{` and `}}}}`.",
    ),
    say(
        r"I/O operation on closed file",
        "The file is closed already",
        "After `close()`, and after the lines that are indented under `with open(…)`, a file can no "
        "longer be read or written.",
        "Move this line up, so that it belongs to the `with`.",
    ),
    say(
        r"invalid mode: (.+)",
        "There is no way {0} to open a file",
        'The ways are `"r"` to read, `"w"` to write from the beginning, `"a"` to add at the end.',
        'Write `open("notes.txt", "w")`, for example.',
    ),
    say(
        r"(?:must have exactly one|can't have|binary mode).*",
        "Python cannot open a file in this way",
        'The ways are `"r"` to read, `"w"` to write from the beginning, `"a"` to add at the end, with `b` for bytes.',
        'Write `open("notes.txt", "w")`, for example.',
    ),
    say(
        r"empty separator",
        "`split` needs something to part the text at",
        "An empty text cannot part anything.",
        "For a list of letters, write `list(text)`. To part at spaces, write `text.split()`.",
    ),
    say(
        r"Exceeds the limit \(\d+ digits\)",
        "The number has too many digits to be shown",
        "Python calculates with it, but writing out more than 4300 digits would take very long.",
        "Show the number of digits, or a part of it: `number % 10**20`. `sys.set_int_max_str_digits(0)` "
        "lifts the limit.",
    ),
    say(
        r"chr\(\) arg not in range",
        "There is no character with this number",
        "Characters have numbers from 0 to 1,114,111. `chr(65)` is `A`.",
        "Check how the number is worked out.",
    ),
    say(
        r"(range\(\) arg 3 must not be zero|slice step cannot be zero)",
        "The step cannot be 0",
        "With steps of 0 it would never get on.",
        "Use 1 or -1, or leave the step out.",
    ),
    say(
        r"sleep length must be non-negative",
        "Nobody can sleep for less than 0 seconds",
        "The number of seconds is negative.",
        "Check how it is worked out.",
    ),
    say(
        r"cannot convert float NaN to integer",
        "The value is not a number (`nan`), so it has no whole number",
        "`nan` stands for a result that does not exist, or for an empty cell in a table.",
        "Look for the line where it comes from.",
    ),
    say(
        r"time data (.+) does not match format (.+)",
        "The date {0} is not written in the form {1}",
        "Each letter behind `%` stands for a part: `%d` day, `%m` month, `%Y` year with four digits, `%H` "
        "hours, `%M` minutes.",
        "Make the form match the text, dots and spaces included.",
    ),
    say(
        r"(?:day|month|hour|minute|second|year)\b.+(?:must be in|is out of) range|day is out of range|.+ "
        r"must be in \d+\.\.\d+",
        "There is no such day or time",
        "Months go from 1 to 12, days as far as the month has, hours from 0 to 23.",
        "Check the order: `date(year, month, day)`",
    ),
    say(
        r"(.+) is not a valid (\w+)$",
        "{0} is no value of `{1}`",
        "An enumeration has only the values that its class lists.",
        "Print `list({1})` to see them.",
    ),
    say(
        r"mutable default <class '(\w+)'> for field (\w+) is not allowed",
        "In a dataclass, `{1}` cannot begin with a {0}",
        "All objects would share the same one.",
        "Write `{1}: {0} = field(default_factory={0})`, with `from dataclasses import field`.",
    ),
    say(
        r"zip\(\) argument (\d+) is (longer|shorter) than",
        "The lists do not have the same length",
        "With `strict=True`, `zip` insists on it. List {0} is {1}.",
        "Print the lengths, or leave `strict=True` out.",
    ),
    say(
        r"Circular reference detected",
        "The data contain themselves",
        "A list or dictionary holds itself somewhere, so writing it out would never end.",
        "Store a copy or a name in its place.",
    ),
    say(
        r"The truth value of a(?:n array|\s\w+) .*is ambiguous",
        "A whole table or array is neither true nor false",
        "Each of its items has an answer of its own. `if`, `and` and `or` need a single one.",
        "Use `.any()` or `.all()`. To combine conditions, write `(a > 1) & (b < 5)`, with brackets.",
    ),
    say(
        r"operands could not be broadcast together with shapes (.+)",
        "The arrays have different shapes: {0}",
        "To calculate item by item, both need the same number of items.",
        "Print `array.shape` of both.",
    ),
    say(
        r"x and y must have same first dimension|(?:x and y must be the same size)|shape mismatch",
        "The two lists for the chart have different lengths",
        "Each point needs one x and one y.",
        "Print `len(…)` of both lists.",
    ),
    say(
        r"(?:All arrays must be of the same length|Length of values)",
        "The columns have different lengths",
        "Each column of a table needs as many values as there are rows.",
        "Print `len(…)` of each list.",
    ),
)
ZERO_RULES: tuple[Rule, ...] = (
    say(
        r"(?:0\.0 cannot be raised|zero to) .*negative power",
        "0 cannot have a negative power",
        "A negative power is a division: `x ** -1` is `1 / x`. With 0 that is a division by zero.",
        "Ask first with `if x != 0:`",
    ),
    Rule(r"", _zero),
)
TOO_LARGE = Explanation(
    "The number is too large for a decimal number",
    "Decimal numbers go up to about 10 to the power of 308. Whole numbers have no such limit.",
    "Calculate with whole numbers (`//` instead of `/`), or with smaller ones.",
)
OVERFLOW_RULES: tuple[Rule, ...] = (
    Rule(r".*too large (?:for a|to convert to) float", lambda _problem, _match: TOO_LARGE),
    say(
        r"cannot fit 'int' into an index-sized integer|.*(?:repeated|too (?:long|large)).*",
        "This would be larger than the memory",
        "So many items or letters do not fit into a browser, nor into most computers.",
        "Make it smaller, or work through it piece by piece.",
    ),
    say(
        r"cannot convert float infinity to integer",
        "The value is infinite (`inf`), so it has no whole number",
        "It comes from a calculation that grew beyond all bounds.",
        "Look for the line where it comes from.",
    ),
    Rule(r".*", lambda _problem, _match: TOO_LARGE),
)


def explain_value(problem: Any) -> Explanation | None:
    """What to say about a value that does not do."""
    return first(VALUE_RULES, problem, problem.message)


def explain_zero(problem: Any) -> Explanation | None:
    """What to say about a division by zero."""
    return first(ZERO_RULES, problem, problem.message)


def explain_overflow(problem: Any) -> Explanation | None:
    """What to say about a number that is too large."""
    return first(OVERFLOW_RULES, problem, problem.message)
