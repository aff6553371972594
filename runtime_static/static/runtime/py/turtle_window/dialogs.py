"""tkinter.simpledialog: a question over the picture. Wrong answers are asked for again, with the reason."""

from collections.abc import Callable
from typing import Any

from turtle_window import page
from turtle_window.canvas import Canvas
from turtle_window.widgets import Misc, loop

TEXT_LIMIT = 500


def askstring(title: str, prompt: str, **options: Any) -> str | None:
    """A line of text, or None when the question was cancelled."""
    return _ask(title, prompt, options, str, "")


def askinteger(title: str, prompt: str, **options: Any) -> int | None:
    """A whole number, or None when the question was cancelled."""
    return _ask(title, prompt, options, int, "That is not a whole number.")


def askfloat(title: str, prompt: str, **options: Any) -> float | None:
    """A number, or None when the question was cancelled."""
    return _ask(title, prompt, options, float, "That is not a number.")


def _ask(title: str, prompt: str, options: dict[str, Any], convert: Callable[[str], Any], wrong: str) -> Any:
    initial = options.get("initialvalue")
    text = "" if initial is None else str(initial)
    note = ""
    while True:
        canvas = _canvas(options.get("parent"))
        words = (str(title), str(prompt), text, note)
        canvas.drawing.set(["ask", *(word[:TEXT_LIMIT] for word in words)])
        loop.show()
        answer = page.ask()
        if answer is None:
            return None
        text = answer
        try:
            value = convert(answer)
        except ValueError:
            note = f"{wrong} Please try again."
            continue
        note = _outside(value, options.get("minvalue"), options.get("maxvalue"))
        if not note:
            return value


def _outside(value: Any, smallest: Any, largest: Any) -> str:
    if smallest is not None and value < smallest:
        return f"The smallest number allowed is {smallest}. Please try again."
    if largest is not None and value > largest:
        return f"The largest number allowed is {largest}. Please try again."
    return ""


def _canvas(parent: object) -> Canvas:
    """The picture over which the question appears."""
    inner = getattr(parent, "_canvas", parent)
    if isinstance(inner, Canvas):
        return inner
    return next(reversed(loop.pictures.values()), None) or Canvas(
        parent if isinstance(parent, Misc) else None
    )
