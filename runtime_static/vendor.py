"""Which third-party browser code is installed. `manage.py install_runtime` writes the manifest; this reads it."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

_cache: dict[str, tuple[int, dict[str, Any]]] = {}


def manifest() -> dict[str, Any]:
    """The manifest, read again when it has changed. Raises ImproperlyConfigured when nothing is installed."""
    path = Path(settings.VENDOR_ROOT) / "manifest.json"
    try:
        stamp = path.stat().st_mtime_ns
    except FileNotFoundError:
        raise ImproperlyConfigured(
            "The browser runtime is not installed. Run: manage.py install_runtime"
        ) from None
    known = _cache.get(str(path))
    if known is None or known[0] != stamp:
        known = _cache[str(path)] = (stamp, json.loads(path.read_text(encoding="utf-8")))
    return known[1]


def python_version() -> str:
    """The version of the browser's Python that lessons talk of, such as `3.14`."""
    return _python_of(
        Path(settings.VENDOR_ROOT) / manifest()["python_lock"].removeprefix(settings.VENDOR_URL)
    )


@cache
def _python_of(lock: Path) -> str:
    """From Pyodide's lock file, whose name changes with its content."""
    full = str(json.loads(lock.read_text(encoding="utf-8"))["info"]["python"])
    return ".".join(full.split(".")[:2])


def import_map() -> dict[str, dict[str, str]]:
    """The browser's import map: bare specifiers to addresses."""
    return {"imports": manifest()["imports"]}


def module_addresses() -> list[str]:
    """Addresses of all third-party modules, for `modulepreload`."""
    return sorted(manifest()["imports"].values())


def vendor_url(path: str) -> str:
    """The address of `package/file`, such as `@fontsource-variable/jetbrains-mono/index.css`."""
    folders = manifest()["folders"]
    for name, folder in folders.items():
        if path.startswith(f"{name}/"):
            return str(folder + path.removeprefix(f"{name}/"))
    raise ValueError(f"No installed package has the file {path}.")


def vendor_file(path: str) -> Path:
    """The same file on the server's disk."""
    return file_at(vendor_url(path))


def file_at(address: str) -> Path:
    """The file on the server's disk that an address of the manifest leads to."""
    return Path(settings.VENDOR_ROOT) / address.removeprefix(settings.VENDOR_URL)


def python_address(part: str) -> str:
    """Where browsers get a part of Python: core, library, snapshot or lock. Raises ImproperlyConfigured."""
    try:
        return str(manifest()[f"python_{part}"])
    except KeyError:
        raise ImproperlyConfigured(
            "The browser runtime was installed by another release. Run: manage.py install_runtime"
        ) from None


def python_packages() -> list[dict[str, Any]]:
    """The table of Python packages: name, version, file, size in bytes, source, and the reason where there is none."""
    return list(manifest()["python_packages"])


def installed_version(name: str) -> str | None:
    """The installed version of an npm package, or None."""
    try:
        return str(manifest()["versions"][name])
    except (ImproperlyConfigured, KeyError, ValueError):
        return None


def pinned_version(project: Path, name: str) -> str:
    """The version of an npm package that stands in node_modules of a project."""
    try:
        about = json.loads((project / "node_modules" / name / "package.json").read_text(encoding="utf-8"))
    except FileNotFoundError:
        return ""
    return str(about["version"])
