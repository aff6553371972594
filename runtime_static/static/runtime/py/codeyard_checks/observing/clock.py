"""Time that passes at once: `time.sleep` comes back immediately, and the clocks are that much later."""

import time
from typing import Any

_CLOCKS = ("time", "monotonic", "perf_counter")
_NANO = 1_000_000_000


class Clock:
    """Takes the place of the clocks of `time` for the duration of a step."""

    def __init__(self) -> None:
        self.slept = 0.0
        self.kept: dict[str, Any] = {}

    def __enter__(self) -> "Clock":
        for name in _CLOCKS:
            self._replace(name, 1)
            self._replace(f"{name}_ns", _NANO)
        self.kept["sleep"] = time.sleep
        time.sleep = self.sleep  # type: ignore[assignment]
        return self

    def __exit__(self, *_: object) -> None:
        for name, function in self.kept.items():
            setattr(time, name, function)

    def sleep(self, seconds: float, /) -> None:
        """`time.sleep`, with its errors. Raises TypeError and ValueError as it does."""
        if isinstance(seconds, str | bytes) or not (
            hasattr(seconds, "__index__") or hasattr(seconds, "__float__")
        ):
            raise TypeError(f"'{type(seconds).__name__}' object cannot be interpreted as an integer")
        duration = float(seconds)
        if duration != duration:
            raise ValueError("Invalid value NaN (not a number)")
        if duration < 0:
            raise ValueError("sleep length must be non-negative")
        self.slept += duration

    def _replace(self, name: str, unit: int) -> None:
        original = self.kept[name] = getattr(time, name)

        def later() -> float | int:
            now = original()
            return now + (self.slept if unit == 1 else int(self.slept * unit))

        later.__name__ = later.__qualname__ = name
        setattr(time, name, later)
