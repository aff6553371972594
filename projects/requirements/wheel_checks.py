"""What a wheel must be before a browser gets it: a sound zip file, not too much inside, and Python code only."""

import re
import stat
import zipfile
from pathlib import Path

from projects.requirements.errors import RequirementsError
from projects.requirements.limits import (
    ENTRY_NAME_CHARACTERS,
    WHEEL_ENTRIES,
    WHEEL_RATIO,
    WHEEL_UNPACKED_BYTES,
)

COMPILED = (".so", ".pyd", ".dylib")
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
# Names that would take the place of the runtime's own modules.
OURS = re.compile(
    r"(codeyard|_codeyard|pyodide|_pyodide|_pyodide_core|js|pyodide_js)(/|\.)|(site|user)customize\.py"
)
UNSAFE = re.compile(r"^/|(^|/)\.\.?(/|$)|\\|^[A-Za-z]:")


def check_wheel(path: Path, name: str) -> None:
    """Raise RequirementsError unless the file can be unpacked in a browser and holds no compiled code."""
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
            _check_amount(entries, path.stat().st_size, name)
            for entry in entries:
                _check_entry(entry, name)
            _check_metadata(archive, name)
            broken = archive.testzip()
    except (zipfile.BadZipFile, EOFError, ValueError, NotImplementedError, RuntimeError, OSError) as error:
        raise _unusable(name, "the file is damaged") from error
    if broken is not None:
        raise _unusable(name, "the file is damaged")


def _check_amount(entries: list[zipfile.ZipInfo], size: int, name: str) -> None:
    unpacked = sum(entry.file_size for entry in entries)
    if (
        len(entries) > WHEEL_ENTRIES
        or unpacked > WHEEL_UNPACKED_BYTES
        or unpacked > WHEEL_RATIO * max(size, 1)
    ):
        raise RequirementsError(f"{name} is too large for the browser when it is unpacked.")
    if len({entry.filename for entry in entries}) != len(entries):
        raise _unusable(name, "it holds two files of one name")


def _check_entry(entry: zipfile.ZipInfo, name: str) -> None:
    path = entry.filename
    mode = entry.external_attr >> 16
    if UNSAFE.search(path) or not path.isprintable() or len(path) > ENTRY_NAME_CHARACTERS:
        raise _unusable(name, "it would write outside its own folder")
    if stat.S_ISLNK(mode) or entry.flag_bits & 0x1 or entry.compress_type not in METHODS:
        raise _unusable(name, "it holds links or is encrypted")
    if path.lower().endswith(COMPILED):
        raise RequirementsError(f"{name} holds compiled code, which a browser cannot use.")
    if OURS.match(path):
        raise _unusable(name, "it would replace parts of Python itself")


def _check_metadata(archive: zipfile.ZipFile, name: str) -> None:
    about = [path for path in archive.namelist() if re.fullmatch(r"[^/]+\.dist-info/WHEEL", path)]
    if len(about) != 1 or archive.getinfo(about[0]).file_size > 10_000:
        raise _unusable(name, "it is not a package")
    if "root-is-purelib: true" not in archive.read(about[0]).decode(errors="replace").lower():
        raise RequirementsError(f"{name} holds compiled code, which a browser cannot use.")


def _unusable(name: str, reason: str) -> RequirementsError:
    return RequirementsError(f"{name} cannot be used: {reason}.")
