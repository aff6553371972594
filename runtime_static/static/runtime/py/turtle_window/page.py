"""The line to the page: operations on pictures out, events in. JSON texts both ways; the page believes none of it."""

import json
from typing import Any

import _codeyard  # type: ignore[import-not-found]
from pyodide.ffi import to_js  # type: ignore[import-not-found]


def draw(picture: int, operations: list[list[Any]]) -> None:
    """Send operations; waits while the page has too much unread. Raises KeyboardInterrupt after Stop."""
    _codeyard.draw(picture, json.dumps(operations, separators=(",", ":"), allow_nan=False))


def send_image(picture: int, number: int, data: bytes, mime: str) -> None:
    """Send the file of an image, once, under the number by which operations name it."""
    _codeyard.drawing_image(picture, number, to_js(data), mime)


def next_event(milliseconds: float) -> dict[str, Any] | None:
    """The oldest event; waits for one at most this long. Raises KeyboardInterrupt after Stop."""
    text = _codeyard.next_event(milliseconds)
    if not text:
        return None
    event: dict[str, Any] = json.loads(text)
    return event


def sleep(milliseconds: float) -> None:
    """Do nothing for this long. Raises KeyboardInterrupt after Stop."""
    _codeyard.pause(milliseconds)


def ask() -> str | None:
    """Wait for what is typed into the dialog that was drawn last; None when it was cancelled."""
    answer: str | None = json.loads(_codeyard.ask())
    return answer


def measure(font: str, text: str) -> tuple[float, float, float]:
    """Width of one line of text, and how far the font goes above and below the baseline, in pixels."""
    width, above, below = json.loads(_codeyard.measure_text(font, text))
    return width, above, below


def before_waiting(show: Any) -> None:
    """Have `show()` called whenever the program is about to wait, and at its end."""
    _codeyard.before_waiting(show)
