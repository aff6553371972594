"""CPython's own turtle as a wheel for browsers. Pyodide leaves it out, so it comes from the Python that runs this.

The wheel holds that `turtle.py` and the programs of `turtledemo`, unchanged, and our window for them
(`static/runtime/py/turtle_window`). Nothing of CPython's is kept in the repository.
"""

import hashlib
import io
import platform
import zipfile
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from runtime_static.installation.packages import PackageRow, short_hash
from runtime_static.installation.publish import write_file

NAME = "turtle"
WINDOW = Path(__file__).parents[1] / "static/runtime/py/turtle_window"
WRAPPER = "turtle_module.py"
NEEDS_WIDGETS = "__main__.py"  # of turtledemo: its viewer
FIXED_DATE = (2020, 1, 1, 0, 0, 0)  # the same input gives the same bytes
ABSENT = "the Python of this server has no turtle.py (on Debian it is in libpython3-stdlib)"


@dataclass(frozen=True)
class TurtleWheel:
    """What the lock file, the table of packages and the manifest say of it."""

    entry: dict[str, Any]
    row: PackageRow
    about: dict[str, str]


def sources() -> list[Path]:
    """Our own files in the wheel; when one changes, the wheel does."""
    return sorted(WINDOW.glob("*.py"))


def machine_turtle() -> Path | None:
    """The turtle.py of the Python that runs this, or None. It is not imported: it would open a window."""
    spec = find_spec(NAME)
    path = Path(spec.origin) if spec and spec.origin else None
    return path if path and path.is_file() and path.suffix == ".py" else None


def make_turtle_wheel(folder: Path, turtle: Path | None) -> TurtleWheel:
    """Write the wheel into `folder`, unless it is there. Without a turtle.py the row says why there is none."""
    version = platform.python_version()
    if turtle is None:
        return TurtleWheel(_entry(version, "", b""), PackageRow(NAME, version, "", 0, "", ABSENT), {})
    data = _wheel(turtle, version)
    file = f"{NAME}-{version}-1{short_hash(data)}-py3-none-any.whl"
    if not (folder / file).is_file():
        write_file(folder / file, data)
    for old in folder.glob(f"{NAME}-*.whl"):
        if old.name != file:
            old.unlink()
    note = f"turtle.py of this server's Python {version}"
    row = PackageRow(NAME, version, file, len(data), "Python", "", note)
    about = {"python": version, "sha256": hashlib.sha256(turtle.read_bytes()).hexdigest()}
    return TurtleWheel(_entry(version, file, data), row, about)


def _entry(version: str, file: str, data: bytes) -> dict[str, Any]:
    """As Pyodide's lock file describes a package."""
    return {
        "name": NAME,
        "version": version,
        "file_name": file,
        "install_dir": "site",
        "sha256": hashlib.sha256(data).hexdigest(),
        "package_type": "package",
        "imports": [NAME, "turtledemo"],
        "depends": [],
        "unvendored_tests": False,
    }


def _wheel(turtle: Path, version: str) -> bytes:
    files = {"_cpython_turtle.py": turtle, f"{NAME}.py": WINDOW / WRAPPER}
    files |= {f"turtle_window/{path.name}": path for path in sources() if path.name != WRAPPER}
    demos = turtle.parent / "turtledemo"
    files |= {f"turtledemo/{path.name}": path for path in demos.glob("*.py") if path.name != NEEDS_WIDGETS}
    contents = {name: path.read_bytes() for name, path in files.items()}
    return _zip(contents | _metadata(turtle, version))


def _metadata(turtle: Path, version: str) -> dict[str, bytes]:
    folder = f"{NAME}-{version}.dist-info"
    about = f"Metadata-Version: 2.1\nName: {NAME}\nVersion: {version}\nLicense: PSF-2.0\n"
    contents = {
        f"{folder}/METADATA": about.encode(),
        f"{folder}/WHEEL": b"Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        f"{folder}/RECORD": b"",
    }
    licence = turtle.parent / "LICENSE.txt"
    if licence.is_file():
        contents[f"{folder}/LICENSE.txt"] = licence.read_bytes()
    return contents


def _zip(contents: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(contents):
            entry = zipfile.ZipInfo(name, FIXED_DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, contents[name])
    return buffer.getvalue()
