"""SyntaxErrors of brackets, quotes, f-strings, numbers and odd characters."""

import re
from typing import Any

from codeyard.explanations.wording import Explanation, Rule, plain, say

CLOSING = {"(": ")", "[": "]", "{": "}"}
NAMES = {"(": "round", ")": "round", "[": "square", "]": "square", "{": "curly", "}": "curly"}
QUOTES = "‘’‚‛“”„‟´«»‹›＂＇`"
SIGNS = {
    "×": "`*`",
    "÷": "`/`",
    "−": "`-`",
    "–": "`-`",
    "—": "`-`",
    "≤": "`<=`",
    "≥": "`>=`",
    "≠": "`!=`",
    "²": "`** 2`",
    "³": "`** 3`",
    "√": "`math.sqrt(…)`",
    "…": "three full stops `...`",
    "：": "a plain colon `:`",
    "，": "a plain comma `,`",
    "（": "a plain bracket `(`",
    "）": "a plain bracket `)`",
    "；": "`;`",
    "→": "`->`",
}


def _never_closed(problem: Any, match: "re.Match[str]") -> Explanation:
    opening = match[1]
    closing = CLOSING[opening]
    if opening == "{" and re.search(r"\b[fF][rR]?[\"']", problem.line_text):
        return _open_replacement(problem, match)
    return Explanation(
        f"A {NAMES[opening]} bracket `{opening}` was opened but never closed",
        f"Python reads on and on, because `{opening}` promises that `{closing}` will come. "
        "So everything below seems to belong inside the brackets.",
        f"Put `{closing}` where the part in brackets ends. Count them: each `{opening}` needs one "
        f"`{closing}`.",
    )


def _open_replacement(problem: Any, match: "re.Match[str]") -> Explanation:
    return Explanation(
        "In this f-string a `{` has no `}`",
        'In an f-string, what stands in curly brackets is worked out: `f"Hello {name}"`. '
        "Here the bracket is not closed.",
        "Put `}` behind the name. For a curly bracket in the text itself, write `{{`.",
    )


def _mismatch(problem: Any, match: "re.Match[str]") -> Explanation:
    closing, opening = match[1], match[2]
    where = f" on line {match[3]}" if match[3] else ""
    return Explanation(
        f"`{closing}` does not fit the bracket `{opening}` that is open{where}",
        f"Brackets close in the order in which they were opened, the last one first. `{opening}` needs "
        f"`{CLOSING[opening]}`.",
        f"Write `{CLOSING[opening]}` here, or close `{opening}` earlier.",
    )


def _unmatched(problem: Any, match: "re.Match[str]") -> Explanation:
    opening = next(key for key, value in CLOSING.items() if value == match[1])
    return Explanation(
        f"There is a `{match[1]}` too many",
        f"No `{opening}` is open that it could close.",
        f"Remove this `{match[1]}`, or put the `{opening}` in that is missing before it.",
    )


def _character(problem: Any, match: "re.Match[str]") -> Explanation:
    sign, code = match[1], match[2]
    if sign in QUOTES:
        return Explanation(
            f"`{plain(sign)}` is not a quotation mark that Python knows",
            "It is a curly quotation mark, as word processors and chat programs write it. Python needs "
            "the straight ones.",
            "Delete it and type `\"` or `'` on the keyboard. Do so at both ends of the text.",
        )
    if sign in SIGNS:
        return Explanation(
            f"Python does not know the sign `{sign}`",
            "It looks right to people, but Python has another sign for it.",
            f"Write {SIGNS[sign]} in its place.",
        )
    return Explanation(
        f"The character `{plain(sign)}` cannot stand here",
        f"Outside of quotes Python knows letters, digits and a few signs. This one (U+{code}) is not "
        f"among them.",
        "If it belongs to a text, put quotes around the text. If it slipped in, delete it.",
    )


def _comma(problem: Any, match: "re.Match[str]") -> Explanation:
    words = re.search(r"\(\s*([^\W\d]\w*(?: +[^\W\d]\w*)+)\s*\)", problem.line_text)
    if words and not re.search(r"\b(for|if|in|and|or|not|is)\b", words[1]):
        return Explanation(
            f"Are quotes missing around `{plain(words[1])}`?",
            "Without quotes Python takes each word for a name, and two names cannot stand side by side.",
            f'To use it as a text, write `"{plain(words[1])}"`. For several values, put commas between them.',
        )
    return Explanation(
        "Perhaps a comma is missing",
        "Two values stand side by side here with nothing between them. In brackets, values are parted by "
        "commas.",
        'Put a `,` between them, as in `print("Hello", name)`',
    )


def _number(problem: Any, match: "re.Match[str]") -> Explanation:
    name = re.search(r"\b(\d+[^\W\d]\w*)", problem.line_text)
    word = f"`{plain(name[1])}`" if name else "This"
    return Explanation(
        f"{word} is neither a number nor a name",
        "It begins with a digit, so Python reads a number, and then come letters. Names cannot begin with "
        "a digit.",
        "For a name, put the letters first, as in `player1`. For a multiplication, write `2 * x`. A text "
        "needs quotes.",
    )


