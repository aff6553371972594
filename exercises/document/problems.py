"""What is wrong with a document, told to the person who wrote it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

Path = tuple[str | int, ...]

# What an item of each list is called; the list's own name says nothing more.
_ITEMS = {
    "checks": "check",
    "cases": "case",
    "rules": "rule",
    "hints": "hint",
    "topics": "topic",
    "arguments": "argument",
    "starter": "starter file",
    "solution": "solution file",
    "tests": "tests file",
    "pictures": "picture",
    "exercises": "exercise",
}


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault: `where` as people say it, `sentence` what to change, `path` the way through the document's keys and
    numbers (from 0), `line` of the file that it was read from.
    """

    where: str
    sentence: str
    path: Path = ()
    line: int | None = None

    def __str__(self) -> str:
        place = f"line {self.line}: " if self.line else ""
        return f"{place}{self.where}: {self.sentence}" if self.where else f"{place}{self.sentence}"


class Place:
    """A place in a document that is being checked. All places of one document share the list of problems."""

    def __init__(self, problems: list[Problem], path: Path = (), words: tuple[str, ...] = ()) -> None:
        self.problems = problems
        self.path = path
        self._words = words

    def field(self, name: str) -> "Place":
        """The place of a field here."""
        words = () if name in _ITEMS else (f"field {name}",)
        return Place(self.problems, (*self.path, name), (*self._words, *words))

    def item(self, number: int, name: str = "") -> "Place":
        """The place of an item of the list here: counted from 0, told from 1."""
        listing = str(self.path[-1]) if self.path else ""
        word = f"{_ITEMS.get(listing, 'item')} {number + 1}"
        return Place(
            self.problems, (*self.path, number), (*self._words, f"{word} “{name}”" if name else word)
        )

    def report(self, sentence: str) -> None:
        """Add a problem that stands here."""
        self.problems.append(Problem(", ".join(self._words), sentence, self.path))


def with_lines(problems: Iterable[Problem], lines: dict[Path, int]) -> list[Problem]:
    """The problems with the line of what they are about, or of the nearest thing around it, in the file's order."""
    placed = [replace(problem, line=_line(problem.path, lines)) for problem in problems]
    return sorted(placed, key=lambda problem: problem.line or 0)


def _line(path: Path, lines: dict[Path, int]) -> int | None:
    return next((lines[path[:end]] for end in range(len(path), -1, -1) if path[:end] in lines), None)
