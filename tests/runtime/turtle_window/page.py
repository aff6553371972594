"""What stands for the page: it keeps what turtle sends, and says what a person did."""

import json
from types import ModuleType
from typing import Any


class Page(ModuleType):
    """The module `_codeyard`: keeps what the page gets, and says what a person did."""

    def __init__(self) -> None:
        super().__init__("_codeyard")
        self.operations: list[list[Any]] = []
        self.images: list[tuple[int, str]] = []
        self.events: list[dict[str, Any]] = []
        self.answers: list[str | None] = []
        self.paused = 0.0
        self.portions = 0

    def draw(self, drawing: int, operations: str) -> None:
        self.operations += json.loads(operations)
        self.portions += 1

    def drawing_image(self, drawing: int, image: int, data: bytes, mime: str) -> None:
        self.images.append((image, mime))

    def next_event(self, milliseconds: float) -> str:
        if self.events:
            return json.dumps({"drawing": 1, "key": "", "x": 0, "y": 0, "button": 0} | self.events.pop(0))
        assert milliseconds < 10_000, "the program waits for events that will not come"
        return ""

    def pause(self, milliseconds: float) -> None:
        self.paused += milliseconds

    def ask(self) -> str:
        return json.dumps(self.answers.pop(0))

    def measure_text(self, font: str, text: str) -> str:
        return json.dumps([10 * len(text), 9, 3])

    def before_waiting(self, show: Any) -> None:
        self.show = show

    # What the page would show

    @property
    def items(self) -> dict[int, list[Any]]:
        """The last state of every item, in the order in which they are painted."""
        self.show()
        items: dict[int, list[Any]] = {}
        for name, *rest in self.operations:
            if name in ("line", "polygon", "text", "image"):
                items[rest[0]] = [name, *rest[1:]]
            elif name == "top":
                items[rest[0]] = items.pop(rest[0])
            elif name == "bottom":
                items = {rest[0]: items.pop(rest[0])} | items
            elif name == "delete":
                items.pop(rest[0])
            elif name == "clear":
                items.clear()
        return items

    def last(self, name: str) -> list[Any]:
        self.show()
        return next(rest for found, *rest in reversed(self.operations) if found == name)


def visible(window: Page, kind: str) -> list[list[Any]]:
    return [
        item
        for item in window.items.values()
        if item[0] == kind and (item[1] or (kind == "polygon" and item[2]))
    ]
