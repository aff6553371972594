"""A brake for a page that saves without end; a person who types never feels it."""

import time

from django.core.cache import cache

from accounts.models import User
from projects.api.errors import SLOW_DOWN, Refusal
from projects.limits import SAVES_A_WINDOW, WINDOW_SECONDS


def count_save(person: User) -> None:
    """Count one change of this person. Raises `Refusal` (429) above the limit."""
    if count(f"saves:{person.pk}", WINDOW_SECONDS) > SAVES_A_WINDOW:
        raise Refusal(*SLOW_DOWN)


def count(name: str, seconds: int) -> int:
    """How often this has been counted in the present window of so many seconds, this time included.

    The cache is each process's own, so with n web processes up to n times as many pass: a brake, not a quota.
    """
    key = f"{name}:{int(time.time()) // seconds}"
    cache.add(key, 0, timeout=2 * seconds)
    try:
        return cache.incr(key)
    except ValueError:  # the cache dropped it in between
        return 1
