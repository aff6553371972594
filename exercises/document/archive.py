"""ZIP archives: the files inside, and nothing that is not meant to be there."""

import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Mapping

from exercises.document import limits
from exercises.document.limits import MEGABYTE
from projects.file_names import FileNameError, clean_path, folders_of, path_key

_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # the archive of the same files is the same
_BROKEN = (
    zipfile.BadZipFile,
    EOFError,
    ValueError,
    NotImplementedError,
    RuntimeError,
    OSError,
    IndexError,
    struct.error,
    zlib.error,
)


class ArchiveError(ValueError):
    """An archive that is not taken; the text is a sentence for the person who sent it."""


def unzip(content: bytes) -> dict[str, bytes]:
    """The files of an archive, path → content, without folders. Raises ArchiveError."""
    if len(content) > limits.ARCHIVE_BYTES:
        raise ArchiveError(f"A ZIP may take {limits.ARCHIVE_BYTES // MEGABYTE} MB at most.")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
            _check_amount(entries, len(content))
            files = [entry for entry in entries if not entry.is_dir()]
            paths = [_usable(entry) for entry in files]
            _check_clashes(paths)
            return {path: archive.read(entry) for path, entry in zip(paths, files, strict=True)}
    except ArchiveError:
        raise
    except _BROKEN as error:
        raise ArchiveError("This is no ZIP, or it is damaged.") from error


def zipped(files: Mapping[str, bytes]) -> bytes:
    """An archive of the files."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in sorted(files.items()):
            archive.writestr(_entry(path), content)
    return held.getvalue()


def _entry(path: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(path, _FIRST_DAY)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = (stat.S_IFREG | 0o644) << 16
    return entry


def _check_amount(entries: list[zipfile.ZipInfo], size: int) -> None:
    if len(entries) > limits.ARCHIVE_ENTRIES:
        raise ArchiveError(f"A ZIP may hold {limits.ARCHIVE_ENTRIES:,} files at most.")
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > limits.ARCHIVE_UNPACKED_BYTES or unpacked > limits.ARCHIVE_RATIO * size:
        raise ArchiveError("This ZIP is too large when it is unpacked.")


def _usable(entry: zipfile.ZipInfo) -> str:
    if (
        stat.S_ISLNK(entry.external_attr >> 16)
        or entry.flag_bits & 0x1
        or entry.compress_type not in _METHODS
    ):
        raise ArchiveError("A ZIP must not hold links, and must not be encrypted.")
    shown = "".join(character if character.isprintable() else "�" for character in entry.filename[:80])
    try:
        return "/".join(clean_path(part) for part in entry.orig_filename.split("/"))
    except FileNameError as error:
        raise ArchiveError(f"“{shown}” cannot be a file's name. {error}") from None


def _check_clashes(paths: list[str]) -> None:
    keys = [path_key(path) for path in paths]
    folders = {folder for key in keys for folder in folders_of(key)}
    seen: set[str] = set()
    for path, key in zip(paths, keys, strict=True):
        if key in seen or key in folders:
            raise ArchiveError(f"The ZIP holds two files of the name “{path}”, or a folder of that name.")
        seen.add(key)
