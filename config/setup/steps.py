"""Running one step of the set-up: a title, signs of life, and one clear sentence when it fails."""

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from threading import Event, Thread

from config.paths import BASE_DIR
from config.programs import run_quietly

SECONDS_BETWEEN_SIGNS = 10
LINES_OF_A_FAILURE = 25


class SetupError(Exception):
    """The set-up cannot go on; the message says why and what to do."""


def say(line: str = "") -> None:
    """One line for the person who waits."""
    print(line, flush=True)


def run_step(
    title: str, command: Sequence[str | Path], *, failure: str, extra: dict[str, str] | None = None
) -> None:
    """Run a program behind a title. Its output is shown only when it fails, followed by the sentence `failure`.

    Raises SetupError.
    """
    started = time.monotonic()
    say(f"{title} …")
    with _signs_of_life(started):
        done = run_quietly(command, cwd=BASE_DIR, env={**os.environ, **(extra or {})})
    if done.returncode:
        sys.stderr.write("\n".join(done.stdout.splitlines()[-LINES_OF_A_FAILURE:]) + "\n")
        raise SetupError(failure)
    say(f"  done in {time.monotonic() - started:.0f} s")


def run_shown(
    title: str, command: Sequence[str | Path], *, failure: str, extra: dict[str, str] | None = None
) -> None:
    """Run a program that reports its own progress. Raises SetupError when it fails."""
    say(f"{title} …")
    environment = {**os.environ, **(extra or {})}
    done = subprocess.run(
        [str(part) for part in command], cwd=BASE_DIR, env=environment, stdin=subprocess.DEVNULL, check=False
    )
    if done.returncode:
        raise SetupError(failure)


class _signs_of_life:  # noqa: N801 (used like a function)
    """While a step runs, say every ten seconds that it still does."""

    def __init__(self, started: float) -> None:
        self._started = started
        self._done = Event()
        self._thread = Thread(target=self._speak, daemon=True)

    def __enter__(self) -> None:
        self._thread.start()

    def __exit__(self, *error: object) -> None:
        self._done.set()
        self._thread.join()

    def _speak(self) -> None:
        while not self._done.wait(SECONDS_BETWEEN_SIGNS):
            say(f"  still at it, {time.monotonic() - self._started:.0f} s")
