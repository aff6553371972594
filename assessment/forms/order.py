"""Rows of a form that stand in an order: each has a key, and buttons move it or take it out."""

from collections.abc import Callable, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.forms import Field

SAVE = "save"


def moved(keys: Sequence[str], key: str, step: int) -> list[str]:
    """The keys with one of them moved up (-1) or down (1); as they were at an end, or without such a key."""
    order = list(keys)
    place = order.index(key) if key in order else -1
    if place >= 0 and 0 <= place + step < len(order):
        order[place], order[place + step] = order[place + step], order[place]
    return order


def cleaned(field: Field, value: Any, tell: Callable[[str], object]) -> Any:
    """The value that a field makes of what was typed; None after telling what is wrong with it."""
    try:
        return field.clean(value)
    except ValidationError as error:
        tell(" ".join(error.messages))
        return None
