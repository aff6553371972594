"""What a PNG file says about itself."""


def png_size(data: bytes) -> tuple[int, int]:
    """Width and height in pixels, from the header (PNG specification, section 11.2.1)."""
    return int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")
