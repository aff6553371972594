"""The verdict on a text that was printed or written."""

from typing import Any

from codeyard_checks.judging.differences import difference
from codeyard_checks.judging.texts import TextMatch
from codeyard_checks.judging.verdicts import Verdict, failed, passed

SHORT = 60
CONTAINED = {"contains": "should contain", "pattern": "should look like"}


def compared(
    expected: str, got: str, match: TextMatch, who: str = "Your program", did: str = "printed", **fields: Any
) -> Verdict:
    """Passed or failed, with the difference. `who` and `did` make the sentence: “Your program printed 12 …”."""
    fields.update(expected=expected, got=got)
    if match.holds(expected, got):
        return passed(f"{who} {did} what was expected.", **fields)
    plain = f"{who} {did} something else than expected."
    if not got.strip():
        plain = f"{who} {did} nothing."
        return failed(plain, plain, **fields)
    if match.match in CONTAINED:
        wish = f"{who} {did} {_quoted(got)}, and it {CONTAINED[match.match]} {_quoted(expected)}."
        return failed(wish if _is_short(expected) and _is_short(got) else plain, plain, **fields)
    parts = difference(_seen(expected, match), _seen(got, match))
    return failed(_summary(expected, got, match, f"{who} {did}"), plain, difference=parts, **fields)


def _seen(text: str, match: TextMatch) -> str:
    """What is compared, with capitals as they are: they are explained by the text itself."""
    return text if match.match == "exact" else "\n".join(line.rstrip() for line in text.rstrip().split("\n"))


def _summary(expected: str, got: str, match: TextMatch, did: str) -> str:
    wanted, seen = _seen(expected, match), _seen(got, match)
    if wanted.rstrip() == seen.rstrip() or ("\n" not in wanted.strip("\n") and "\n" not in seen.strip("\n")):
        return _of_one_line(wanted, seen, did)
    lines, theirs = wanted.split("\n"), seen.split("\n")
    for number, (line, other) in enumerate(zip(lines, theirs, strict=False), start=1):
        if match.normalised(line) != match.normalised(other):
            if _is_short(line) and _is_short(other):
                return f"Line {number} is {_quoted(other)}, but {_quoted(line)} was expected."
            return f"Line {number} is not as expected."
    return _of_lengths(len(lines), len(theirs))


def _of_one_line(wanted: str, seen: str, did: str) -> str:
    if wanted.strip() == seen.strip():
        return f"{did} the right text, but spaces or empty lines are not as expected."
    if wanted.strip().casefold() == seen.strip().casefold():
        return f"{did} {_quoted(seen)}, but {_quoted(wanted)} was expected: capital and small letters count."
    if _is_short(wanted) and _is_short(seen):
        return f"{did} {_quoted(seen)}, but {_quoted(wanted)} was expected."
    return f"{did} something else than expected."


def _of_lengths(wanted: int, seen: int) -> str:
    if wanted > seen:
        missing = wanted - seen
        return "A line is missing at the end." if missing == 1 else f"{missing} lines are missing at the end."
    extra = seen - wanted
    return (
        "There is a line too many at the end."
        if extra == 1
        else f"There are {extra} lines too many at the end."
    )


def _is_short(text: str) -> bool:
    return len(text.strip()) <= SHORT and "\n" not in text.strip()


def _quoted(text: str) -> str:
    """Numbers and single words stand by themselves; an empty line is named."""
    text = text.strip()
    if not text:
        return "empty"
    return text if " " not in text and text[-1] not in ".,:;!?" else f"“{text}”"
