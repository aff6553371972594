"""Numbers in addresses."""

LARGEST_ID = 2**63 - 1


def number_from(text: str) -> int:
    """A number that a row's id could be, 0 included. Raises ValueError."""
    if not (text.isascii() and text.isdigit()) or int(text[:20]) > LARGEST_ID:
        raise ValueError(text[:20])
    return int(text)
