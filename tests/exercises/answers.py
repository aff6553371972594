"""What students might hand in for the demo exercises: `answers/COLLECTION/EXERCISE/right_*.py` and `wrong_*.py`.

A wrong answer begins with the checks that must fail, each in a comment `# Fails: name of the check`; all others pass.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from exercises.demo_content import DemoExercise

FOLDER = Path(__file__).with_name("answers")
FAILS = "# Fails: "
LIBRARIES = ("matplotlib", "numpy", "pandas", "PIL")


@dataclass(frozen=True, slots=True)
class Answer:
    """One main program for an exercise, and the names of the checks that it does not pass."""

    exercise: DemoExercise
    name: str
    text: str
    fails: frozenset[str]

    def __str__(self) -> str:
        return f"{self.exercise.slug}-{self.name}"

    @property
    def files(self) -> list[dict[str, Any]]:
        """The files of the student: the starter with another main program."""
        document = self.exercise.document
        others = [file for file in document["starter"] if file["path"] != document["main"]]
        return [*others, {"path": document["main"], "text": self.text}]


def answers(exercise: DemoExercise) -> list[Answer]:
    """All answers to an exercise, by name."""
    folder = FOLDER / exercise.collection / exercise.slug
    return [_read(exercise, path) for path in sorted(folder.glob("*.py"))]


def needs_libraries(exercise: DemoExercise) -> bool:
    """Whether the solution imports what only the browser has."""
    sources = [file.get("text", "") for file in exercise.document["solution"]]
    return any(
        f"{word} {name}" in text for text in sources for name in LIBRARIES for word in ("import", "from")
    )


def _read(exercise: DemoExercise, path: Path) -> Answer:
    text = path.read_text()
    fails = frozenset(line.removeprefix(FAILS) for line in text.splitlines() if line.startswith(FAILS))
    return Answer(exercise, path.stem, text, fails)
