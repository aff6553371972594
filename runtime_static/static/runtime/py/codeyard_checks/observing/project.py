"""The files of the project, put back as they were before each step."""

import base64
import os
from pathlib import Path
from typing import Any

FILE_LIMIT = 1_000_000  # bytes of a file that is looked at


class Project:
    """The folder in which student code runs. What stands in it at first is the project."""

    def __init__(self, root: str) -> None:
        self.root = Path(root)
        self.files = {path: path.read_bytes() for path in self._paths()}

    def put_back(self, extra: list[dict[str, str]]) -> None:
        """Make the folder what it was, with the step's own files laid over it."""
        wanted = {**self.files, **{self.root / file["path"]: content(file) for file in extra}}
        os.chdir("/")
        for path in self._paths():
            if path not in wanted:
                path.unlink()
        self._remove_empty_folders({folder for path in wanted for folder in path.parents})
        for path, data in wanted.items():
            if not _holds(path, data):
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(data)
        os.chdir(self.root)

    def read(self, path: str) -> dict[str, Any] | None:
        """A file as the judge reads it; None when it is not there, or lies outside of the project."""
        place = self.inside(path)
        if place is None or not place.is_file():
            return None
        if place.stat().st_size > FILE_LIMIT:
            return {"path": path, "too_large": True}
        data = place.read_bytes()
        try:
            return {"path": path, "text": data.decode().replace("\r\n", "\n")}
        except UnicodeDecodeError:
            return {"path": path, "base64": base64.b64encode(data).decode()}

    def inside(self, path: str) -> Path | None:
        """Where a file of the project stands; None when its path, or a link, leads out of the project."""
        place = (self.root / path).resolve()
        return place if place.is_relative_to(self.root.resolve()) else None

    def _paths(self) -> list[Path]:
        return [path for path in self.root.rglob("*") if path.is_symlink() or not path.is_dir()]

    def _remove_empty_folders(self, wanted: set[Path]) -> None:
        folders = [path for path in self.root.rglob("*") if path.is_dir() and path not in wanted]
        for folder in sorted(folders, reverse=True):
            folder.rmdir()


def content(file: dict[str, str]) -> bytes:
    """The bytes of a file of a document."""
    return file["text"].encode() if "text" in file else base64.b64decode(file["base64"])


def _holds(path: Path, data: bytes) -> bool:
    return path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data
