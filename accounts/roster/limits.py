"""How long a list may be."""

LINES = 2_000
BYTES = 1024 * 1024
COLUMNS = 30


class RosterError(ValueError):
    """A list that cannot be looked at as a whole; the message is one sentence for the teacher."""


def check_lines(number: int) -> None:
    """Raise RosterError when a list has more lines than are added at a time."""
    if number > LINES:
        raise RosterError(f"This list has {number:,} lines. Add at most {LINES:,} students at a time.")
