"""One picture on the page: collects what changed since the last look, and sends it in a few operations.

The operations are those of `runtime/drawing-operations.js`. An item is sent whole when anything about it changed, so it
does not matter how often it changed in between.
"""

import itertools
import math
import sys
import time
from typing import Any

from turtle_window import colours, fonts, page
from turtle_window.images import PhotoImage
from turtle_window.items import Item

# As in drawing-operations.js; what is beyond would be dropped there without a word.
ITEM_LIMIT = 50_000
POINT_LIMIT = 1_000_000
ITEM_POINTS = 20_000
TEXT_LIMIT = 5_000
IMAGE_LIMIT = 200
WIDEST = 4_096  # pixels
FARTHEST = 1e6  # pixels
BATCH_POINTS = 20_000
INTERVAL = 0.016  # seconds
BURST = 4  # so many looks may follow each other at once
TOO_MUCH = (
    f"The picture has {ITEM_LIMIT:,} pieces or {POINT_LIMIT:,} points: more cannot be shown here. "
    "What the turtle draws from now on stays invisible. clear() makes room.\n"
)
TOO_MANY_IMAGES = f"More than {IMAGE_LIMIT} image files cannot be shown in one picture.\n"
Operation = list[Any]
_numbers = itertools.count(1)


class Drawing:
    """The items of one canvas, lowest first, and what the page does not know about them yet."""

    def __init__(self) -> None:
        self.number = next(_numbers)
        self.items: dict[int, Item] = {}
        self.next_item = 1
        self.changed: set[int] = set()
        self.raised: dict[int, None] = {}
        self.lowered: dict[int, None] = {}
        self.deleted: list[int] = []
        self.sent: dict[int, int] = {}  # item to its number of coordinates
        self.sent_points = 0
        self.sent_images: set[int] = set()
        self.settings: dict[str, Operation] = {}
        self.was_cleared = False
        self.complained: set[str] = set()
        self.tokens = float(BURST)
        self.last = time.monotonic()

    def add(self, item: Item) -> int:
        """Put an item on top; gives its number."""
        number = self.next_item
        self.next_item += 1
        self.items[number] = item
        self.changed.add(number)
        self.raised[number] = None
        return number

    def raise_item(self, number: int) -> None:
        """Put it on top of all others."""
        self.items[number] = self.items.pop(number)
        self.raised.pop(number, None)
        self.lowered.pop(number, None)
        self.raised[number] = None

    def lower_item(self, number: int) -> None:
        """Put it below all others."""
        self.items = {number: self.items.pop(number)} | self.items
        self.raised.pop(number, None)
        self.lowered.pop(number, None)
        self.lowered[number] = None

    def delete(self, number: int) -> None:
        """Take it away."""
        del self.items[number]
        self.changed.discard(number)
        self.raised.pop(number, None)
        self.lowered.pop(number, None)
        if number in self.sent:
            self._forget(number)
            self.deleted.append(number)

    def clear(self) -> None:
        """Take everything away."""
        for pending in (self.items, self.changed, self.raised, self.lowered, self.deleted, self.sent):
            pending.clear()
        self.sent_points = 0
        self.was_cleared = True

    def set(self, operation: Operation) -> None:
        """Something about the whole picture; only the last one of its kind counts."""
        self.settings[operation[0]] = operation

    def show_soon(self) -> None:
        """Send what waits, unless that was done a moment ago."""
        now = time.monotonic()
        self.tokens = min(float(BURST), self.tokens + (now - self.last) / INTERVAL)
        self.last = now
        if self.tokens >= 1:
            self.show()

    def show(self) -> None:
        """Send all that waits."""
        operations = self._settings()
        if operations or self.changed or self.raised or self.lowered or self.deleted or self.was_cleared:
            self.tokens = max(0.0, self.tokens - 1)
            self._send(operations)

    def _settings(self) -> list[Operation]:
        operations = list(self.settings.values())
        self.settings = {}
        return operations

    def _send(self, operations: list[Operation]) -> None:
        if self.was_cleared:
            operations.insert(0, ["clear"])
            self.was_cleared = False
        operations += [["delete", number] for number in self.deleted]
        self.deleted = []
        points = 0
        for operation in self._item_operations():
            operations.append(operation)
            points += _weight(operation)
            if points > BATCH_POINTS:
                page.draw(self.number, operations)
                operations, points = [], 0
        if operations:
            page.draw(self.number, operations)

    def _item_operations(self) -> list[Operation]:
        """What changed, such that the page's order comes out right: new items go on top as they arrive."""
        raised, self.raised = self.raised, {}
        lowered, self.lowered = self.lowered, {}
        changed, self.changed = self.changed, set()
        operations: list[Operation] = []
        for number in [*(other for other in changed if other not in raised), *raised]:
            if number in raised and number in self.sent:
                operations.append(["top", number])
            if number in changed:
                operations += self._as_operation(number)
        operations += [["bottom", number] for number in lowered if number in self.sent]
        return operations

    def _as_operation(self, number: int) -> list[Operation]:
        item = self.items[number]
        coords = [round(value, 2) for value in item.coords[: 2 * ITEM_POINTS]]
        if not all(map(math.isfinite, coords)) or not self._has_room(number, len(coords)):
            return []
        if coords and max(map(abs, coords)) > FARTHEST:
            coords = [min(max(value, -FARTHEST), FARTHEST) for value in coords]
        return [_OPERATIONS[item.kind](self, number, item.options, coords)]

    def _has_room(self, number: int, points: int) -> bool:
        before = self.sent.get(number)
        total = self.sent_points + points - (before or 0)
        if total > 2 * POINT_LIMIT or (before is None and len(self.sent) >= ITEM_LIMIT):
            self._complain(TOO_MUCH)
            return False
        self.sent[number] = points
        self.sent_points = total
        return True

    def _complain(self, sentence: str) -> None:
        if sentence not in self.complained:
            self.complained.add(sentence)
            sys.stderr.write(sentence)

    def _forget(self, number: int) -> None:
        self.sent_points -= self.sent.pop(number)

    def image_number(self, image: object) -> int:
        """The number by which the page knows an image; 0 for none."""
        if not isinstance(image, PhotoImage) or not image.data:
            return 0
        if image.number not in self.sent_images:
            if len(self.sent_images) >= IMAGE_LIMIT:
                self._complain(TOO_MANY_IMAGES)
                return 0
            self.sent_images.add(image.number)
            page.send_image(self.number, image.number, image.data, image.mime)
        return image.number


