"""Fields of a check that must agree with each other, by kind."""

from collections.abc import Callable
from typing import Any

from exercises.document.problems import Place
from exercises.document.python_text import pattern
from exercises.document.shapes import FaultError


def _matching(field: str) -> Callable[[dict[str, Any], Place], None]:
    def finish(check: dict[str, Any], place: Place) -> None:
        if check["match"] != "pattern":
            return
        if check[field] is None:
            place.field(field).report("A pattern must be written here; the solution cannot give one.")
            return
        try:
            pattern(check[field])
        except FaultError as fault:
            place.field(field).report(str(fault))

    return finish


def _no_pattern(check: dict[str, Any], place: Place) -> None:
    if check["match"] == "pattern":
        place.field("match").report("The solution gives what is expected here, so it cannot be a pattern.")


def _one_ending(check: dict[str, Any], place: Place) -> None:
    for number, case in enumerate(check["cases"]):
        if case["gives"] is not None and case["raises"] is not None:
            place.field("cases").item(number).report("A case either gives a value or raises an exception.")


def _function_or_lines(check: dict[str, Any], place: Place) -> None:
    if bool(check["function"]) == bool(check["lines"]):
        place.report("Random inputs go either to a function (function, arguments) or to a program (lines).")
    elif check["lines"] and check["arguments"]:
        place.field("arguments").report("Arguments are for a function; a program gets lines.")
    elif check["function"] and not check["arguments"]:
        place.field("arguments").report("Write a random input for each argument, such as int(1, 10).")
    _no_pattern(check, place)


def _something_seen(check: dict[str, Any], place: Place) -> None:
    if not check["rules"] and all(check[name] is None for name in ("width", "height", "like_solution")):
        place.report("Say what the picture must have: width, height, rules or like_solution.")


AGREEMENTS: dict[str, Callable[[dict[str, Any], Place], None]] = {
    "output": _matching("output"),
    "file": _matching("content"),
    "function": _one_ending,
    "class": _one_ending,
    "puzzle": _no_pattern,
    "random": _function_or_lines,
    "picture": _something_seen,
}
