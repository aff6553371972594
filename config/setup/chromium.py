"""Chromium, for the browser tests."""

import os
import shutil
import subprocess

from config.setup.steps import SetupError, run_step

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MISSING = (
    "The browser tests need Chromium. Install chromium or Google Chrome, or name the program in CHROMIUM."
)


def find_chromium() -> str | None:
    """The program that CHROMIUM names, else the first one on PATH."""
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)


def prepare_chromium() -> None:
    """Install Debian's Chromium where there is none and this process may. Raises SetupError where it may not."""
    if find_chromium():
        return
    prefix = _administrator()
    if prefix is None or not shutil.which("apt-get"):
        raise SetupError(MISSING)
    environment = {"DEBIAN_FRONTEND": "noninteractive"}
    run_step(
        "Asking for Debian's packages", [*prefix, "apt-get", "update"], failure=MISSING, extra=environment
    )
    install = [*prefix, "apt-get", "install", "-y", "--no-install-recommends", "chromium"]
    run_step("Installing Chromium", install, failure=MISSING, extra=environment)


def _administrator() -> list[str] | None:
    """What to put before a command to run it as root, None where that would ask for a password."""
    if os.geteuid() == 0:
        return []
    if (
        shutil.which("sudo")
        and subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False).returncode == 0
    ):
        return ["sudo", "-n"]
    return None
