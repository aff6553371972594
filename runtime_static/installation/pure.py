"""Python packages from PyPI, where Pyodide's release gives none: pinned wheels, of which no line runs on the server."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Protocol

from packaging.utils import InvalidWheelFilename, parse_wheel_filename

from runtime_static.installation.origins import Origins
from runtime_static.installation.packages import NO_SOURCE, PackageRow
from runtime_static.installation.pins import Pin, normal_name
from runtime_static.installation.publish import write_file
from runtime_static.installation.wheels import (
    WheelError,
    is_pure,
    lock_entry,
    requirements_of,
    without_machine_code,
)


class WheelFinder(Protocol):
    """Something that may have wheels of pinned packages."""

    name: str

    def fetch(self, pins: list[Pin], target: Path) -> dict[str, str]:
        """Put wheels into `target`; gives the reasons by name for what could not be had. Hashes are checked later."""


@dataclass(frozen=True)
class PurePackage:
    """An installed package: its row, its line in the lock file, and the wheel as it is published."""

    row: PackageRow
    entry: dict[str, Any]


def install_pure(
    cache: Path, folder: Path, pins: list[Pin], finders: Iterable[WheelFinder], python: str
) -> tuple[list[PurePackage], list[PackageRow]]:
    """Wheels of all pins: originals in `cache`, what browsers get in `folder`. Gives those and the rows of the absent.

    `python` is the version in the browser.
    """
    cache.mkdir(parents=True, exist_ok=True)
    origins = Origins(cache)
    reasons = _fetch(cache, pins, list(finders), origins)
    installed, absent = [], []
    for pin in pins:
        wheel = _verified(cache, pin)
        try:
            if wheel is None:
                raise WheelError(reasons.get(pin.name, NO_SOURCE))
            installed.append(_install(wheel, folder, origins.of(wheel.name), python))
        except WheelError as error:
            absent.append(PackageRow(pin.name, pin.version, "", 0, "", str(error)))
    return installed, absent


def _fetch(cache: Path, pins: list[Pin], finders: list[WheelFinder], origins: Origins) -> dict[str, str]:
    """Ask one source after the other for what the cache lacks. Gives the reasons for what did not come, by name."""
    reasons: dict[str, str] = {}
    for finder in finders:
        due = [pin for pin in pins if _verified(cache, pin) is None]
        if not due:
            break
        _clear(cache, pins)
        reasons |= finder.fetch(due, cache)
        for pin in due:
            wheel = _verified(cache, pin)
            if wheel is not None:
                origins.note(wheel.name, finder.name)
            elif _wheels(cache, pin):
                reasons[pin.name] = f"the file from {finder.name} does not have a pinned hash"
    _clear(cache, pins)
    return reasons


def _verified(cache: Path, pin: Pin) -> Path | None:
    for wheel in _wheels(cache, pin):
        if hashlib.sha256(wheel.read_bytes()).hexdigest() in pin.hashes:
            return wheel
    return None


def _wheels(cache: Path, pin: Pin) -> list[Path]:
    """The files in the cache that claim to be this version."""
    return [path for path in sorted(cache.glob("*.whl")) if _claims(path) == (pin.name, pin.version)]


def _claims(wheel: Path) -> tuple[str, str]:
    try:
        name, version, _, _ = parse_wheel_filename(wheel.name)
    except InvalidWheelFilename:
        return "", ""
    return str(name), str(version)


def _clear(cache: Path, pins: list[Pin]) -> None:
    """Only wheels that are pinned and whose hash fits stay."""
    kept = {_verified(cache, pin) for pin in pins}
    for wheel in cache.glob("*.whl"):
        if wheel not in kept:
            wheel.unlink()


def _install(wheel: Path, folder: Path, source: str, python: str) -> PurePackage:
    name, data = (wheel.name, wheel.read_bytes()) if is_pure(wheel) else without_machine_code(wheel)
    target = folder / name
    if not target.is_file() or target.read_bytes() != data:
        write_file(target, data)
    entry = lock_entry(target, python)
    if not entry["imports"]:
        raise WheelError(f"{wheel.name} holds no Python")
    note = "" if is_pure(wheel) else "its Python part, without the faster compiled one"
    row = PackageRow(entry["name"], entry["version"], name, len(data), source, "", note)
    return PurePackage(row, entry | {"sha256": hashlib.sha256(data).hexdigest()})


def unmet(packages: list[PurePackage], folder: Path, versions: dict[str, str], python: str) -> dict[str, str]:
    """Packages that need another, or another version of one, than is installed: what each lacks, by name.

    `versions` are those of everything that is installed, by normalised name.
    """
    lacking = {}
    for package in packages:
        for need in requirements_of(folder / package.row.file, python):
            version = versions.get(normal_name(need.name))
            if version is None or not need.specifier.contains(version, prereleases=True):
                lacking[package.row.name] = str(need).partition(";")[0].strip()
    return lacking


def without_unmet(packages: list[PurePackage], lacking: dict[str, str]) -> list[PackageRow]:
    """The rows, with a reason where something lacks."""
    return [
        replace(package.row, size=0, source="", reason=f"needs {lacking[package.row.name]}")
        if package.row.name in lacking
        else package.row
        for package in packages
    ]
