"""Requests that arrive twice: a network that fails after the save makes the browser ask again.

The second answer must be the first one word for word. An answer with a newer revision would let the browser
believe that it had seen the text of that revision, and its next save would overwrite that text silently.
"""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from projects.errors import InvalidError
from projects.limits import RECENT_KEYS
from projects.models import ProjectFile


@dataclass(frozen=True, slots=True)
class Change:
    """A request to change a file, as it came in. `key` is unique to one change that the browser made."""

    operation: str  # "save", "rename" or "delete"
    base_revision: int
    key: str
    path: str = ""
    content: bytes = b""
    is_binary: bool = False

    def digest(self) -> str:
        """What tells two requests with one key apart."""
        head = "\0".join([self.operation, str(self.base_revision), self.path, str(self.is_binary)])
        return hashlib.sha256(head.encode() + b"\0" + self.content).hexdigest()[:32]


def remember(file: ProjectFile, change: Change) -> None:
    """Keep what `change` was answered. Sets `file.recent`; the caller saves."""
    entry = {
        "key": change.key,
        "digest": change.digest(),
        "revision": file.revision,
        "path": file.path,
        "size": file.size,
        "binary": file.is_binary,
        "deletedAt": file.deleted_at.isoformat() if file.deleted_at else None,
        "savedAt": file.saved_at.isoformat(),
    }
    file.recent = [*file.recent, entry][-RECENT_KEYS:]


def replay(file: ProjectFile, change: Change) -> ProjectFile | None:
    """The file as it was when `change` was first made, or None when its key is new. Not to be saved.

    Raises InvalidError when the key belongs to another change.
    """
    entry = next((entry for entry in file.recent if entry["key"] == change.key), None)
    if entry is None:
        return None
    if entry["digest"] != change.digest():
        raise InvalidError("This key was used for another change.")
    content = change.content if change.operation == "save" else _content_at(file, entry["revision"])
    return _file_from(file, entry, content)


def _content_at(file: ProjectFile, revision: int) -> bytes:
    """A rename or deletion keeps the text, so the newest version up to it holds what the file held then."""
    version = file.versions.filter(revision__lte=revision).first()
    return bytes(version.content) if version else bytes(file.content)


def _file_from(file: ProjectFile, entry: dict[str, Any], content: bytes) -> ProjectFile:
    return ProjectFile(
        id=file.id,
        project_id=file.project_id,
        path=entry["path"],
        content=content,
        size=entry["size"],
        is_binary=entry["binary"],
        revision=entry["revision"],
        saved_at=datetime.fromisoformat(entry["savedAt"]),
        deleted_at=datetime.fromisoformat(entry["deletedAt"]) if entry["deletedAt"] else None,
    )
