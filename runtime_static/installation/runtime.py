"""The whole installation: npm packages, Pyodide, compiled packages, and the manifest that the server reads."""

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeAlias

from runtime_static.installation.compression import (
    BEST,
    QUICK,
    compress_file,
    compress_folder,
    size_on_the_wire,
)
from runtime_static.installation.npm import NpmPackage, browser_packages
from runtime_static.installation.packages import (
    PackageRow,
    rows_as_json,
    served_lock,
    short_hash,
)
from runtime_static.installation.publish import publish_folder, write_file
from runtime_static.installation.python_packages import Offers, install_all
from runtime_static.installation.repacking.repack import recipe, repack_files
from runtime_static.installation.sources import Say
from runtime_static.installation.startup.files import StartupFiles, prepare_startup
from runtime_static.installation.turtle_wheel import NAME as TURTLE
from runtime_static.installation.turtle_wheel import machine_turtle, make_turtle_wheel

MANIFEST = "manifest.json"

Repack: TypeAlias = Callable[[Path, list[Path], Path, Say], None]
Startup: TypeAlias = Callable[[Path, Path, Path, Say], StartupFiles]


@dataclass(frozen=True)
class Tools:
    """What needs Node."""

    repack: Repack = repack_files
    startup: Startup = prepare_startup


@dataclass(frozen=True)
class Places:
    """Where things are read and written."""

    project: Path
    vendor: Path
    cache: Path
    vendor_url: str
    programs: Path


@dataclass(frozen=True)
class PythonPackages:
    """The folder that browsers load Python's packages and standard library from."""

    folder: Path
    lock: str
    rows: list[PackageRow]
    startup: StartupFiles
    turtle: dict[str, str]


def install_runtime(
    places: Places,
    offers: Offers,
    say: Say,
    tools: Tools = Tools(),
) -> dict[str, Any]:
    """Install everything; what is there already stays. Gives the manifest."""
    places.vendor.mkdir(parents=True, exist_ok=True)
    packages = browser_packages(places.project)
    for package in packages:
        _publish(places, package, say)
    pyodide = next(package for package in packages if package.name == "pyodide")
    python = _install_python_packages(places, pyodide, offers, say, tools)
    manifest = _manifest(places, packages, python)
    write_file(places.vendor / MANIFEST, json.dumps(manifest, indent=1).encode())
    _remove_old(places.vendor, {places.vendor / package.folder for package in packages} | {python.folder})
    return manifest


def _publish(places: Places, package: NpmPackage, say: Say) -> None:
    def finish(aside: Path) -> None:
        slow = " (half a minute)" if package.name == "pyodide" else ""
        say(f"Compressing {package.name} {package.version}{slow} …")
        compress_folder(aside, QUICK if package.waits else BEST)

    publish_folder(places.vendor / package.folder, package.files, finish)


def _install_python_packages(
    places: Places, pyodide: NpmPackage, offers: Offers, say: Say, tools: Tools
) -> PythonPackages:
    """Verified originals go into the cache; browsers get them with bytecode in place of source."""
    npm_folder = places.project / "node_modules" / "pyodide"
    lock = json.loads((npm_folder / "pyodide-lock.json").read_text(encoding="utf-8"))
    originals = places.cache / f"python-packages@{pyodide.version}"
    packages = install_all(originals, places.cache / "pypi", lock, offers, say)
    turtle = make_turtle_wheel(originals, machine_turtle())
    packages.lock["packages"][TURTLE] = turtle.entry
    rows = [*packages.rows, turtle.row]
    folder = places.vendor / f"python-packages@{pyodide.version}-{recipe()}"
    files = [originals / row.file for row in rows if row.source]
    tools.repack(npm_folder, files, folder, say)
    startup = tools.startup(npm_folder, folder, places.programs, say)
    library = {"file": startup.library, "modules": startup.library_modules}
    lock_name = _write_lock(folder, served_lock(packages.lock, rows, folder, library))
    sized = [replace(row, size=size_on_the_wire(folder / row.file)) if row.source else row for row in rows]
    return PythonPackages(folder, lock_name, sized, startup, turtle.about)


def _write_lock(folder: Path, content: bytes) -> str:
    """Under a name with its hash, because everything here is immutable to browsers."""
    name = f"pyodide-lock.{short_hash(content)}.json"
    if not (folder / name).is_file():
        write_file(folder / name, content)
        compress_file(folder / name)
    for old in folder.glob("pyodide-lock.*.json*"):
        if not old.name.startswith(name):
            old.unlink()
    return name


def _manifest(places: Places, packages: list[NpmPackage], python: PythonPackages) -> dict[str, Any]:
    folders = {package.name: f"{places.vendor_url}{package.folder}/" for package in packages}
    python_folder = f"{places.vendor_url}{python.folder.name}/"
    return {
        "versions": {package.name: package.version for package in packages},
        "folders": folders,
        "imports": {
            package.name: folders[package.name] + package.entry for package in packages if package.entry
        },
        "python_folder": python_folder,
        "python_core": python_folder + python.startup.core,
        "python_library": python_folder + python.startup.library,
        "python_snapshot": python_folder + python.startup.snapshot,
        "python_own_packages": {
            package: {"address": python_folder + file.name, "digest": file.digest}
            for package, file in python.startup.own.items()
        },
        "python_lock": python_folder + python.lock,
        "python_packages": rows_as_json(python.rows),
        "turtle": python.turtle,
    }


def _remove_old(vendor: Path, current: set[Path]) -> None:
    """Folders of other versions and leftovers of broken runs."""
    scopes = {path.parent for path in current}
    for folder in (
        {child for scope in scopes for child in scope.iterdir() if child.is_dir()} - current - scopes
    ):
        shutil.rmtree(folder, ignore_errors=True)
