"""Which file names a project may hold. The browser applies the same rules in `files/file-names.js`.

A name must mean the same file in Pyodide's file system, in a zip on every system, and on the screen.
The cases that both sides are tested with stand in `tests/projects/file_names.json`.
"""

import re
import unicodedata

LONGEST_NAME_BYTES = 100  # of UTF-8, for each part of a path
DEEPEST_LEVEL = 4
LONGEST_PATH = LONGEST_NAME_BYTES * DEEPEST_LEVEL + DEEPEST_LEVEL - 1

_DEVICES = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)\s*(\..*)?", re.IGNORECASE)
_FORBIDDEN = re.compile(r'[<>:"|?*\\]')
# Marks that turn the direction of text, so that a name reads as another (Unicode Technical Report 36).
_BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_INVISIBLE = re.compile("[\u200b\u2028\u2029\u2060\ufeff]")


class FileNameError(ValueError):
    """A name that cannot be used; the text is a sentence for the person who typed it."""


def clean_path(path: str) -> str:
    """`path` in Unicode's composed form (NFC).

    Raises FileNameError with one plain sentence when it cannot be a file's name.
    """
    path = unicodedata.normalize("NFC", path)
    if not path.strip():
        raise FileNameError("A file needs a name.")
    if path.startswith("/"):
        raise FileNameError("A file name must not start with a slash.")
    parts = path.split("/")
    if len(parts) > DEEPEST_LEVEL:
        raise FileNameError(f"Folders may be {DEEPEST_LEVEL - 1} deep at most.")
    for part in parts:
        _check_part(part)
    return path


def path_key(path: str) -> str:
    """What two paths share when Windows or macOS would take them for one file: case and Unicode form."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())


def folders_of(key: str) -> list[str]:
    """The keys of the folders that a path stands in, outermost first: `a/b/c.py` gives `a` and `a/b`."""
    parts = key.split("/")
    return ["/".join(parts[:depth]) for depth in range(1, len(parts))]


def _check_part(part: str) -> None:
    if part in ("", ".", ".."):
        raise FileNameError("A file name must not contain empty parts, “.” or “..”.")
    if any(unicodedata.category(character) in ("Cc", "Cs") for character in part):
        raise FileNameError("A file name must not contain control characters.")
    if _BIDI.search(part) or _INVISIBLE.search(part):
        raise FileNameError("A file name must not contain invisible characters.")
    if _FORBIDDEN.search(part):
        raise FileNameError('These characters cannot stand in a file name: \\ < > : " | ? *.')
    if part != part.strip() or part.endswith("."):
        raise FileNameError("A file name must not start with a space, or end with a space or a full stop.")
    if _DEVICES.fullmatch(part):
        raise FileNameError("Windows keeps this name for itself; choose another.")
    if len(part.encode()) > LONGEST_NAME_BYTES:
        raise FileNameError(f"A file name may be {LONGEST_NAME_BYTES} bytes long at most.")
