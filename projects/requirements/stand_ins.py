"""Stands in for this server's own packages while others are looked up.

The compiled packages of the browser's Python are on no index. The resolver learns of them from a folder of wheels that
hold nothing but metadata: name, version, and what the browser's own table says that they need.
"""

import os
import shutil
import zipfile
from collections.abc import Iterator
from email.parser import HeaderParser
from pathlib import Path

from django.conf import settings

from runtime_static.served_packages import Runtime, ServedPackage

WHEEL = "Wheel-Version: 1.0\nGenerator: codeyard\nRoot-Is-Purelib: true\nTag: py3-none-any\n"


def stand_in_folder(runtime: Runtime) -> Path:
    """A folder with one wheel for each served package; made once for a set of packages."""
    parent = Path(settings.DATA_DIR) / "cache" / "stand-ins"
    folder = parent / runtime.mark
    if folder.is_dir():
        return folder
    aside = parent / f".{runtime.mark}.{os.getpid()}"
    shutil.rmtree(aside, ignore_errors=True)
    aside.mkdir(parents=True)
    for package in runtime.packages.values():
        _write(aside, package)
    try:
        aside.rename(folder)
    except OSError:  # another process was first
        shutil.rmtree(aside, ignore_errors=True)
    return folder


def _write(folder: Path, package: ServedPackage) -> None:
    stem = f"{package.name.replace('-', '_')}-{package.version}"
    with zipfile.ZipFile(folder / f"{stem}-py3-none-any.whl", "w") as archive:
        archive.writestr(f"{stem}.dist-info/METADATA", "".join(_metadata(package)))
        archive.writestr(f"{stem}.dist-info/WHEEL", WHEEL)
        archive.writestr(f"{stem}.dist-info/RECORD", "")


def _metadata(package: ServedPackage) -> Iterator[str]:
    yield f"Metadata-Version: 2.1\nName: {package.name}\nVersion: {package.version}\n"
    yield from (f"Requires-Dist: {name}\n" for name in package.depends)
    yield from _extras(package.file)


def _extras(wheel: Path) -> Iterator[str]:
    """What `pandas[excel]` adds; the table of the browser's Python knows nothing of it, the wheel does."""
    with zipfile.ZipFile(wheel) as archive:
        names = [name for name in archive.namelist() if name.endswith(".dist-info/METADATA")]
        about = HeaderParser().parsestr(archive.read(names[0]).decode()) if names else None
    for extra in (about.get_all("Provides-Extra") or []) if about else []:
        yield f"Provides-Extra: {extra}\n"
    for line in (about.get_all("Requires-Dist") or []) if about else []:
        if "extra ==" in line:
            yield f"Requires-Dist: {' '.join(line.split())}\n"
