"""Wheels of pinned packages: from a folder of the operator's, or from PyPI (or its mirror) by pip, checked by hash."""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from packaging.utils import InvalidWheelFilename, parse_wheel_filename

from runtime_static.installation.pins import Pin
from runtime_static.installation.sources import Say

# PyPI has these only with a compiled part for each system. Their Python works without it, and that is what we take;
# one fixed system is named so that every server gets the same file.
COMPILED_ON_PYPI = frozenset({"markupsafe", "pyyaml"})
PURE = ("--implementation", "py", "--abi", "none", "--platform", "any")
COMPILED = (
    "--implementation",
    "cp",
    "--platform",
    "manylinux2014_x86_64",
    "--platform",
    "manylinux_2_28_x86_64",
)
FAILURES_IN_A_ROW = 3  # then the network is to blame, not the packages


class FolderWheels:
    """A folder of the operator's."""

    name = "folder"

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def fetch(self, pins: list[Pin], target: Path) -> dict[str, str]:
        """Copy the wheels that are there."""
        wanted = {(pin.name, pin.version) for pin in pins}
        for wheel in self.folder.glob("*.whl"):
            try:
                name, version, _, _ = parse_wheel_filename(wheel.name)
            except InvalidWheelFilename:
                continue
            if (str(name), str(version)) in wanted:
                shutil.copyfile(wheel, target / wheel.name)
        return {}


class PypiWheels:
    """pip's index, as pip is set up on this machine."""

    name = "PyPI"

    def __init__(self, python: str, say: Say) -> None:
        self.python = python
        self.say = say

    def fetch(self, pins: list[Pin], target: Path) -> dict[str, str]:
        """Download them together, or one by one when that fails."""
        self.say(f"Downloading {len(pins)} pure-Python packages for the browser …")
        compiled = [pin for pin in pins if pin.name in COMPILED_ON_PYPI]
        pure = [pin for pin in pins if pin.name not in COMPILED_ON_PYPI]
        major_minor = "".join(self.python.split(".")[:2])
        compiled_tags = (*COMPILED, "--abi", f"cp{major_minor}")
        return self._fetch_group(pure, target, PURE) | self._fetch_group(compiled, target, compiled_tags)

    def _fetch_group(self, pins: list[Pin], target: Path, tags: tuple[str, ...]) -> dict[str, str]:
        if not pins or not self._download(pins, target, tags):
            return {}
        reasons: dict[str, str] = {}
        failures = 0
        for pin in pins:
            if failures == FAILURES_IN_A_ROW:
                reasons[pin.name] = "PyPI could not be reached"
                continue
            problem = self._download([pin], target, tags)
            failures = failures + 1 if problem else 0
            if problem:
                reasons[pin.name] = f"PyPI did not give it: {problem}"
        return reasons

    def _download(self, pins: list[Pin], target: Path, tags: tuple[str, ...]) -> str:
        """What went wrong, in pip's words; empty when nothing did."""
        with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as requirements:
            requirements.write("\n".join(pin.requirement for pin in pins))
            requirements.flush()
            command = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check"]
            command += ["--retries", "1", "--no-deps", "--require-hashes", "--only-binary=:all:"]
            command += ["--python-version", ".".join(self.python.split(".")[:2]), *tags]
            command += ["-r", requirements.name, "-d", str(target)]
            done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode == 0:
            return ""
        errors = [line for line in done.stderr.splitlines() if line.startswith("ERROR:")] or [
            f"pip ended with {done.returncode}"
        ]
        return errors[-1].removeprefix("ERROR:").strip()[:200]
