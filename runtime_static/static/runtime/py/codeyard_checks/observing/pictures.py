"""Pictures that a program shows or writes, as pixels."""

import base64
import zlib
from pathlib import Path
from typing import Any

PIXELS = 2_000_000


class Shown:
    """Takes the place of Pillow's viewers. The first picture that is shown is kept."""

    def __init__(self) -> None:
        self.picture: dict[str, Any] | None = None

    def watch(self, module: Any) -> None:
        """Have pictures that are shown come here. `module` is PIL.Image, or PIL.ImageShow."""

        def show(image: Any, *arguments: Any, **options: Any) -> None:
            if self.picture is None:
                self.picture = described(image)

        owner = getattr(module, "Image", None)
        if isinstance(owner, type):
            owner.show = show  # type: ignore[attr-defined]
        else:
            module.show = show


def described(image: Any) -> dict[str, Any]:
    """`{"width", "height", "pixels"}`: three bytes a pixel, on white, packed by zlib, in base64."""
    width, height = image.size
    if width * height > PIXELS:
        return {"width": width, "height": height, "pixels": None}
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        above = image.convert("RGBA")
        ground = above.copy()
        ground.paste((255, 255, 255, 255), (0, 0, width, height))
        ground.alpha_composite(above)
        image = ground
    data = image.convert("RGB").tobytes()
    return {"width": width, "height": height, "pixels": base64.b64encode(zlib.compress(data, 1)).decode()}


def read(path: Path | None) -> dict[str, Any] | None:
    """A file of the project as a picture; None when it is not there or no picture."""
    if path is None or not path.is_file():
        return None
    try:
        from PIL import Image  # a file may be written without it

        with Image.open(path) as image:
            return described(image)
    except Exception:
        return None
