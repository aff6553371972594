"""Codes that stand for a hand-in."""

import secrets

# Without 0 and O, 1, I and L, 2 and Z, 5 and S, 8 and B, U and V: people read receipts aloud and copy them by hand.
LETTERS = "34679ACDEFGHJKMNPQRTWXY"
HALF = 4


def new_receipt() -> str:
    """A code such as `K7QD-4M9X`; one of 78 billion."""
    first, second = ("".join(secrets.choice(LETTERS) for _ in range(HALF)) for _ in range(2))
    return f"{first}-{second}"
