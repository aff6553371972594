"""Tk's fonts: what `write(font=...)` may be given."""

from dataclasses import dataclass
from functools import cache

from turtle_window.errors import TclError

PIXELS_A_POINT = 96 / 72
DEFAULT_POINTS = 9
LARGEST = 1_000  # pixels
STYLES = {"normal", "roman", "bold", "italic", "underline", "overstrike"}
FIXED = ("courier", "mono", "consol", "menlo", "monaco", "fixed", "terminal")
SERIF = ("times", "serif", "georgia", "garamond", "cambria", "palatino", "book", "roman")


@dataclass(frozen=True)
class Font:
    """A font as the page gets it; `size` in pixels."""

    family: str
    size: float
    bold: bool = False
    italic: bool = False
    underline: bool = False

    @property
    def generic(self) -> str:
        """What CSS falls back to where the family is not installed."""
        name = self.family.lower()
        if any(part in name for part in FIXED):
            return "monospace"
        return "serif" if "sans" not in name and any(part in name for part in SERIF) else "sans-serif"

    @property
    def css(self) -> str:
        """As a canvas takes it, for measuring."""
        weight = "bold" if self.bold else "normal"
        style = "italic" if self.italic else "normal"
        return f'{style} {weight} {self.size:g}px "{self.family}", {self.generic}'


def parse(font: object) -> Font:
    """A font from a name, a string such as `"Arial 16 bold"`, or a tuple. Raises TclError as Tk does."""
    if font is None or font == "":
        return Font("Arial", DEFAULT_POINTS * PIXELS_A_POINT)
    parts = _parts(font) if isinstance(font, str) else _flat(font)
    return _parse(tuple(parts))


def _parts(font: str) -> list[str]:
    """`Arial 16 bold`, or `{Times New Roman} 12`: the family may have spaces only inside braces."""
    text = font.strip()
    if text.startswith("{") and "}" in text:
        family, _, rest = text[1:].partition("}")
        return [family, *rest.split()]
    words = text.split()
    return words if any(_is_number(word) for word in words) else [text]


def _flat(font: object) -> list[str]:
    if not isinstance(font, tuple | list):
        return [str(font)]
    family, *rest = font or [""]
    return [str(family), *(word for part in rest for word in _words(part))]


def _words(part: object) -> list[str]:
    """Styles may come one by one, in one string, or in a tuple of their own."""
    if isinstance(part, tuple | list):
        return [word for inner in part for word in _words(inner)]
    return str(part).split()


def _is_number(word: str) -> bool:
    return word.lstrip("+-").isdigit()


@cache
def _parse(parts: tuple[str, ...]) -> Font:
    family, *rest = parts
    size = 0
    if rest and rest[0] not in STYLES:
        if not _is_number(rest[0]):
            raise TclError(f'expected integer but got "{rest[0]}"')
        size = int(rest.pop(0))
    elif rest:
        raise TclError(f'expected integer but got "{rest[0]}"')
    for style in rest:
        if style not in STYLES:
            raise TclError(f'unknown font style "{style}"')
    pixels = -size if size < 0 else (size or DEFAULT_POINTS) * PIXELS_A_POINT
    name = "".join(letter for letter in family if letter.isalnum() or letter in " -_")[:40].strip()
    return Font(name or "Arial", min(pixels, LARGEST), "bold" in rest, "italic" in rest, "underline" in rest)
