"""`PIL.Image.show()`: the picture appears in the console."""

import io
from types import ModuleType
from typing import Any

from codeyard.capture import counters
from codeyard.show import show_image

SIDE_LIMIT = 4096
PNG_MODES = ("1", "L", "LA", "P", "RGB", "RGBA", "I", "I;16")


def install(image_show: ModuleType) -> None:
    """Make our viewer the only one. `image_show` is the module PIL.ImageShow."""

    class ConsoleViewer(image_show.Viewer):  # type: ignore[misc, name-defined]
        def show(self, image: Any, **options: Any) -> int:
            """Send the picture; 1 tells Pillow that it was shown."""
            show_picture(image)
            return 1

    image_show._viewers[:] = [ConsoleViewer()]  # type: ignore[attr-defined]


def show_picture(image: Any) -> None:
    """Send a picture to the console: as a GIF when it moves, else as a PNG."""
    number = counters.next_number("Image")
    moving = getattr(image, "n_frames", 1) > 1
    still = image if moving else for_screen(image)
    buffer = io.BytesIO()
    if moving:
        image.save(buffer, "GIF", save_all=True)
    else:
        still.save(buffer, "PNG")
    mime = "image/gif" if moving else "image/png"
    show_image(buffer.getvalue(), "picture", number, still.size, mime)


def for_screen(image: Any) -> Any:
    """A copy that a browser can show: at most 4,096 pixels a side, in a mode that PNG has."""
    if max(image.size) > SIDE_LIMIT:
        image = image.copy()
        image.thumbnail((SIDE_LIMIT, SIDE_LIMIT))
    if image.mode not in PNG_MODES:
        image = image.convert(
            "L" if image.mode == "F" else "RGBA" if "A" in image.mode or "a" in image.mode else "RGB"
        )
    return image
