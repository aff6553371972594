"""time.sleep, capture and the PNG header."""

import importlib
import os
import sys
import time
from fractions import Fraction
from pathlib import Path

import pytest

capture = importlib.import_module("codeyard.capture")
clock = importlib.import_module("codeyard.clock")
console = importlib.import_module("codeyard.console")
png = importlib.import_module("codeyard.png")


@pytest.mark.parametrize("seconds", [0, 0.25, 3, True, Fraction(1, 2)])
def test_sleep_takes_numbers(seconds: float) -> None:
    assert clock.seconds_from(seconds) == float(seconds)


@pytest.mark.parametrize(
    ("value", "error", "text"),
    [
        ("1", TypeError, "'str' object cannot be interpreted as an integer"),
        (None, TypeError, "'NoneType' object cannot be interpreted as an integer"),
        (-1, ValueError, "sleep length must be non-negative"),
        (float("nan"), ValueError, "Invalid value NaN"),
    ],
)
def test_sleep_refuses_what_cpython_refuses(value: object, error: type[Exception], text: str) -> None:
    with pytest.raises(error, match=text):
        clock.seconds_from(value)


def test_installed_sleep_waits_through_the_bridge(monkeypatch: pytest.MonkeyPatch) -> None:
    waited: list[float] = []
    monkeypatch.setattr(time, "sleep", time.sleep)

    clock.install(waited.append)
    time.sleep(1.5)

    assert waited == [1.5]
    assert time.sleep.__name__ == "sleep"


def test_actions_happen_once_after_the_import(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "watched_module.py").write_text("value = 1\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    watcher = capture.AfterImport()
    monkeypatch.setattr(sys, "meta_path", [watcher, *sys.meta_path])
    seen: list[int] = []
    watcher.add("watched_module", lambda module: seen.append(module.value))

    importlib.import_module("watched_module")
    importlib.import_module("watched_module")
    sys.modules.pop("watched_module")

    assert seen == [1]


def test_counters_count_each_word_by_itself() -> None:
    counters = capture.Counters()

    assert [counters.next_number(word) for word in ("Figure", "Image", "Figure")] == [1, 1, 2]


def test_png_size() -> None:
    header = (
        b"\x89PNG\r\n\x1a\n" + b"\x00\x00\x00\rIHDR" + (640).to_bytes(4, "big") + (480).to_bytes(4, "big")
    )

    assert png.png_size(header) == (640, 480)


def test_unbuffered_stream_hands_on_every_write(tmp_path: Path) -> None:
    path = tmp_path / "out"
    with path.open("wb") as file:
        stream = console.open_unbuffered(file.fileno(), "<stdout>", "strict")
        print("no newline, no flush 👋", end="", file=stream)
        seen = path.read_text(encoding="utf-8")
        stream.close()

    assert seen == "no newline, no flush 👋"
    assert stream.name == "<stdout>"


def test_libraries_take_the_console_for_a_terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "get_terminal_size", os.get_terminal_size)
    monkeypatch.setenv("COLUMNS", "80")
    with (tmp_path / "out").open("wb") as file:
        stream = console.open_unbuffered(file.fileno(), "<stdout>", "strict")
        asked = stream.isatty()
        stream.close()
    console.set_columns(47)

    assert asked
    assert os.get_terminal_size() == os.get_terminal_size(1) == (47, console.ROWS)
