"""Folders on disk: what an operator imports from, and exports to."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from exercises.document import limits

EXERCISE = "exercise.md"
COLLECTION = "collection.yaml"
_PASSED_OVER = {".git", ".hg", "node_modules", "__pycache__", ".venv"}


class FolderError(ValueError):
    """A folder that is not taken; the text is a sentence for the operator."""


def read_files(root: Path) -> dict[str, bytes]:
    """The files beneath a folder by their paths in it; links and version control are passed over.

    Raises FolderError.
    """
    files: dict[str, bytes] = {}
    size = 0
    for path in _paths(root):
        size += path.stat().st_size
        if len(files) == limits.FOLDER_FILES or size > limits.FOLDER_BYTES:
            raise FolderError(f"{root} holds more than a collection does: is it the right folder?")
        try:
            files[path.relative_to(root).as_posix()] = path.read_bytes()
        except OSError as error:
            raise FolderError(f"{path} cannot be read: {error.strerror}.") from None
    return files


def write_files(root: Path, files: Mapping[str, bytes]) -> None:
    """Make the folder hold these files. Other files go from the folders of exercises, and stay elsewhere.

    Raises FolderError when the folder exists and holds no collection.
    """
    there = read_files(root) if root.is_dir() else {}
    if root.exists() and not root.is_dir():
        raise FolderError(f"{root} is a file.")
    if there and COLLECTION not in there:
        raise FolderError(f"{root} holds something else. Choose a new folder.")
    for path, content in files.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        if there.get(path) != content:
            target.write_bytes(content)
    exercises = {path.removesuffix(EXERCISE) for path in there if path.endswith(f"/{EXERCISE}")}
    for path in there.keys() - files.keys():
        if path.startswith(tuple(exercises)):
            (root / path).unlink()


def _paths(root: Path) -> Iterator[Path]:
    for folder, folders, names in os.walk(root, followlinks=False):
        folders[:] = sorted(name for name in folders if name not in _PASSED_OVER)
        for name in sorted(names):
            path = Path(folder) / name
            if path.is_file() and not path.is_symlink():
                yield path
