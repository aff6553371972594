"""What the judge knows while it plans, judges or records one check."""

from dataclasses import dataclass, field
from typing import Any

from codeyard_checks.judging.problems import Problem

Check = dict[str, Any]
File = dict[str, str]
Step = dict[str, Any]
SECONDS = 5.0


@dataclass
class Context:
    """One check of a document. `recorded` is what its solution did; `seed` asks for new random inputs; `steps` are
    judged in place of those of `plan`."""

    check: Check
    document: dict[str, Any]
    recorded: Any = None
    person: str = ""
    seed: str | None = None
    files: list[File] = field(default_factory=list)
    steps: list[Step] | None = None

    @property
    def id(self) -> str:
        """The check's id."""
        return str(self.check["id"])

    @property
    def main(self) -> str:
        """The path of the program."""
        return str(self.document.get("main") or "main.py")

    def step(self, number: int, do: str, **fields: Any) -> Step:
        """A step of this check, with its limit of time."""
        seconds = self.number("seconds", SECONDS) or SECONDS
        step = {"id": f"{self.id}/{number}", "check": self.id, "do": do, "seconds": seconds}
        return {**step, "stdin": "", "files": [], **fields}

    def text(self, name: str, default: str = "") -> str:
        """A field that holds text. Raises Problem."""
        value = self.check.get(name)
        if value is None:
            return default
        if not isinstance(value, str):
            raise Problem(f"The field “{name}” has to be text.")
        return value

    def optional_text(self, name: str) -> str | None:
        """A field that holds text or nothing. Raises Problem."""
        return None if self.check.get(name) is None else self.text(name)

    def number(self, name: str, default: float | None = None) -> float | None:
        """A field that holds a number. Raises Problem."""
        value = self.check.get(name, default)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float) or value != value:
            raise Problem(f"The field “{name}” has to be a number.")
        return value

    def whole(self, name: str, default: int | None = None) -> int | None:
        """A field that holds a whole number of at least 0. Raises Problem."""
        value = self.number(name, default)
        if value is not None and (value != int(value) or value < 0):
            raise Problem(f"The field “{name}” has to be a whole number, 0 or more.")
        return None if value is None else int(value)

    def flag(self, name: str) -> bool:
        """A field that says yes or no; no, if it is not there. Raises Problem."""
        value = self.check.get(name, False)
        if not isinstance(value, bool):
            raise Problem(f"The field “{name}” has to be true or false.")
        return value

    def items(self, name: str) -> list[Any]:
        """A field that holds a list. Raises Problem."""
        value = self.check.get(name)
        if value is None:
            return []
        if not isinstance(value, list):
            raise Problem(f"The field “{name}” has to be a list.")
        return value

    def choice(self, name: str, choices: tuple[str, ...]) -> str:
        """A field that is one of some words, the first if it is not there. Raises Problem."""
        value = self.text(name, choices[0])
        if value not in choices:
            raise Problem(f"The field “{name}” has to be one of {', '.join(choices)}; it is “{value[:50]}”.")
        return value

    def test_file(self, name: str) -> File:
        """The file of the teacher's that a field names. Raises Problem."""
        path = self.text(name)
        for file in self.document.get("tests") or []:
            if file.get("path") == path and isinstance(file.get("text"), str):
                return dict(file)
        raise Problem(
            f"The field “{name}” names the file “{path[:100]}”, and the tests have no such text file."
        )

    def module(self, name: str = "module") -> str:
        """The dotted name of the module that a field names; without one, of the main file."""
        path = self.text(name) or self.main
        return path.removesuffix(".py").replace("/", ".")

    def student_text(self, path: str) -> str | None:
        """The text of a file of the student's; None when it is not there or no text."""
        for file in self.files:
            if isinstance(file, dict) and file.get("path") == path and isinstance(file.get("text"), str):
                return file["text"]
        return None
