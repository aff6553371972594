"""What `make test` runs besides pytest."""

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from config.paths import BASE_DIR
from config.programs import run_quietly
from config.setup.python_packages import VENV
from config.setup.steps import say

BIN = VENV / "bin"
ESLINT = BASE_DIR / "node_modules" / ".bin" / "eslint"
TSC = BASE_DIR / "node_modules" / ".bin" / "tsc"
LINTS: dict[str, Sequence[str | Path]] = {
    "ruff": [BIN / "ruff", "check", "."],
    "ruff format": [BIN / "ruff", "format", "--check", "."],
    "import-linter": [BIN / "lint-imports"],
    "eslint": [ESLINT, "--max-warnings=0", "."],
}
TYPES: dict[str, Sequence[str | Path]] = {
    "mypy": [BIN / "mypy", "."],
    "tsc": [TSC, "--project", "jsconfig.json"],
}


def run_checks(checks: dict[str, Sequence[str | Path]]) -> list[str]:
    """Run every check, showing the output of those that fail, and give the names of those."""
    return [name for name, command in checks.items() if not _passes(name, command)]


def browser_unit_tests() -> dict[str, Sequence[str | Path]]:
    """The tests of browser code that run without a browser."""
    files = sorted(BASE_DIR.glob("tests/js/**/*.test.js"))
    return {"node --test": ["node", "--test", *files]} if files else {}


def run_pytest(failed_checks: list[str], arguments: list[str]) -> int:
    """Run pytest and give its exit code; its summary repeats which checks had failed before it."""
    options = arguments or ["-n", "2", "--dist", "loadgroup", "--no-loadscope-reorder"]
    environment = {**os.environ, "FAILED_CHECKS": ", ".join(failed_checks)}
    return subprocess.run(
        [sys.executable, "-m", "pytest", *options], cwd=BASE_DIR, env=environment, check=False
    ).returncode


def _passes(name: str, command: Sequence[str | Path]) -> bool:
    started = time.monotonic()
    done = run_quietly(command, cwd=BASE_DIR)
    say(f"{name}: {'FAILED' if done.returncode else 'ok'} ({time.monotonic() - started:.0f} s)")
    if done.returncode:
        say(done.stdout.rstrip())
    return done.returncode == 0
