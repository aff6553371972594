"""`time.sleep` that Stop can end; the native one spins and hears nothing."""

import time
from collections.abc import Callable


def seconds_from(value: object) -> float:
    """Seconds to sleep. Raises TypeError and ValueError as CPython's `time.sleep` does."""
    if isinstance(value, str | bytes) or not (hasattr(value, "__index__") or hasattr(value, "__float__")):
        raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
    seconds = float(value)  # type: ignore[arg-type]
    if seconds != seconds:
        raise ValueError("Invalid value NaN (not a number)")
    if seconds < 0:
        raise ValueError("sleep length must be non-negative")
    return seconds


def install(wait: Callable[[float], None]) -> None:
    """Replace `time.sleep`; `wait` takes seconds and raises KeyboardInterrupt when the program is stopped."""

    def sleep(seconds: float, /) -> None:
        wait(seconds_from(seconds))

    sleep.__module__ = "time"
    sleep.__qualname__ = "sleep"
    sleep.__doc__ = time.sleep.__doc__
    time.sleep = sleep  # type: ignore[assignment]
