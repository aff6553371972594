"""Tk's canvas: turtle.py draws everything as items on it."""

from __future__ import annotations

from math import ceil, floor
from typing import Any

from turtle_window import colours, postscript
from turtle_window.bindings import Bindings, Event
from turtle_window.drawing import Drawing
from turtle_window.items import Box, Item, numbers
from turtle_window.widgets import Frame, Misc, loop

_COLOUR_OPTIONS = ("fill", "outline")
_SHORT = {"background": "bg"}
# As in turtle/operations.js, on the page.
LARGEST_VIEW = 8_192
MOST_KEYS = 200


class Canvas(Misc):
    """A picture in the console. Coordinates are in pixels, y grows downwards, as everywhere in Tk."""

    def __init__(self, master: Any = None, cnf: object = None, **options: Any) -> None:
        super().__init__(master, cnf, **{_SHORT.get(name, name): value for name, value in options.items()})
        self.options.setdefault("width", 378)
        self.options.setdefault("height", 265)
        self.options.setdefault("bg", "white")
        self.drawing = Drawing()
        self.tags: dict[int, Bindings] = {}
        self.origin = [0.0, 0.0]
        self.region: Box = (0.0, 0.0, 0.0, 0.0)
        self.fills_window = False
        self.held: int | None = None  # the item on which a button was pressed
        loop.pictures[self.drawing.number] = self
        self.tell_window()
        self._tell_background()

    # Size and place

    def winfo_width(self) -> int:
        """The width of what can be seen."""
        return super().winfo_width() if self.fills_window else max(1, int(float(self.options["width"])))

    def winfo_height(self) -> int:
        """The height of what can be seen."""
        return super().winfo_height() if self.fills_window else max(1, int(float(self.options["height"])))

    def grid(self, *args: Any, **options: Any) -> None:
        """Inside another widget's grid, it takes the size of the window."""
        if isinstance(options.get("in_"), Frame):
            self.fills_window = True
            self.tell_window()

    def canvasx(self, screenx: float, gridspacing: object = None) -> float:
        """From the window's coordinates to the canvas's."""
        return screenx + self.origin[0]

    def canvasy(self, screeny: float, gridspacing: object = None) -> float:
        """From the window's coordinates to the canvas's."""
        return screeny + self.origin[1]

    def xview_moveto(self, fraction: float) -> None:
        """Show from this part of the scroll region's width on."""
        self.origin[0] = self.region[0] + fraction * (self.region[2] - self.region[0])
        self._confine()

    def yview_moveto(self, fraction: float) -> None:
        """Show from this part of the scroll region's height on."""
        self.origin[1] = self.region[1] + fraction * (self.region[3] - self.region[1])
        self._confine()

    def xview(self, *args: Any) -> None:
        """A scroll bar's command."""

    yview = xview

    def configure(self, cnf: dict[str, Any] | None = None, **options: Any) -> None:
        """Set options. Raises TclError for a colour that does not exist."""
        given = {_SHORT.get(name, name): value for name, value in {**(cnf or {}), **options}.items()}
        given = {name: value for name, value in given.items() if value is not None}
        if "bg" in given:
            self.winfo_rgb(given["bg"])
        super().configure(given)
        if "bg" in given:
            self._tell_background()
        if "scrollregion" in given:
            left, top, right, bottom = numbers((given["scrollregion"],))
            (left, right), (top, bottom) = _bounded(left, right), _bounded(top, bottom)
            self.region = (left, top, right, bottom)
            self._confine()
        if "width" in given or "height" in given:
            self.tell_window()

    def _confine(self) -> None:
        """The window shows as much of the scroll region as fits (Tk's `confine`), and a small one in its middle."""
        for axis, size in enumerate((self.winfo_width(), self.winfo_height())):
            start, end = self.region[axis], self.region[axis + 2]
            if end - start <= size:
                self.origin[axis] = (start + end - size) / 2
            else:
                self.origin[axis] = min(max(self.origin[axis], start), end - size)
        self.tell_window()

    def tell_window(self) -> None:
        """The page gets the size of the window, what it shows at first, and how far it can be scrolled."""
        width, height = self.winfo_width(), self.winfo_height()
        left, top = self.origin
        right, bottom = max(left + width, self.region[2]), max(top + height, self.region[3])
        shown = [min(left, self.region[0]), min(top, self.region[1])]
        if self.region[2] - self.region[0] <= width:
            shown[0], right = left, left + width
        if self.region[3] - self.region[1] <= height:
            shown[1], bottom = top, top + height
        extent = [*shown, right - shown[0], bottom - shown[1]]
        self.drawing.set(["window", width, height, self._root().words[:200], *(round(n, 2) for n in extent)])
        self.drawing.set(["origin", *(round(value, 2) for value in self.origin)])

    def _tell_background(self) -> None:
        self.drawing.set(["background", colours.hexadecimal(str(self.options["bg"])) or "#ffffff"])

    # Items

    def create_line(self, *coords: Any, **options: Any) -> int:
        """A line through points."""
        return self._create("line", coords, options)

    def create_polygon(self, *coords: Any, **options: Any) -> int:
        """A closed shape."""
        return self._create("polygon", coords, options)

    def create_text(self, *coords: Any, **options: Any) -> int:
        """Text at a point."""
        return self._create("text", coords, options)

    def create_image(self, *coords: Any, **options: Any) -> int:
        """An image at a point."""
        return self._create("image", coords, options)

    def create_rectangle(self, *coords: Any, **options: Any) -> int:
        """An upright rectangle by two corners."""
        left, top, right, bottom = numbers(coords)
        options = {"fill": "", "outline": "black", **options}
        return self._create("polygon", (left, top, right, top, right, bottom, left, bottom), options)

    def _create(self, kind: str, coords: tuple[Any, ...], options: dict[str, Any]) -> int:
        item = Item(kind, numbers(coords), {})
        number = self.drawing.add(item)
        self.itemconfigure(number, **options)
        return number

    def coords(self, item: int, *coords: Any) -> list[float]:
        """Get an item's coordinates, or set them."""
        known = self.drawing.items.get(item)
        if known is None:
            return []
        if coords:
            known.coords = numbers(coords)
            self.drawing.changed.add(item)
            return []
        return list(known.coords)

    def itemconfigure(self, item: int, cnf: dict[str, Any] | None = None, **options: Any) -> None:
        """Set options of an item. Raises TclError for a colour that does not exist."""
        known = self.drawing.items.get(item)
        if known is None:
            return
        for name, value in (options if cnf is None else {**cnf, **options}).items():
            if value is None or known.options.get(name) == value:
                continue
            if name in _COLOUR_OPTIONS and value:
                self.winfo_rgb(value)
            known.options[name] = float(value) if name == "width" else value
            self.drawing.changed.add(item)

    itemconfig = itemconfigure

    def itemcget(self, item: int, option: str) -> Any:
        """The value of an item's option."""
        known = self.drawing.items.get(item)
        return known.options.get(option, "") if known else ""

    def type(self, item: int) -> str | None:
        """`line`, `polygon`, `text` or `image`."""
        known = self.drawing.items.get(item)
        return known.kind if known else None

    def delete(self, *items: Any) -> None:
        """Take items away, or "all"."""
        for item in items:
            if item == "all":
                self.drawing.clear()
                self.tags.clear()
            elif item in self.drawing.items:
                self.drawing.delete(item)
                self.tags.pop(item, None)

    def move(self, item: int, dx: float, dy: float) -> None:
        """Shift an item."""
        known = self.drawing.items.get(item)
        if known is not None:
            self.coords(item, [value + (dx, dy)[at % 2] for at, value in enumerate(known.coords)])

    def find_all(self) -> tuple[int, ...]:
        """All items, the lowest first."""
        return tuple(self.drawing.items)

    def bbox(self, *items: int) -> Box | None:
        """The smallest rectangle around items: left, top, right, bottom, in whole pixels."""
        boxes = [known.box() for item in items if (known := self.drawing.items.get(item)) and known.coords]
        if not boxes:
            return None
        lefts, tops, rights, bottoms = zip(*boxes, strict=True)
        return floor(min(lefts)), floor(min(tops)), ceil(max(rights)), ceil(max(bottoms))

    def tag_raise(self, item: int, above: object = None) -> None:
        """Put an item on top."""
        if item in self.drawing.items:
            self.drawing.raise_item(item)

    lift = tkraise = tag_raise

    def tag_lower(self, item: int, below: object = None) -> None:
        """Put an item below all others."""
        if item in self.drawing.items:
            self.drawing.lower_item(item)

    lower = tag_lower

    def postscript(self, **options: Any) -> str | None:
        """The picture as Encapsulated PostScript: into `file`, or as the answer."""
        left, top = self.origin
        size = (
            float(options.get("width", self.winfo_width())),
            float(options.get("height", self.winfo_height())),
        )
        corner = (float(options.get("x", left)), float(options.get("y", top)))
        return postscript.export(self.drawing.items.values(), corner, size, options.get("file"))

    # Events

    def tag_bind(self, item: int, sequence: str | None = None, func: Any = None, add: object = None) -> str:
        """Call `func(event)` when something happens on an item."""
        if sequence and func is not None:
            self.tags.setdefault(item, Bindings()).bind(sequence, func, add=add in (True, "+"))
            self.tell_wants()
        return ""

    def tag_unbind(self, item: int, sequence: str, funcid: object = None) -> None:
        """Call nothing when that happens on the item."""
        if item in self.tags:
            self.tags[item].unbind(sequence)
            self.tell_wants()

    def focus_force(self, *args: Any, **options: Any) -> None:
        """Take the keyboard: turtle's `listen`."""
        self.drawing.set(["focus"])

    focus_set = focus = focus_force

    def tell_wants(self) -> None:
        """The page learns which events the program waits for, and sends no others."""
        self.drawing.set(["wants", *self._wants()])

    def listens(self) -> bool:
        """Whether any key or any use of the pointer would call a function."""
        return any(self._wants())

    def _wants(self) -> tuple[list[str], bool, bool, bool]:
        """The keys; whether the pointer matters; whether dragging and moving it do."""
        all_bindings = [self.bindings, self._root().bindings, *self.tags.values()]
        keys = sorted(set().union(*(one.keys() for one in all_bindings)))[:MOST_KEYS]
        pointer = any(one.listens_to("press", "release", "drag", "move") for one in all_bindings)
        drags = any(one.listens_to("drag") for one in all_bindings)
        moves = any(one.listens_to("move") for one in all_bindings)
        return keys, pointer, drags, moves

    def receive(self, event: dict[str, Any]) -> None:
        """Something happened on the page."""
        kind = event["kind"]
        if kind in ("keydown", "keyup"):
            key = str(event["key"])
            self._call([self.bindings, self._root().bindings], kind, key, keysym=key)
            return
        x, y = round(event["x"] - self.origin[0]), round(event["y"] - self.origin[1])
        button = str(event["button"])
        if kind == "press" or self.held is None:
            self.held = self._item_at(event["x"], event["y"])
        widgets = [self.tags[self.held]] if self.held in self.tags else []
        widgets += [self.bindings, self._root().bindings]
        if kind == "move" and event["button"]:
            self._call(widgets, "drag", button, x=x, y=y, num=int(button))
        self._call(widgets, kind, button, x=x, y=y, num=int(button))
        if kind != "press" and not (kind == "move" and event["button"]):
            self.held = None

    def _call(self, widgets: list[Bindings], kind: str, detail: str, **about: Any) -> None:
        handlers = [handler for bindings in widgets for handler in bindings.find(kind, detail)]
        for handler in handlers:
            loop.guarded(lambda handler=handler: handler(Event(kind, self, **about)))  # type: ignore[misc]

    def _item_at(self, x: float, y: float) -> int | None:
        """The topmost item there; looked for only when an item listens."""
        if not self.tags:
            return None
        lying = ((number, item) for number, item in reversed(self.drawing.items.items()))
        return next((number for number, item in lying if item.is_at(x, y)), None)

    def close(self) -> None:
        """No event will be heard any more."""
        self.drawing.set(["wants", [], False, False, False])
        self.drawing.show()


def _bounded(start: float, end: float) -> tuple[float, float]:
    """The middle of a scroll region that is larger than the page can show."""
    surplus = max(0.0, end - start - LARGEST_VIEW) / 2
    return start + surplus, end - surplus
