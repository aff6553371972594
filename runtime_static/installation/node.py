"""Node.js, in which the set-up runs Pyodide to make files for browsers."""

import json
import shutil
import subprocess
import sys
from functools import lru_cache
from pathlib import Path
from typing import Any

from runtime_static.installation.npm import RuntimeInstallError

# WebAssembly has garbage collection from here on, as in browsers. Python chooses by it how to call functions, and keeps
# the choice in the memory of which browsers get a snapshot.
OLDEST = 22
ABSENT = f"Node.js {OLDEST} or newer is needed to prepare Python for browsers; `make run` brings one."


@lru_cache(maxsize=1)
def find_node() -> str:
    """The program: the machine's own, else the one that the set-up installed beside this Python.

    Raises RuntimeInstallError when both are missing or too old.
    """
    for program in (shutil.which("node"), shutil.which("node", path=str(Path(sys.executable).parent))):
        if program and is_new_enough(program):
            return program
    raise RuntimeInstallError(ABSENT)


def is_new_enough(program: str) -> bool:
    """Whether this Node.js can make what browsers get."""
    answer = subprocess.run([program, "--version"], capture_output=True, text=True, check=False).stdout
    major = answer.strip().removeprefix("v").partition(".")[0]
    return major.isdigit() and int(major) >= OLDEST


def run_driver(driver: Path, task: dict[str, Any], failure: str) -> str:
    """Run one of our drivers with its task as JSON on standard input. Gives what it printed.

    Raises RuntimeInstallError when Node is missing, or, beginning with `failure`, when the driver fails.
    """
    done = subprocess.run(
        [find_node(), str(driver)], input=json.dumps(task), capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        raise RuntimeInstallError(f"{failure}: {done.stderr.strip()[-500:]}")
    return done.stdout