RULES: tuple[Rule, ...] = (
    Rule(r"'([\(\[\{])' was never closed", _never_closed),
    Rule(r"closing parenthesis '(.)' does not match opening parenthesis '(.)'(?: on line (\d+))?", _mismatch),
    say(
        r"f-string: (?:unmatched|single) '\}'",
        "In this f-string a `}}` has no `{{`",
        "In an f-string, curly brackets come in pairs and stand around what is to be worked out.",
        "Remove it, or put the `{{` in. For a curly bracket in the text itself, write `}}}}`.",
    ),
    Rule(r"unmatched '([\)\]\}])'", _unmatched),
    say(
        r"unterminated triple-quoted (?:f-)?string literal",
        "A text with three quotes was opened but never closed",
        "Three quotes open a text that may go over many lines, until three quotes come again. They never "
        "come.",
        'Put `"""` where the text ends.',
    ),
    say(
        r"unterminated (?:f-)?string literal",
        "A quotation mark is missing",
        "A text begins and ends with the same mark, `\"` or `'`, on one line. Here one of the two is "
        "missing, "
        "or an apostrophe inside the text has ended it too early.",
        'Put the mark at the end of the text. A text with an apostrophe goes into double quotes: `"It\'s late"`.',
    ),
    say(
        r"invalid syntax\. Is this intended to be part of the string",
        "Quotation marks inside the text have ended it too early",
        "Python ends a text at the next mark of the same kind, and then cannot read the words that follow.",
        "Use the other kind around the text, as in `'She said \"hello\"'`.",
    ),
    Rule(r"f-string: expecting '\}'", _open_replacement),
    say(
        r"f-string: valid expression required before '[}!=:]'|f-string: empty expression",
        "The curly brackets of this f-string are empty",
        "Between `{{` and `}}` stands what is to be put into the text.",
        "Write a name between them. For curly brackets in the text itself, write `{{{{` and `}}}}`.",
    ),
    say(
        r"f-string: invalid conversion character",
        "A `!` in an f-string is followed by `r`, `s` or `a`",
        "After `!` Python expects one of these letters, which choose how a value is written.",
        "Remove the `!`, or use `!=` in brackets to compare.",
    ),
    say(
        r"f-string: (.+)",
        "Python cannot read the curly brackets of this f-string",
        "Python says: {0}",
        "Work the value out on a line of its own before, and put only its name into the curly brackets.",
    ),
    Rule(r"invalid character '(.)' \(U\+(\w+)\)", _character),
    say(
        r"invalid non-printable character U\+(\w+)",
        "There is an invisible character in this line",
        "It came along when the text was copied from a web page or a document (U+{0}). You cannot see it, "
        "but Python can.",
        "Delete the spaces around the mark and type them again, or type the whole line again.",
    ),
    Rule(r"invalid syntax\. Perhaps you forgot a comma", _comma),
    say(
        r"leading zeros in decimal integer literals",
        "A whole number cannot begin with 0",
        "Python does not allow `007` as a number, so that nobody takes it for another way of counting.",
        'Write `7`. If the zeros matter, as in a telephone number, make it a text: `"007"`.',
    ),
    Rule(r"invalid (?:decimal|hexadecimal|octal|binary|imaginary) literal", _number),
    say(
        r"invalid digit '(.)' in (\w+) literal",
        "The digit `{0}` does not exist in {1} numbers",
        "`0b` begins a binary number (0 and 1), `0o` an octal one (0 to 7), `0x` a hexadecimal one (0 to "
        "9, a to f).",
        "Correct the digit, or leave the prefix out for an ordinary number.",
    ),
    say(
        r"unexpected character after line continuation character",
        "There is a backslash `\\` where Python does not expect one",
        "Outside of quotes, `\\` at the very end of a line joins it to the next. Nothing may follow it, "
        "not even a space.",
        "For a division, write `/`. For a text such as `\\n`, put quotes around it.",
    ),
    say(
        r"unexpected (?:EOF|end of file).*",
        "The program ends too early",
        "Python was still waiting for something: a bracket, a quotation mark, or an indented line.",
        "Look at the last lines: what has been begun and not ended?",
    ),
    say(
        r"\(unicode error\) 'unicodeescape'",
        "A backslash in this text means something special",
        r"In a text, `\U`, `\u`, `\x` and `\N` begin a code for a character. In `\"C:\Users\"` that is "
        r"not what you mean.",
        r'Write `/` in place of `\`, or put an `r` before the text: `r"C:\Users"`.',
    ),
    say(
        r"':' expected after dictionary key",
        "In this dictionary a key has no value",
        'Each entry is a pair with a colon between: `{{"name": "Ada"}}`.',
        "Add `:` and the value. Without pairs, use a list with square brackets.",
    ),
    say(
        r"expression expected after dictionary key and ':'",
        "In this dictionary a value is missing after the colon",
        'Each entry is a pair: `{{"name": "Ada"}}`.',
        "Write the value behind the colon.",
    ),
    say(
        r"bytes can only contain ASCII literal characters",
        "A text with `b` in front cannot hold this character",
        '`b"…"` stands for bytes and takes plain English letters only.',
        "Leave the `b` out.",
    ),
)
