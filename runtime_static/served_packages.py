"""Which Python packages this server brings for the browser, as code that looks for packages needs to know them."""

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from runtime_static import vendor
from runtime_static.installation.pins import normal_name

PURE = "-none-any.whl"


@dataclass(frozen=True, slots=True)
class ServedPackage:
    """One of them. `name` is normalised, `depends` names others; `is_pure` when it holds no compiled code."""

    name: str
    version: str
    file: Path
    depends: tuple[str, ...]
    imports: tuple[str, ...]
    is_pure: bool


@dataclass(frozen=True, slots=True)
class Runtime:
    """Python in the browser. `mark` changes with every set of packages."""

    title: str
    python: str
    mark: str
    packages: dict[str, ServedPackage]


def runtime() -> Runtime:
    """What is installed now. Raises ImproperlyConfigured when nothing is."""
    manifest = vendor.manifest()
    return _read(vendor.file_at(manifest["python_lock"]), runtime_title())


def runtime_title() -> str:
    """Which Python runs in browsers, as lock files name it."""
    return f"Pyodide {vendor.installed_version('pyodide') or 'none'}"


@lru_cache(maxsize=2)
def _read(lock: Path, title: str) -> Runtime:
    """The name of a lock file changes with its content, so that what was read once stays true."""
    content = json.loads(lock.read_text(encoding="utf-8"))
    packages = [_package(entry, lock.parent) for entry in content["packages"].values()]
    python = ".".join(content["info"]["python"].split(".")[:2])
    return Runtime(title, python, lock.name, {package.name: package for package in packages})


def _package(entry: dict[str, Any], folder: Path) -> ServedPackage:
    return ServedPackage(
        name=normal_name(entry["name"]),
        version=entry["version"],
        file=folder / entry["file_name"],
        depends=tuple(normal_name(name) for name in entry["depends"]),
        imports=tuple(entry["imports"]),
        is_pure=entry["file_name"].endswith(PURE),
    )
