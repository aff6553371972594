"""Browsers for the tests: Chromium, which they need, and Firefox, in which a few of them run once more."""

import os
import shutil
import subprocess

from config.setup.steps import SetupError, run_step, say

CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
FIREFOX = ("firefox-esr", "firefox")
MISSING = (
    "The browser tests need Chromium. Install chromium or Google Chrome, or name the program in CHROMIUM."
)
NO_FIREFOX = "The tests in Firefox are left out: install Firefox, or name the program in FIREFOX."


def find_chromium() -> str | None:
    """The program that CHROMIUM names, else the first one on PATH."""
    return os.environ.get("CHROMIUM") or _on_path(CHROMIUM)


def find_firefox() -> str | None:
    """The program that FIREFOX names, else the first one on PATH."""
    return os.environ.get("FIREFOX") or _on_path(FIREFOX)


def prepare_browsers() -> None:
    """Install Debian's browsers where there are none and this process may. Raises SetupError without Chromium."""
    missing = [
        name for name, find in (("chromium", find_chromium), ("firefox-esr", find_firefox)) if not find()
    ]
    prefix = _administrator()
    if missing and prefix is not None and shutil.which("apt-get"):
        _install(prefix, missing)
    if not find_chromium():
        raise SetupError(MISSING)
    if not find_firefox():
        say(NO_FIREFOX)


def _on_path(names: tuple[str, ...]) -> str | None:
    return next(filter(None, map(shutil.which, names)), None)


def _install(prefix: list[str], packages: list[str]) -> None:
    environment = {"DEBIAN_FRONTEND": "noninteractive"}
    update = [*prefix, "apt-get", "update"]
    install = [*prefix, "apt-get", "install", "-y", "--no-install-recommends", *packages]
    try:
        run_step("Asking for Debian's packages", update, failure=MISSING, extra=environment)
        run_step(f"Installing {' and '.join(packages)}", install, failure=MISSING, extra=environment)
    except SetupError:
        if "chromium" in packages:
            raise


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
