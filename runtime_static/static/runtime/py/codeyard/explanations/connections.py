"""Addresses that a program could not read: the sentences of `codeyard.network`, laid out as an explanation."""

import re
from typing import Any

from codeyard.explanations.wording import Explanation, first, say

RULES = (
    say(
        r"(\S+) cannot be read: it does not answer, or it does not allow",
        "`{0}` could not be read",
        "It does not answer, or it does not allow programs in a browser to read it. Most servers with open data "
        "allow it; most ordinary web pages do not.",
        "Check the spelling of the address. The page Check a URL, at `/check-a-url/`, says which of the two it is.",
    ),
    say(
        r"(\S+) cannot be read with http://",
        "`{0}` cannot be read with http://",
        "Programs in a browser can read only addresses that start with `https://`.",
        "Write `https://` in the address. Nearly every server has it.",
    ),
    say(
        r"(\S+) cannot be read: this device has no network",
        "There is no network at the moment",
        "`{0}` is on the internet, and this device is not.",
        "Run the program again when the network is back.",
    ),
    say(
        r"(\S+) cannot be read: this work is done without",
        "This work is done without the network",
        "Programs cannot read `{0}` or any other address here. Your teacher set it so.",
        "Use the files of the project.",
    ),
    say(
        r"(\S+) did not answer within (.+)\.",
        "`{0}` took too long",
        "The server did not answer within {1}.",
        "Try again in a while, or allow more time: `timeout=30`.",
    ),
)


def explain(problem: Any) -> Explanation | None:
    """What to say when the browser brought no answer; None for every other error of a library."""
    message = re.sub(r"^<urlopen error (.*)>$", r"\1", problem.message, flags=re.DOTALL)
    return first(RULES, problem, message)
