"""Sending an image to the console. Bounds as in messages.js: what is larger would be dropped without a word."""

import json
from typing import Literal

import _codeyard  # type: ignore[import-not-found]
from pyodide.ffi import to_js  # type: ignore[import-not-found]

BYTES_LIMIT = 16 * 1024 * 1024
SIDE_LIMIT = 20_000
WORDS = {"figure": "Figure", "picture": "Image"}


def show_image(
    data: bytes,
    kind: Literal["figure", "picture"],
    number: int,
    size: tuple[int, int],
    mime: str = "image/png",
) -> None:
    """Show an encoded image, `size` in CSS pixels. The same kind and number again replaces the earlier image.

    Raises ValueError when it is too large to be shown.
    """
    if len(data) > BYTES_LIMIT or max(size) > SIDE_LIMIT:
        raise ValueError(f"this {kind} is too large to be shown here; make it smaller, or save it to a file")
    about = {
        "kind": kind,
        "mime": mime,
        "width": max(1, size[0]),
        "height": max(1, size[1]),
        "label": f"{WORDS[kind]} {number}",
        "key": f"{kind}-{number}",
    }
    _codeyard.image(to_js(data), json.dumps(about))
