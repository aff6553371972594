"""Files of an exercise: a path with text, or with base64 where the content is no text."""

import base64
import binascii
import hashlib
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

from exercises.document import limits
from exercises.document.canonical import digest
from exercises.document.problems import Place
from exercises.document.records import report_unknown
from exercises.document.shapes import FaultError, check_storable, line_ends
from projects.file_names import FileNameError, clean_path, folders_of, path_key

PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg")


def file_of(path: str, content: bytes) -> dict[str, str]:
    """FILE of these bytes: text where they are UTF-8 without NUL, with `\\n` line ends."""
    try:
        text = line_ends(content.decode())
        check_storable(text)
    except (UnicodeDecodeError, FaultError):
        return {"path": path, "base64": base64.b64encode(content).decode()}
    return {"path": path, "text": text}


def exact_file(path: str, content: bytes) -> dict[str, str]:
    """FILE with every byte as it was: text where it is UTF-8 without NUL, which the database does not take."""
    try:
        text = content.decode()
    except UnicodeDecodeError:
        text = "\0"
    if "\0" in text:
        return {"path": path, "base64": base64.b64encode(content).decode()}
    return {"path": path, "text": text}


def bytes_of(file: Mapping[str, str]) -> bytes:
    """The content of a FILE."""
    return file["text"].encode() if "text" in file else base64.b64decode(file["base64"])


def with_hashes(files: list[dict[str, str]]) -> list[dict[str, str]]:
    """FILEs, each with the `sha256` of its content."""
    return [{**file, "sha256": hashlib.sha256(bytes_of(file)).hexdigest()} for file in files]


def digest_of(files: list[dict[str, str]]) -> str:
    """The SHA-256 of names and contents of FILEs with their hashes, whatever their order."""
    return digest(sorted((file["path"], file["sha256"]) for file in files))


def usable_path(text: str) -> str:
    """The path in its stored form. Raises FaultError when it cannot be a file's name."""
    try:
        return clean_path(str(text))
    except FileNameError as error:
        raise FaultError(str(error)) from None


def picture_path(text: str) -> str:
    """The path of a picture that browsers show. Raises FaultError."""
    path = usable_path(text)
    if PurePosixPath(path).suffix.lower() not in PICTURES:
        raise FaultError(f"A picture's name must end in {', '.join(PICTURES)}.")
    return path


class FileShape:
    """FILE, in its canonical form: what can be text is text."""

    def __init__(self, *, pictures: bool = False) -> None:
        self._path = picture_path if pictures else usable_path

    def check(self, value: Any, place: Place) -> dict[str, str]:
        if not isinstance(value, Mapping):
            raise FaultError("This must be a file with a path and its text.")
        report_unknown(value, {"path": None, "text": None, "base64": None}, "a file", place)
        if not isinstance(value.get("path"), str):
            raise FaultError("This file needs a path.")
        path = self._path(value["path"])
        content = _content(value)
        if len(content) > limits.FILE_BYTES:
            raise FaultError(f"A file may be {limits.FILE_BYTES // limits.MEGABYTE} MB at most.")
        return file_of(path, content)


def report_clashes(files: list[dict[str, str]], place: Place) -> None:
    """Report files that Windows or macOS would take for one, or for a folder of another."""
    folders = {folder for file in files for folder in folders_of(path_key(file["path"]))}
    seen: set[str] = set()
    for number, file in enumerate(files):
        key = path_key(file["path"])
        if key in seen:
            place.item(number, file["path"]).report("There are two files of this name.")
        elif key in folders:
            place.item(number, file["path"]).report("A folder has the same name as this file.")
        seen.add(key)


def _content(value: Mapping[str, Any]) -> bytes:
    text, encoded = value.get("text"), value.get("base64")
    if isinstance(text, str) and encoded is None:
        check_storable(text)
        return line_ends(text).encode()
    if isinstance(encoded, str) and text is None:
        try:
            return base64.b64decode("".join(encoded.split()), validate=True)
        except (binascii.Error, ValueError):
            raise FaultError("The base64 of this file cannot be read.") from None
    raise FaultError("This file needs either text or base64.")
