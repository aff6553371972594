"""Every Python package for the browser: those of Pyodide's release, and from PyPI what that does not give here."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from runtime_static.installation.packages import WANTED, PackageRow, install_packages, without_broken
from runtime_static.installation.pins import Pin, normal_name
from runtime_static.installation.pure import PurePackage, WheelFinder, install_pure, unmet, without_unmet
from runtime_static.installation.sources import Say, Source


@dataclass(frozen=True)
class Offers:
    """Where packages may come from, in the order in which they are asked, and what PyPI is to give."""

    release: list[Source] = field(default_factory=list)
    pins: list[Pin] = field(default_factory=list)
    wheels: list[WheelFinder] = field(default_factory=list)


@dataclass(frozen=True)
class PackageSet:
    """The rows of the table of packages, and a lock file that knows all of them."""

    rows: list[PackageRow]
    lock: dict[str, Any]


def install_all(folder: Path, cache: Path, lock: dict[str, Any], offers: Offers, say: Say) -> PackageSet:
    """Wheels of all wanted packages into `folder`. `lock` is Pyodide's own."""
    python = str(lock["info"].get("python", ""))
    release = {normal_name(row.name): row for row in install_packages(folder, lock, offers.release, say)}
    pins = [pin for pin in offers.pins if pin.name not in release or not release[pin.name].source]
    pure, absent = install_pure(cache, folder, pins, offers.wheels, python)
    merged = lock | {
        "packages": lock["packages"] | {package.entry["name"]: package.entry for package in pure}
    }
    rows = _combined(release, pure, absent, folder, python)
    wanted = {*WANTED, *(pin.name for pin in offers.pins)}
    checked = without_broken(rows, merged)
    return PackageSet([row for row in checked if row.source or normal_name(row.name) in wanted], merged)


def _combined(
    release: dict[str, PackageRow],
    pure: list[PurePackage],
    absent: list[PackageRow],
    folder: Path,
    python: str,
) -> list[PackageRow]:
    """One row a package, sorted: what is installed beats what is not, Pyodide's reason beats PyPI's silence."""
    rows = {row.name: row for row in absent} | release
    rows |= {package.row.name: package.row for package in pure}
    versions = {name: row.version for name, row in rows.items() if row.source}
    lacking = unmet(pure, folder, versions, python)
    rows |= {row.name: row for row in without_unmet(pure, lacking)}
    return [rows[name] for name in sorted(rows)]
