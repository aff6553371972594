"""Which function is called at which event: Tk's sequences, such as `<Button-1>`, `<B1-Motion>` or `<KeyPress-Up>`."""

import re
from collections.abc import Callable
from typing import Any

from turtle_window.errors import TclError
from turtle_window.keys import keysym

Handler = Callable[[Any], object]
# An event's kind and its detail: the number of a button, the name of a key, or "" for any.
Pattern = tuple[str, str]
_SEQUENCE = re.compile(
    r"<(?:(?:B|Button)(?P<held>[1-5])-)?(?P<kind>[A-Z][A-Za-z]*)(?:-(?P<detail>.+))?>", re.DOTALL
)
_KINDS = {
    "Button": "press",
    "ButtonPress": "press",
    "ButtonRelease": "release",
    "Motion": "move",
    "KeyPress": "keydown",
    "Key": "keydown",
    "KeyRelease": "keyup",
    "Configure": "configure",
}


class Event:
    """What a handler gets. `x` and `y` count from the top left corner of the window."""

    def __init__(self, kind: str, widget: object, **about: Any) -> None:
        self.type = kind
        self.widget = widget
        self.x = 0
        self.y = 0
        self.num: Any = "??"
        self.keysym = "??"
        self.char = ""
        self.__dict__.update(about)


def pattern(sequence: str) -> Pattern | None:
    """What a sequence means; None for events that never happen here. Raises TclError for a key that does not exist."""
    if len(sequence) == 1:
        return "keydown", keysym(sequence)
    match = _SEQUENCE.fullmatch(sequence)
    if match is None:
        if not sequence.startswith("<"):
            raise TclError(f'bad event type or keysym "{sequence}"')
        return None
    kind = _KINDS.get(match["kind"])
    detail = match["detail"] or ""
    if kind is None:
        return _short(match["kind"], detail)
    if kind in ("keydown", "keyup"):
        return kind, keysym(detail) if detail else ""
    if kind == "move":
        return ("drag", match["held"]) if match["held"] else (kind, "")
    return kind, match["held"] or detail


def _short(word: str, detail: str) -> Pattern | None:
    """`<Up>` and `<Return>` are short for key presses."""
    try:
        return ("keydown", keysym(word)) if not detail else None
    except TclError:
        return None


class Bindings:
    """Handlers by pattern, as one widget or item has them."""

    def __init__(self) -> None:
        self.handlers: dict[Pattern, list[Handler]] = {}

    def bind(self, sequence: str, handler: Handler, *, add: bool) -> None:
        """Call `handler` at these events, beside earlier handlers or in their place."""
        wanted = pattern(sequence)
        if wanted is not None:
            before = self.handlers.get(wanted, []) if add else []
            self.handlers[wanted] = [*before, handler]

    def unbind(self, sequence: str) -> None:
        """Call nothing at these events."""
        wanted = pattern(sequence)
        if wanted is not None:
            self.handlers.pop(wanted, None)

    def find(self, kind: str, detail: str) -> list[Handler]:
        """Who is to be called: the most exact pattern counts."""
        return self.handlers.get((kind, detail)) or self.handlers.get((kind, "")) or []

    def listens_to(self, *kinds: str) -> bool:
        """Whether anybody waits for events of these kinds."""
        return any(kind in kinds for kind, _ in self.handlers)

    def keys(self) -> set[str]:
        """The names of the keys that somebody waits for; "" for all keys."""
        return {detail for kind, detail in self.handlers if kind in ("keydown", "keyup")}
