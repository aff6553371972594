"""What was read: exercises and collections, and what could not be taken."""

from dataclasses import dataclass, field
from typing import Any

from exercises.document.problems import Problem


@dataclass(frozen=True, slots=True)
class Message:
    """One line of a report. While there is a fault nothing is imported; the others only say what was left out."""

    path: str
    line: int | None
    sentence: str
    fault: bool = True

    def __str__(self) -> str:
        return f"{self.path}{f':{self.line}' if self.line else ''}: {self.sentence}"


@dataclass(slots=True)
class ImportedExercise:
    """A valid document, and the slug that names it in its collection."""

    slug: str
    document: dict[str, Any]


@dataclass(slots=True)
class ImportedCollection:
    """A collection with its exercises in their order."""

    slug: str
    title: str
    summary: str = ""
    text: str = ""
    exercises: list[ImportedExercise] = field(default_factory=list)


@dataclass(slots=True)
class Import:
    """All that was read. `exercises` are those of no collection."""

    collections: list[ImportedCollection] = field(default_factory=list)
    exercises: list[ImportedExercise] = field(default_factory=list)
    messages: list[Message] = field(default_factory=list)

    @property
    def faults(self) -> list[Message]:
        """The messages for which something is not imported."""
        return [message for message in self.messages if message.fault]

    def report(self, path: str, problems: list[Problem]) -> None:
        """Add the problems of a file."""
        for problem in problems:
            where = f"{problem.where}: " if problem.where else ""
            self.messages.append(Message(path, problem.line, f"{where}{problem.sentence}"))
