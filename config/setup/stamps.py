"""Skipping what is already done: a step leaves the hash of its inputs behind."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from config.paths import BASE_DIR


def fingerprint(files: Iterable[Path], *words: str) -> str:
    """A hash of the names and contents of these files, and of further words. A folder may be moved or copied."""
    digest = hashlib.sha256(" ".join(words).encode())
    for file in sorted(files):
        name = file.relative_to(BASE_DIR) if file.is_relative_to(BASE_DIR) else file
        digest.update(f"\0{name}\0".encode() + file.read_bytes())
    return digest.hexdigest()


def is_done(stamp: Path, inputs: str) -> bool:
    """Whether the step that left `stamp` was done with these inputs."""
    return stamp.exists() and stamp.read_text() == inputs


def mark_done(stamp: Path, inputs: str) -> None:
    """Leave the stamp; called only after the step succeeded."""
    stamp.parent.mkdir(parents=True, exist_ok=True)
    stamp.write_text(inputs)
