"""The Python packages of the pinned Pyodide release: fetched, checked against its lock file, and listed."""

import base64
import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from runtime_static.installation.compression import size_on_the_wire
from runtime_static.installation.origins import Origins
from runtime_static.installation.pins import normal_name
from runtime_static.installation.publish import write_file
from runtime_static.installation.sources import Say, Source

# What lessons use; everything they depend on comes with them.
WANTED = (
    "numpy",
    "pandas",
    "matplotlib",
    "scipy",
    "scikit-learn",
    "sympy",
    "pillow",
    "beautifulsoup4",
    "lxml",
    "pyyaml",
    "cryptography",
    "regex",
    "networkx",
    "requests",
    "sqlalchemy",
    "micropip",
    "click",
    "httpx",
    "pydantic",
)
NO_SOURCE = "no source that this server can reach has it"


@dataclass(frozen=True)
class PackageRow:
    """One line of the table of packages; `source` is empty and `reason` says why when it is not installed.

    `size` is in bytes, as browsers get it; `note` is a word on a package that is not quite the original.
    """

    name: str
    version: str
    file: str
    size: int
    source: str
    reason: str
    note: str = ""


def install_packages(
    folder: Path,
    lock: dict[str, Any],
    sources: Iterable[Source],
    say: Say,
) -> list[PackageRow]:
    """Put the files of all wanted packages into `folder`; a file is accepted only if its hash is the lock's.

    Whether each has all that it needs is another question: `without_broken`.
    """
    sources = list(sources)
    origins = Origins(folder)
    return [_install(folder, lock["packages"][name], sources, origins, say) for name in closure(lock, WANTED)]


def closure(lock: dict[str, Any], names: Iterable[str]) -> list[str]:
    """Packages of the lock and everything they depend on, sorted."""
    found: set[str] = set()
    todo = list(names)
    while todo:
        name = normal_name(todo.pop())
        if name not in found and name in lock["packages"]:
            found.add(name)
            todo += lock["packages"][name]["depends"]
    return sorted(found)


def served_lock(
    lock: dict[str, Any], rows: Iterable[PackageRow], folder: Path, library: dict[str, Any]
) -> bytes:
    """The lock file for the browser: the packages as they stand in `folder`, and what our worker wants to know.

    `library` names the archive with the rest of the standard library, and its modules.
    """
    installed = {normal_name(row.name): folder / row.file for row in rows if row.source}
    packages = {
        name: lock["packages"][name] | {"sha256": _sha256(path.read_bytes())}
        for name, path in sorted(installed.items())
    }
    present = {top for entry in packages.values() for top in entry["imports"]}
    missing = {
        top: entry["name"]
        for name, entry in lock["packages"].items()
        if name not in installed and entry["package_type"] == "package" and not name.endswith("-tests")
        for top in entry["imports"]
        if "." not in top and top not in present
    }
    ours = {
        "sizes": {name: size_on_the_wire(path) for name, path in installed.items()},
        "missing": missing,
        "library": library,
    }
    return json.dumps({"info": lock["info"], "packages": packages, "codeyard": ours}, sort_keys=True).encode()


def rows_as_json(rows: Iterable[PackageRow]) -> list[dict[str, Any]]:
    """For the manifest."""
    return [asdict(row) for row in rows]


def _install(
    folder: Path, entry: dict[str, Any], sources: list[Source], origins: Origins, say: Say
) -> PackageRow:
    path = folder / entry["file_name"]
    if path.is_file() and _sha256(path.read_bytes()) == entry["sha256"]:
        return _row(entry, path.stat().st_size, origins.of(path.name))
    reason = NO_SOURCE
    for source in sources:
        data = source.read(entry["file_name"])
        if data is None:
            continue
        if _sha256(data) != entry["sha256"]:
            reason = f"the file from {source.name} is not the one in Pyodide's lock file"
            say(f"Refused {entry['file_name']}: {reason}.")
            continue
        write_file(path, data)
        origins.note(path.name, source.name)
        return _row(entry, len(data), source.name)
    path.unlink(missing_ok=True)
    return _row(entry, 0, "", reason)


def _row(entry: dict[str, Any], size: int, source: str, reason: str = "") -> PackageRow:
    return PackageRow(entry["name"], entry["version"], entry["file_name"], size, source, reason)


def without_broken(rows: list[PackageRow], lock: dict[str, Any]) -> list[PackageRow]:
    """A package whose dependency is not there counts as not installed."""
    installed = {normal_name(row.name) for row in rows if row.source}
    checked = []
    for row in rows:
        lacking = set(closure(lock, [row.name])) - installed - {normal_name(row.name)}
        broken = replace(row, size=0, source="", reason=f"needs {', '.join(sorted(lacking))}")
        checked.append(broken if lacking and row.source else row)
    return checked


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def short_hash(data: bytes) -> str:
    """Twelve characters for a file name that changes with the content."""
    return base64.b32encode(hashlib.sha256(data).digest()).decode().lower()[:12]
