"""The folder of one exercise of a track: its files, and which of them is what."""

from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from exercises.document.exercism.metadata import MetadataError, inner, read_object, texts
from exercises.document.files import file_of
from exercises.document.imports import Message

CONFIG = ".meta/config.json"


class NotTakenError(Exception):
    """The exercise cannot be taken; `path` and `line` say where the reason stands."""

    def __init__(self, path: str, sentence: str, line: int | None = None) -> None:
        super().__init__(sentence)
        self.path = path
        self.line = line


@dataclass(slots=True)
class Source:
    """The files of an exercise's folder, and what the track says of it."""

    folder: str
    files: dict[str, bytes]
    about: dict[str, Any]
    messages: list[Message] = field(default_factory=list)

    def say(self, path: str, line: int | None, sentence: str) -> None:
        """Add a line to the report that keeps nothing from being taken."""
        self.messages.append(Message(f"{self.folder}/{path}", line, sentence, fault=False))

    def read(self, path: str) -> str:
        """A file's text, or nothing where there is none. Raises NotTakenError."""
        made = file_of(path, self.files.get(path, b""))
        if "text" not in made:
            raise NotTakenError(path, "This file is not UTF-8 text.")
        return made["text"]


@dataclass(frozen=True, slots=True)
class Names:
    """The paths of an exercise's files."""

    solutions: list[str]
    tests: list[str]
    examples: list[str]
    editor: list[str]


def read_config(source: Source) -> dict[str, Any]:
    """What the exercise says of itself; nothing where it has no such file. Raises NotTakenError."""
    if CONFIG not in source.files:
        source.say(CONFIG, None, "There is no such file, so the other files were found by their names.")
        return {}
    try:
        return read_object(source.files[CONFIG])
    except MetadataError as error:
        raise NotTakenError(CONFIG, str(error), error.line) from None


def names_of(source: Source, config: dict[str, Any]) -> Names:
    """The paths as the config or else the custom has them. Raises NotTakenError when there are no tests."""
    named = inner(config, "files")
    stem = PurePosixPath(source.folder).name.replace("-", "_")
    names = Names(
        texts(named, "solution") or [f"{stem}.py"],
        texts(named, "test") or [f"{stem}_test.py"],
        texts(named, "example") or texts(named, "exemplar") or [".meta/example.py"],
        texts(named, "editor"),
    )
    for path in names.tests:
        if path not in source.files:
            raise NotTakenError(path, "There is no such file, so nothing could be checked.")
    return names