def _line(drawing: Drawing, number: int, options: dict[str, Any], coords: list[float]) -> Operation:
    return ["line", number, _colour(options["fill"]), _width(options), coords]


def _polygon(drawing: Drawing, number: int, options: dict[str, Any], coords: list[float]) -> Operation:
    paint = [_colour(options["fill"]), _colour(options["outline"])]
    return ["polygon", number, *paint, _width(options), coords]


def _text(drawing: Drawing, number: int, options: dict[str, Any], coords: list[float]) -> Operation:
    font = fonts.parse(options["font"])
    style = [font.family, font.generic, font.size, font.bold, font.italic, font.underline]
    text = str(options["text"])[:TEXT_LIMIT]
    return ["text", number, _colour(options["fill"]), str(options["anchor"]), style, text, coords]


def _image(drawing: Drawing, number: int, options: dict[str, Any], coords: list[float]) -> Operation:
    return ["image", number, drawing.image_number(options["image"]), coords]


_OPERATIONS = {"line": _line, "polygon": _polygon, "text": _text, "image": _image}


def _colour(name: object) -> str:
    return colours.hexadecimal(str(name)) or "" if name else ""


def _width(options: dict[str, Any]) -> float:
    return min(max(float(options["width"]), 0.0), WIDEST)


def _weight(operation: Operation) -> int:
    """How much of a portion an operation takes, about in numbers."""
    *_, text, coords = operation if operation[0] in _OPERATIONS else (*operation, "", [])
    return len(coords) + (len(text) if isinstance(text, str) else 0) + 4
