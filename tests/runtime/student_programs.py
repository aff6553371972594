"""Small programs as students write them, and what each must show, which stands in comments at its end.

# Answers: Ada, 12            typed when the program asks
# Ends: Failed                else it must end as Finished
# Files: marks.csv            appear in the file panel
# Pictures: Figure 1          appear in the console
# Prints:                     followed by the console's whole text
# Says:                       followed by lines that must stand in the console's text
# Explains:                   followed by the whole explanation of the error that it ends with, line by line
"""

import re
from dataclasses import dataclass
from pathlib import Path

PROGRAMS = Path(__file__).parent / "programs"
_HEADING = re.compile(r"^# (Answers|Ends|Explains|Files|Pictures|Prints|Says):(.*)$")
# Not by `ast`: the browser's Python is newer than this one, and knows more syntax.
_IMPORT = re.compile(r"^\s*(?:from ([\w.]+) import (.+)|import (.+))$", re.MULTILINE)


@dataclass(frozen=True)
class StudentProgram:
    """A program and what must come of it. `prints` is None where the text is not compared as a whole."""

    name: str
    source: str
    ends: str
    answers: tuple[str, ...]
    files: tuple[str, ...]
    pictures: tuple[str, ...]
    prints: str | None
    says: tuple[str, ...]
    explains: str

    @property
    def imports(self) -> set[str]:
        """Full names of the modules that the program imports, packages above them included."""
        names = set()
        for module, members, plain in _IMPORT.findall(self.source):
            names |= {module, *(f"{module}.{member}" for member in _names(members))} if module else set()
            names |= _names(plain)
        return {
            ".".join(name.split(".")[:depth]) for name in names for depth in range(1, name.count(".") + 2)
        }


def read_program(name: str) -> StudentProgram:
    """The program of that name. Raises FileNotFoundError, or ValueError where its comments are not understood."""
    text = (PROGRAMS / f"{name}.py").read_text(encoding="utf-8")
    lines = text.splitlines()
    start = next((number for number, line in enumerate(lines) if _HEADING.match(line)), len(lines))
    shown = _sections(name, lines[start:])
    return StudentProgram(
        name=name,
        source=text,
        ends=(shown.get("Ends") or ["Finished"])[0],
        answers=_words(shown, "Answers"),
        files=_words(shown, "Files"),
        pictures=_words(shown, "Pictures"),
        prints="\n".join(shown["Prints"][1:]) if "Prints" in shown else None,
        says=tuple(shown["Says"][1:]) if "Says" in shown else (),
        explains="\n".join(shown["Explains"][1:]) if "Explains" in shown else "",
    )


def program_names() -> list[str]:
    """All programs there are."""
    return sorted(path.stem for path in PROGRAMS.glob("*.py"))


def _names(text: str) -> set[str]:
    """The names in `a as b, c.d`."""
    return {part.split()[0] for part in text.split(",") if part.strip()}


def _sections(name: str, lines: list[str]) -> dict[str, list[str]]:
    """What follows each heading; the first item is the rest of the heading's own line."""
    found: dict[str, list[str]] = {}
    heading = ""
    for line in lines:
        match = _HEADING.match(line)
        if match:
            heading = match[1]
            found[heading] = [match[2].strip()]
        elif line.startswith("#"):
            found[heading].append(line[2:])
        else:
            raise ValueError(f"{name}.py: what the program shows must stand at its end: {line!r}")
    return found


def _words(shown: dict[str, list[str]], heading: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in shown.get(heading, [""])[0].split(",") if word.strip())
