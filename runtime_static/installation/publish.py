"""Writing folders and files so that a reader never sees half of one."""

import hashlib
import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

STAMP = ".installed.json"
FileList: TypeAlias = dict[str, Path]


def fingerprint(files: FileList) -> str:
    """A hash over names and contents: the same for the same files."""
    digest = hashlib.sha256()
    for name in sorted(files):
        digest.update(f"{name}\0".encode())
        digest.update(hashlib.sha256(files[name].read_bytes()).digest())
    return digest.hexdigest()


def is_current(folder: Path, mark: str) -> bool:
    """Whether a folder was completed with this fingerprint."""
    try:
        return json.loads((folder / STAMP).read_text())["fingerprint"] == mark
    except (OSError, ValueError, KeyError, TypeError):
        return False


def publish_folder(folder: Path, files: FileList, finish: Callable[[Path], None]) -> bool:
    """Make `folder` hold `files` (name inside → source), or leave it if it does. Gives whether it was written.

    `finish` gets the new folder before it takes its place.
    """
    mark = fingerprint(files)
    if is_current(folder, mark):
        return False
    aside = folder.with_name(f".{folder.name}.{os.getpid()}.new")
    shutil.rmtree(aside, ignore_errors=True)
    for name, source in files.items():
        target = aside / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
    finish(aside)
    (aside / STAMP).write_text(json.dumps({"fingerprint": mark}))
    _replace_folder(aside, folder)
    return True


def _replace_folder(aside: Path, folder: Path) -> None:
    old = folder.with_name(f".{folder.name}.{os.getpid()}.old")
    shutil.rmtree(old, ignore_errors=True)
    if folder.exists():
        folder.replace(old)
    aside.replace(folder)
    shutil.rmtree(old, ignore_errors=True)


def write_file(path: Path, data: bytes) -> None:
    """Write a file aside and rename it into place."""
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f".{path.name}.{os.getpid()}.new")
    aside.write_bytes(data)
    aside.replace(path)
