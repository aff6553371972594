"""`dbm`, which the Python of browsers comes without and `shelve` needs: keys and values in an SQLite file.

The file is that of CPython's own `dbm.sqlite3` (3.13 and later): a desktop can open it, and the other way round.
"""

import os
import sqlite3
from collections.abc import Iterator, MutableMapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self

_MODES = {"r": "ro", "w": "rw", "c": "rwc", "n": "rwc"}
_HEADER = b"SQLite format 3\0"


class DatabaseError(OSError):
    """What goes wrong with the file."""


error = (DatabaseError, OSError)


class Database(MutableMapping[Any, bytes]):
    """Keys and values are bytes; texts are stored as UTF-8."""

    def __init__(self, path: Path, flag: str) -> None:
        if flag == "n":
            path.unlink(missing_ok=True)
        try:
            address = f"{path.absolute().as_uri()}?mode={_MODES[flag]}"
            self._file = sqlite3.connect(
                address, uri=True, isolation_level=None
            )  # each change is kept at once
            if flag in "cn":
                self._file.execute(
                    "CREATE TABLE IF NOT EXISTS Dict (key BLOB UNIQUE NOT NULL, value BLOB NOT NULL)"
                )
        except sqlite3.Error as problem:
            raise DatabaseError(f"{path}: {problem}") from problem

    def _ask(self, question: str, *values: Any) -> sqlite3.Cursor:
        try:
            return self._file.execute(question, values)
        except sqlite3.Error as problem:
            raise DatabaseError(str(problem)) from problem

    def __getitem__(self, key: Any) -> bytes:
        row = self._ask("SELECT value FROM Dict WHERE key = CAST(? AS BLOB)", key).fetchone()
        if row is None:
            raise KeyError(key)
        return bytes(row[0])

    def __setitem__(self, key: Any, value: Any) -> None:
        self._ask("REPLACE INTO Dict (key, value) VALUES (CAST(? AS BLOB), CAST(? AS BLOB))", key, value)

    def __delitem__(self, key: Any) -> None:
        if not self._ask("DELETE FROM Dict WHERE key = CAST(? AS BLOB)", key).rowcount:
            raise KeyError(key)

    def __len__(self) -> int:
        return int(self._ask("SELECT COUNT(key) FROM Dict").fetchone()[0])

    def __iter__(self) -> Iterator[bytes]:
        yield from [key for (key,) in self._ask("SELECT key FROM Dict ORDER BY rowid")]

    def keys(self) -> list[bytes]:  # type: ignore[override]
        """All keys, as a list, like those of CPython's databases."""
        return list(self)

    def close(self) -> None:
        """Further use raises `dbm.error`."""
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open(file: str | os.PathLike[str], flag: str = "r", mode: int = 0o666) -> Database:
    """The database in a file: `r` to read, `w` to change, `c` to make it where there is none, `n` to begin anew.

    Raises ValueError for another flag and `dbm.error` where there is no such file.
    """
    if flag not in _MODES:
        raise ValueError(f"Flag must be one of 'r', 'w', 'c', or 'n', not {flag!r}")
    return Database(Path(file), flag)


def whichdb(filename: str | os.PathLike[str]) -> str | None:
    """The kind of a database file: `dbm.sqlite3`, empty for another file, None where there is none."""
    try:
        start = Path(filename).read_bytes()[: len(_HEADER)]
    except OSError:
        return None
    return "dbm.sqlite3" if start == _HEADER else ""
