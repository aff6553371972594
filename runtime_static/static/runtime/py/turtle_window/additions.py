"""What turtle learnt after the version that this server's Python brings: 3.12's `teleport`, 3.14's context managers and
`save`, PNG shapes. Written after the documentation (docs.python.org/3.14/library/turtle.html); what is there stays.
"""

import functools
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

PICTURES = (".gif", ".png")


def teleport(self: Any, x: float | None = None, y: float | None = None, *, fill_gap: bool = False) -> None:
    """Move the turtle without drawing a line; a coordinate that is not given stays.

    A shape that is being filled is closed first and begun again afterwards, unless `fill_gap` is true.
    """
    old_x, old_y = self.position()
    is_down, closes = self.isdown(), self.filling() and not fill_gap
    if is_down:
        self.pen(pendown=False)
    if closes:
        self.end_fill()
    self._position = type(self._position)(old_x if x is None else x, old_y if y is None else y)
    self.pen(pendown=is_down)
    if closes:
        self.begin_fill()


@contextmanager
def fill(self: Any) -> Iterator[None]:
    """Fill what is drawn inside the `with` block."""
    self.begin_fill()
    try:
        yield
    finally:
        self.end_fill()


@contextmanager
def poly(self: Any) -> Iterator[None]:
    """Record the corners of what is drawn inside the `with` block, for `get_poly`."""
    self.begin_poly()
    try:
        yield
    finally:
        self.end_poly()


@contextmanager
def no_animation(self: Any) -> Iterator[None]:
    """Draw without animation inside the `with` block."""
    tracer = self.tracer()
    self.tracer(0)
    try:
        yield
    finally:
        self.tracer(tracer)


def save(self: Any, filename: str, *, overwrite: bool = False) -> None:
    """Save the drawing as a PostScript file, which ends in .ps or .eps.

    Raises ValueError for another ending, and FileExistsError unless `overwrite` is true.
    """
    path = Path(filename)
    if path.suffix not in (".ps", ".eps"):
        raise ValueError(f"Unknown file extension: {path.suffix!r}, must be one of {{'.ps', '.eps'}}")
    if path.exists() and not overwrite:
        raise FileExistsError(f"The file '{filename}' already exists. To overwrite it use overwrite=True.")
    self.cv.postscript(file=str(path))


def extend(namespace: dict[str, Any]) -> None:
    """Bring the module turtle, given as its names, to the state of Python 3.14."""
    turtle, screen = namespace["RawTurtle"], namespace["TurtleScreen"]
    additions: list[tuple[type, Callable[..., Any], str]] = [
        (turtle, teleport, "getturtle"),
        (turtle, fill, "getturtle"),
        (turtle, poly, "getturtle"),
        (screen, no_animation, "Screen"),
        (screen, save, "Screen"),
    ]
    for owner, method, default in additions:
        if not hasattr(owner, method.__name__):
            setattr(owner, method.__name__, method)
            namespace[method.__name__] = _as_function(method, namespace[default])
            namespace["__all__"].append(method.__name__)
    _take_away(namespace, "settiltangle")
    _register_pictures(namespace)


def _as_function(method: Callable[..., Any], default: Callable[[], Any]) -> Callable[..., Any]:
    """The same for the turtle or screen that is made when a program has not made one."""

    @functools.wraps(method)
    def function(*args: Any, **options: Any) -> Any:
        return method(default(), *args, **options)

    return function


def _take_away(namespace: dict[str, Any], name: str) -> None:
    """Python 3.13 removed it; the older one would refuse to run."""
    if hasattr(namespace["RawTurtle"], name):
        delattr(namespace["RawTurtle"], name)
        namespace.pop(name, None)
        namespace["__all__"].remove(name)


def _register_pictures(namespace: dict[str, Any]) -> None:
    """Shapes from PNG files, too."""
    screen, make_shape = namespace["TurtleScreen"], namespace["Shape"]
    original = screen.register_shape

    @functools.wraps(original)
    def register_shape(self: Any, name: str, shape: Any = None) -> None:
        if shape is None and str(name).lower().endswith(PICTURES):
            self._shapes[name] = make_shape("image", self._image(name))
        else:
            original(self, name, shape)

    screen.register_shape = screen.addshape = register_shape
