"""A canvas as Encapsulated PostScript (Adobe, EPSF 3.0), as Tk's `postscript` gives it. Images are left out."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from turtle_window import colours, fonts
from turtle_window.items import Item

POINTS_A_PIXEL = 0.75
FACES = {"sans-serif": "Helvetica", "monospace": "Courier", "serif": "Times"}


def export(
    items: Iterable[Item], corner: tuple[float, float], size: tuple[float, float], file: str | None
) -> str | None:
    """The part of a canvas from `corner` (left, top) on. Written to `file`, or given back without one."""
    text = "\n".join(_document(items, corner, size)) + "\n"
    if file is None:
        return text
    Path(file).write_text(text, encoding="latin-1", errors="replace")
    return ""


def _document(items: Iterable[Item], corner: tuple[float, float], size: tuple[float, float]) -> Iterator[str]:
    width, height = (side * POINTS_A_PIXEL for side in size)
    yield "%!PS-Adobe-3.0 EPSF-3.0"
    yield "%%Creator: turtle"
    yield f"%%BoundingBox: 0 0 {width + 0.5:.0f} {height + 0.5:.0f}"
    yield "%%Pages: 1\n%%EndComments\n%%Page: 1 1\ngsave"
    yield f"{POINTS_A_PIXEL} dup scale 1 setlinecap 1 setlinejoin"
    yield f"0 0 {size[0]:g} {size[1]:g} rectclip"
    for item in items:
        # PostScript's y grows upwards.
        points = [(x - corner[0], corner[1] + size[1] - y) for x, y in item.points()]
        if item.kind == "line":
            yield from _stroke(item.options["fill"], item.options["width"], _path(points))
        elif item.kind == "polygon":
            yield from _polygon(item, _path(points) + " closepath")
        elif item.kind == "text":
            yield from _text(item, points[0])
    yield "grestore\nshowpage\n%%Trailer\n%%EOF"


def _path(points: list[tuple[float, float]]) -> str:
    steps = (f"{x:.2f} {y:.2f} {'lineto' if at else 'moveto'}" for at, (x, y) in enumerate(points))
    return "newpath " + " ".join(steps)


def _colour(name: object) -> str | None:
    known = colours.hexadecimal(str(name)) if name else None
    if known is None:
        return None
    return " ".join(f"{int(known[at : at + 2], 16) / 255:.3f}" for at in (1, 3, 5)) + " setrgbcolor"


def _stroke(colour: object, width: float, path: str) -> Iterator[str]:
    paint = _colour(colour)
    if paint and width > 0:
        yield f"{paint} {width:g} setlinewidth {path} stroke"


def _polygon(item: Item, path: str) -> Iterator[str]:
    paint = _colour(item.options["fill"])
    if paint:
        yield f"{paint} {path} eofill"
    yield from _stroke(item.options["outline"], item.options["width"], path)


def _text(item: Item, point: tuple[float, float]) -> Iterator[str]:
    paint = _colour(item.options["fill"])
    if paint is None:
        return
    font = fonts.parse(item.options["font"])
    face = FACES[font.generic] + ("-Bold" if font.bold else "")
    shift = {"s": 0.5, "se": 1, "center": 0.5}.get(str(item.options["anchor"]), 0)
    lines = str(item.options["text"]).split("\n")
    yield f"{paint} /{face} {font.size:g} selectfont"
    for number, line in enumerate(reversed(lines)):
        words = line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        y = point[1] + font.size * (0.2 + 1.15 * number)
        yield f"{point[0]:.2f} {y:.2f} moveto ({words}) dup stringwidth pop {-shift:g} mul 0 rmoveto show"
