"""Running another program without a terminal and keeping what it says."""

import subprocess
from collections.abc import Sequence
from pathlib import Path


def run_quietly(command: Sequence[str | Path], **options: object) -> subprocess.CompletedProcess[str]:
    """Run a program to its end and give its exit code and, as one text, everything that it said.

    `options` are those of `subprocess.run`. Raises OSError when there is no such program.
    """
    return subprocess.run(  # type: ignore[call-overload]
        [str(part) for part in command],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        check=False,
        **options,
    )
