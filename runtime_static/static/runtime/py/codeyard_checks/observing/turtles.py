"""What turtles draw: lines, filled shapes and dots, noted as the program draws them. Nothing is shown.

The drawing goes into our own window (`turtle_window`) with a page behind it that nobody sees. Animation, timers and the
main loop take no time, and questions are answered by the lines of the program's input.
"""

import math
import sys
import time
from types import ModuleType
from typing import Any

from codeyard_checks.observing.streams import Streams

LINES = 20_000
DIGITS = 3
LETTER = 0.6  # width of a letter, as a share of its height, where nothing can measure it
HEIGHT = 16

Point = tuple[float, float]


class Drawing:
    """All that the turtles of a step have drawn and not wiped away."""

    def __init__(self, streams: Streams) -> None:
        self.streams = streams
        self.lines: list[tuple[int, Point, Point, str, float]] = []
        self.fills: list[tuple[int, str, list[Point]]] = []
        self.dots: list[tuple[int, Point, str]] = []
        self.turtles: list[Any] = []

    def prepare(self) -> None:
        """Put a page that nobody sees behind the window, before the window is imported."""
        page = ModuleType("turtle_window.page")
        page.__dict__.update(
            draw=_nothing,
            send_image=_nothing,
            next_event=_nothing,
            before_waiting=_nothing,
            sleep=lambda milliseconds: time.sleep(milliseconds / 1000),
            ask=self.ask,
            measure=lambda font, text: (LETTER * HEIGHT * len(text), HEIGHT * 0.8, HEIGHT * 0.2),
        )
        sys.modules["turtle_window.page"] = page

    def ask(self) -> str | None:
        """The next line of input; None, as when a question is cancelled, when there is none."""
        line = self.streams.stdin.readline()
        if not line:
            self.streams.transcript.missing_input = True
            return None
        return line.removesuffix("\n")

    def watch(self, turtle: Any) -> None:
        """Note what the turtles of the module do."""
        kind, screen = getattr(turtle, "RawTurtle", None), getattr(turtle, "TurtleScreen", None)
        if kind is None or screen is None:
            return  # a file of the student's by that name
        _wrap(kind, "_goto", self._goto)
        _wrap(kind, "_rotate", self._rotate)
        _wrap(kind, "_clear", self._clear)
        _wrap(kind, "_undogoto", self._undo)
        _wrap(kind, "end_fill", self._end_fill)
        _wrap(kind, "dot", self._dot)
        _wrap(screen, "clear", self._clear_screen)
        screen.clearscreen = screen.clear
        loop = sys.modules.get("turtle_window.loop")
        if loop is not None:
            loop.EventLoop.run = _nothing  # type: ignore[attr-defined]
            sys.modules["turtle_window.widgets"].loop.report = _complain  # type: ignore[attr-defined]

    def data(self) -> dict[str, Any]:
        """`lines` as [turtle, x, y, x, y, colour, width], `fills` as [turtle, colour, points], `dots`."""
        return {
            "lines": [
                [who, *_rounded(a), *_rounded(b), colour, width] for who, a, b, colour, width in self.lines
            ],
            "fills": [
                [who, colour, [_rounded(point) for point in points]] for who, colour, points in self.fills
            ],
            "dots": [[who, *_rounded(point), colour] for who, point, colour in self.dots],
        }

    def number(self, turtle: Any) -> int:
        """1 for the first turtle that drew, and so on."""
        for position, one in enumerate(self.turtles, start=1):
            if one is turtle:
                return position
        self.turtles.append(turtle)
        return len(self.turtles)

    def _goto(self, original: Any, turtle: Any, end: Any) -> None:
        start = turtle._position
        _without_animation(original, turtle, end)
        if turtle._drawing and tuple(start) != tuple(end) and len(self.lines) < LINES:
            colour, width = _colour(turtle._pencolor), float(turtle._pensize)
            self.lines.append((self.number(turtle), tuple(start), tuple(end), colour, width))  # type: ignore[arg-type]

    def _rotate(self, original: Any, turtle: Any, angle: float) -> None:
        _without_animation(original, turtle, angle)

    def _clear(self, original: Any, turtle: Any) -> None:
        original(turtle)
        number = self.number(turtle)
        everything: list[list[Any]] = [self.lines, self.fills, self.dots]
        for kept in everything:
            kept[:] = [one for one in kept if one[0] != number]

    def _undo(self, original: Any, turtle: Any, entry: Any) -> None:
        _without_animation(original, turtle, entry)
        number = self.number(turtle)
        last = next((at for at in reversed(range(len(self.lines))) if self.lines[at][0] == number), None)
        if last is not None and self.lines[last][2] == tuple(entry[1]):
            del self.lines[last]

    def _end_fill(self, original: Any, turtle: Any) -> None:
        path = [tuple(point) for point in turtle._fillpath or ()]
        colour = _colour(turtle._fillcolor)
        original(turtle)
        if len(path) > 2 and len(self.fills) < LINES:
            self.fills.append((self.number(turtle), colour, path))  # type: ignore[arg-type]

    def _dot(self, original: Any, turtle: Any, *arguments: Any, **options: Any) -> None:
        original(turtle, *arguments, **options)
        colours = [one for one in arguments[1:] if isinstance(one, str)]
        if len(self.dots) < LINES:
            colour = _colour(colours[0] if colours else turtle._pencolor)
            self.dots.append((self.number(turtle), tuple(turtle._position), colour))  # type: ignore[arg-type]

    def _clear_screen(self, original: Any, screen: Any) -> None:
        original(screen)
        for kept in (self.lines, self.fills, self.dots):
            kept.clear()  # type: ignore[attr-defined]


def forget() -> None:
    """Forget turtle and its window, so that the next step finds an empty one."""
    for name in list(sys.modules):
        if name in ("turtle", "_cpython_turtle") or name.partition(".")[0] == "turtle_window":
            del sys.modules[name]


def _wrap(kind: Any, name: str, around: Any) -> None:
    original = getattr(kind, name)

    def method(self: Any, *arguments: Any, **options: Any) -> Any:
        return around(original, self, *arguments, **options)

    method.__name__, method.__doc__ = name, original.__doc__
    setattr(kind, name, method)


def _without_animation(original: Any, turtle: Any, argument: Any) -> None:
    speed, turtle._speed = turtle._speed, 0
    try:
        original(turtle, argument)
    finally:
        turtle._speed = speed


def _nothing(*arguments: Any) -> None:
    """What the page would do."""


def _complain(error: Exception) -> None:
    sys.stderr.write(f"{type(error).__name__}: {error}\n")


def _colour(value: Any) -> str:
    colours = sys.modules.get("turtle_window.colours")
    found = colours.hexadecimal(str(value)) if colours is not None else None  # type: ignore[attr-defined]
    return str(found or value)[:50]


def _rounded(point: Any) -> list[float]:
    numbers = [float(one) for one in point]
    return [round(one, DIGITS) + 0.0 if math.isfinite(one) else 0.0 for one in numbers]
