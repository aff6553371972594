"""Asks uv which versions fit together and where their wheels are. Only metadata is read; nothing of a package runs."""

import re
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from packaging.requirements import Requirement
from uv import find_uv_bin

from projects.requirements.errors import IndexAwayError
from projects.requirements.index import PackageIndex
from projects.requirements.limits import LOOK_UP_SECONDS
from projects.requirements.stand_ins import stand_in_folder
from runtime_static.installation.pins import normal_name
from runtime_static.served_packages import PURE, Runtime

# Markers and tags of a browser. Compiled wheels of any such platform are refused later: only the served ones fit.
PLATFORM = "wasm32-pyodide2025"
SECRET = re.compile(r"//[^/@\s]+@")  # a name and password in an address
NO_SOLUTION = 1  # uv's exit code for requirements that do not fit; others mean that it could not find out


class UnsolvedError(Exception):
    """There are no versions that fit. `text` is the resolver's reasoning."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text


@dataclass(frozen=True, slots=True)
class Artifact:
    """A pure wheel on the index."""

    name: str
    version: str
    address: str
    sha256: str


class Resolver:
    """Look-ups for one project, which share a deadline. Raise UnsolvedError and IndexAwayError."""

    def __init__(self, index: PackageIndex, runtime: Runtime) -> None:
        self.index = index
        self.runtime = runtime
        self.deadline = time.monotonic() + LOOK_UP_SECONDS

    def versions(self, requirements: Iterable[Requirement], preferred: Mapping[str, str]) -> dict[str, str]:
        """The version of every package that is needed; those `preferred` where they fit, the newest otherwise."""
        wanted = "".join(f"{requirement}\n" for requirement in requirements)
        with tempfile.TemporaryDirectory(prefix="requirements-") as place:
            pins = Path(place, "pins.txt")
            pins.write_text("".join(f"{name}=={version}\n" for name, version in preferred.items()))
            self._compile(Path(place), wanted, "--output-file", str(pins))
            lines = pins.read_text().splitlines()
        pairs = (line.split(" ")[0].split("==") for line in lines if line and not line.startswith(("#", " ")))
        return {normal_name(name): version for name, version in pairs}

    def has_wheels(self, name: str) -> bool:
        """Whether any version of a package can be used, whatever it needs itself."""
        with tempfile.TemporaryDirectory(prefix="requirements-") as place:
            try:
                self._compile(Path(place), f"{name}\n", "--no-deps")
            except UnsolvedError:
                return False
        return True

    def artifacts(self, versions: Mapping[str, str]) -> dict[str, list[Artifact]]:
        """Where the pure wheels of exactly these versions are; an empty list where there is none."""
        if not versions:
            return {}
        wanted = "".join(f"{name}=={version}\n" for name, version in versions.items())
        with tempfile.TemporaryDirectory(prefix="requirements-") as place:
            output = self._compile(Path(place), wanted, "--no-deps", "--format=pylock.toml")
        entries = tomllib.loads(output).get("packages", [])
        found = {normal_name(entry["name"]): _artifacts(entry, Path(settings.DATA_DIR)) for entry in entries}
        return {name: found.get(name, []) for name in versions}

    def _compile(self, place: Path, wanted: str, *more: str) -> str:
        (place / "wanted.txt").write_text(wanted)
        compiled = (package for package in self.runtime.packages.values() if not package.is_pure)
        fixed = "".join(f"{package.name}=={package.version}\n" for package in compiled)
        (place / "fixed.txt").write_text(fixed)
        done = self._run(place, [*self._options(), "--constraints=fixed.txt", *more, "wanted.txt"])
        if done.returncode == NO_SOLUTION and "No solution found" in done.stderr:
            raise UnsolvedError(" ".join(done.stderr.split()))
        if done.returncode != 0:
            raise IndexAwayError(SECRET.sub("//", " ".join(done.stderr.split()))[-500:])
        return done.stdout

    def _options(self) -> list[str]:
        return [
            *(
                "--no-config",
                f"--cache-dir={Path(settings.DATA_DIR) / 'cache' / 'uv'}",
                "pip",
                "compile",
                "--quiet",
            ),
            *("--no-header", "--no-annotate", "--only-binary=:all:", f"--python={sys.executable}"),
            *(
                "--no-python-downloads",
                f"--python-platform={PLATFORM}",
                f"--python-version={self.runtime.python}",
            ),
            *("--keyring-provider=disabled", f"--find-links={stand_in_folder(self.runtime)}"),
            *self.index.arguments(),
        ]

    def _run(self, place: Path, arguments: list[str]) -> "subprocess.CompletedProcess[str]":
        left = self.deadline - time.monotonic()
        try:
            return subprocess.run(
                [find_uv_bin(), *arguments],
                cwd=place,
                env=self.index.environment(),
                stdin=subprocess.DEVNULL,
                capture_output=True,
                text=True,
                check=False,
                timeout=max(left, 0.1),
            )
        except subprocess.TimeoutExpired:
            raise IndexAwayError("no answer in time") from None
        except OSError as error:
            raise IndexAwayError(f"uv cannot be started: {error}") from error


def _artifacts(entry: dict[str, object], data_dir: Path) -> list[Artifact]:
    wheels = entry.get("wheels")
    found = []
    for wheel in wheels if isinstance(wheels, list) else []:
        address = wheel.get("url") or Path(wheel.get("path", "")).resolve().as_uri()
        sha256 = wheel.get("hashes", {}).get("sha256", "")
        is_stand_in = address.startswith((data_dir / "cache" / "stand-ins").as_uri())
        if sha256 and address.split("#")[0].split("?")[0].endswith(PURE) and not is_stand_in:
            found.append(Artifact(normal_name(str(entry["name"])), str(entry["version"]), address, sha256))
    return found
