"""Whether a text is the one that was expected: exactly, trimmed, a part of it, or by a pattern."""

import re
from dataclasses import dataclass

from codeyard_checks.judging.context import Context
from codeyard_checks.judging.problems import Problem

NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
MATCHES = ("trimmed", "exact", "contains", "pattern")


@dataclass(frozen=True)
class TextMatch:
    """The rules of a check for comparing text."""

    match: str
    ignore_case: bool
    ignore_space: bool
    tolerance: float | None

    @classmethod
    def of(cls, context: Context) -> "TextMatch":
        """The rules that a check's fields say. Raises Problem."""
        return cls(
            context.choice("match", MATCHES),
            context.flag("ignore_case"),
            context.flag("ignore_space"),
            context.number("tolerance"),
        )

    def pattern(self, expected: str) -> re.Pattern[str]:
        """The regular expression that is looked for. Raises Problem."""
        try:
            return re.compile(expected.strip("\n"), re.IGNORECASE if self.ignore_case else 0)
        except (re.error, OverflowError, RecursionError) as error:
            raise Problem(f"The pattern in the field “output” cannot be read: {error}.") from error

    def holds(self, expected: str, got: str) -> bool:
        """Whether the text is as expected. Raises Problem for a pattern that cannot be read."""
        if self.match == "pattern":
            return self.pattern(expected).search(_trimmed(got)) is not None
        wanted, seen = self.normalised(expected), self.normalised(got)
        if self.match == "contains":
            return self._contains(wanted, seen)
        return self._equal(wanted, seen)

    def normalised(self, text: str) -> str:
        """The text without what does not count."""
        text = text.replace("\r\n", "\n")
        if self.match != "exact":
            text = _trimmed(text)
        if self.ignore_space:
            text = " ".join(text.split())
        return text.casefold() if self.ignore_case else text

    def _equal(self, wanted: str, seen: str) -> bool:
        if wanted == seen:
            return True
        if self.tolerance is None:
            return False
        return NUMBER.split(wanted) == NUMBER.split(seen) and self._near(wanted, seen)

    def _contains(self, wanted: str, seen: str) -> bool:
        if wanted.strip() in seen:
            return True
        if self.tolerance is None:
            return False
        lines, theirs = wanted.strip().split("\n"), seen.split("\n")
        starts = range(len(theirs) - len(lines) + 1)
        return any(self._equal("\n".join(lines), "\n".join(theirs[at : at + len(lines)])) for at in starts)

    def _near(self, wanted: str, seen: str) -> bool:
        pairs = zip(NUMBER.findall(wanted), NUMBER.findall(seen), strict=True)
        slack = (self.tolerance or 0.0) * (1 + 1e-9)
        return all(one == other or abs(float(one) - float(other)) <= slack for one, other in pairs)


def _trimmed(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.split("\n")).rstrip("\n")
