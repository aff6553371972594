"""Tk's PhotoImage: GIF and PNG files of the project."""

import itertools
import os
from pathlib import Path
from typing import Any

from turtle_window.errors import TclError

BYTES_LIMIT = 4 * 1024 * 1024
SIDE_LIMIT = 8_192
_numbers = itertools.count(1)


class PhotoImage:
    """An image from a file, or an empty one. The page gets the file when the image is first shown."""

    def __init__(
        self, name: str | None = None, cnf: object = None, master: object = None, **options: Any
    ) -> None:
        self.number = next(_numbers)
        self.name = name or f"pyimage{self.number}"
        self.data = b""
        self.mime = ""
        self.size = (int(options.get("width") or 1), int(options.get("height") or 1))
        file = options.get("file")
        if file:
            self._load(os.fspath(file))

    def _load(self, file: str) -> None:
        try:
            data = Path(file).read_bytes()
        except FileNotFoundError:
            raise TclError(f'couldn\'t open "{file}": no such file or directory') from None
        except OSError as error:
            raise TclError(f'couldn\'t open "{file}": {(error.strerror or str(error)).lower()}') from None
        self.mime, self.size = _kind_and_size(data, file)
        if len(data) > BYTES_LIMIT or max(self.size) > SIDE_LIMIT:
            raise TclError(
                f'"{file}" is too large for turtle here: at most {BYTES_LIMIT // 2**20} MB and '
                f"{SIDE_LIMIT:,} pixels a side"
            )
        self.data = data

    def width(self) -> int:
        """In pixels."""
        return self.size[0]

    def height(self) -> int:
        """In pixels."""
        return self.size[1]

    def blank(self) -> None:
        """Show nothing."""
        self.data = b""

    def __str__(self) -> str:
        return self.name


def _kind_and_size(data: bytes, file: str) -> tuple[str, tuple[int, int]]:
    """From the first bytes (GIF89a, section 18; PNG, section 11.2.2)."""
    if data[:6] in (b"GIF87a", b"GIF89a") and len(data) > 10:
        return "image/gif", (int.from_bytes(data[6:8], "little"), int.from_bytes(data[8:10], "little"))
    if data[:8] == b"\x89PNG\r\n\x1a\n" and len(data) > 24:
        return "image/png", (int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big"))
    raise TclError(
        f'couldn\'t recognize data in image file "{file}": turtle shows GIF and PNG pictures; '
        "save it as one of these"
    )
