"""Counting what somebody does in a stretch of time, to slow down what goes on without end."""

import time

from django.core.cache import cache


def count(name: str, seconds: int) -> int:
    """How often this has been counted in the present window of so many seconds, this time included.

    The cache is each process's own, so with n web processes up to n times as many pass: a brake, not a quota.
    """
    key = _key(name, seconds)
    cache.add(key, 0, timeout=2 * seconds)
    try:
        return cache.incr(key)
    except ValueError:  # the cache dropped it in between
        return 1


def counted(name: str, seconds: int) -> int:
    """How often this has been counted in the present window, without counting."""
    return cache.get(_key(name, seconds), 0)


def _key(name: str, seconds: int) -> str:
    return f"{name}:{int(time.time()) // seconds}"
