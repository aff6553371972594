"""What lies on a canvas, in the order in which it is drawn, and where it lies."""

import math
from collections.abc import Iterator
from typing import Any

from turtle_window import fonts, page
from turtle_window.errors import TclError
from turtle_window.images import PhotoImage

DEFAULTS: dict[str, dict[str, Any]] = {
    "line": {"fill": "black", "width": 1.0},
    "polygon": {"fill": "black", "outline": "", "width": 1.0},
    "text": {"fill": "black", "text": "", "anchor": "center", "font": "", "justify": "left"},
    "image": {"image": "", "anchor": "center"},
}
# Which point of its box an item's coordinates name: how far from the left and from the top.
ANCHORS = {
    "nw": (0, 0),
    "n": (0.5, 0),
    "ne": (1, 0),
    "w": (0, 0.5),
    "center": (0.5, 0.5),
    "e": (1, 0.5),
    "sw": (0, 1),
    "s": (0.5, 1),
    "se": (1, 1),
}
HIT_MARGIN = 1.0  # pixels; Tk's closeenough
Box = tuple[float, float, float, float]


class Item:
    """One item: its kind, its coordinates (x and y in turn), and its options as they were given."""

    __slots__ = ("coords", "kind", "options")

    def __init__(self, kind: str, coords: list[float], options: dict[str, Any]) -> None:
        self.kind = kind
        self.coords = coords
        self.options = {**DEFAULTS[kind], **options}

    def points(self) -> Iterator[tuple[float, float]]:
        """Its coordinates in pairs."""
        numbers = iter(self.coords)
        return zip(numbers, numbers, strict=False)

    def box(self) -> Box:
        """The smallest upright rectangle around it: left, top, right, bottom."""
        if self.kind == "text":
            return self._text_box()
        if self.kind == "image":
            return self._image_box()
        margin = float(self.options["width"]) / 2
        xs, ys = self.coords[::2], self.coords[1::2]
        return min(xs) - margin, min(ys) - margin, max(xs) + margin, max(ys) + margin

    def _text_box(self) -> Box:
        font = fonts.parse(self.options["font"])
        lines = str(self.options["text"]).split("\n")
        measured = [page.measure(font.css, line) for line in lines]
        width = max(width for width, _, _ in measured)
        _, above, below = measured[0]
        left, top, right, bottom = self._anchored(math.ceil(width), math.ceil((above + below) * len(lines)))
        return left - 1, top, right + 1, bottom  # room for Tk's text cursor

    def _image_box(self) -> Box:
        image = self.options["image"]
        width, height = image.size if isinstance(image, PhotoImage) else (0, 0)
        return self._anchored(width, height)

    def _anchored(self, width: float, height: float) -> Box:
        right_of, below = ANCHORS.get(str(self.options["anchor"]), ANCHORS["center"])
        x, y = self.coords[:2]
        left, top = x - width * right_of, y - height * below
        return left, top, left + width, top + height

    def is_at(self, x: float, y: float) -> bool:
        """Whether a click there meets it. Tk counts the inside of an unfilled polygon as well."""
        if not self.coords:
            return False
        left, top, right, bottom = self.box()
        if not (
            left - HIT_MARGIN <= x <= right + HIT_MARGIN and top - HIT_MARGIN <= y <= bottom + HIT_MARGIN
        ):
            return False
        if self.kind == "polygon":
            return self._is_inside(x, y) or self._is_near_edge(x, y)
        return self.kind != "line" or (bool(self.options["fill"]) and self._is_near_edge(x, y))

    def _is_inside(self, x: float, y: float) -> bool:
        """Even-odd rule: how often a ray to the right crosses the border."""
        corners = list(self.points())
        inside = False
        for (x1, y1), (x2, y2) in zip(corners, corners[1:] + corners[:1], strict=True):
            if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
                inside = not inside
        return inside

    def _is_near_edge(self, x: float, y: float) -> bool:
        reach = float(self.options["width"]) / 2 + HIT_MARGIN
        corners = list(self.points())
        ends = corners[1:] + corners[:1] if self.kind == "polygon" else corners[1:]
        return any(distance((x, y), start, end) <= reach for start, end in zip(corners, ends, strict=False))


def distance(point: tuple[float, float], start: tuple[float, float], end: tuple[float, float]) -> float:
    """From a point to a straight line between two others."""
    (x, y), (x1, y1), (x2, y2) = point, start, end
    length = (x2 - x1) ** 2 + (y2 - y1) ** 2
    along = 0.0 if length == 0 else ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length
    along = min(1.0, max(0.0, along))
    return math.hypot(x - x1 - along * (x2 - x1), y - y1 - along * (y2 - y1))


def numbers(values: tuple[Any, ...]) -> list[float]:
    """Coordinates as Tk takes them: one by one, or as a sequence, of numbers or of pairs. Raises TclError."""
    flat: list[float] = []
    for value in values:
        if isinstance(value, tuple | list):
            flat += numbers(tuple(value))
            continue
        try:
            flat.append(float(value))
        except (TypeError, ValueError):
            raise TclError(f'expected floating-point number but got "{value}"') from None
    return flat
