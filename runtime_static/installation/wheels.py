"""What a wheel says about itself, and a wheel without its machine code."""

import io
import zipfile
from email.parser import Parser
from pathlib import Path
from typing import Any

from packaging.requirements import InvalidRequirement, Requirement
from packaging.utils import parse_wheel_filename

from runtime_static.installation.pins import normal_name

FIXED_DATE = (2020, 1, 1, 0, 0, 0)  # the same input gives the same bytes
MACHINE_CODE = (".so", ".pyd", ".dylib")
# Folders that some packages leave beside themselves; nobody imports a package by these names.
NO_IMPORTS = {"doc", "docs", "example", "examples", "test", "tests"}


class WheelError(Exception):
    """A wheel that cannot be used; the message says why."""


def browser_environment(python: str) -> dict[str, str]:
    """The environment markers of Python in the browser. `python` is its version, such as 3.14.0."""
    return {
        "extra": "",
        "implementation_name": "cpython",
        "implementation_version": python,
        "os_name": "posix",
        "platform_machine": "wasm32",
        "platform_python_implementation": "CPython",
        "platform_release": "",
        "platform_system": "Emscripten",
        "platform_version": "",
        "python_full_version": python,
        "python_version": ".".join(python.split(".")[:2]),
        "sys_platform": "emscripten",
    }


def requirements_of(wheel: Path, python: str) -> list[Requirement]:
    """What the package needs in the browser. Raises WheelError when its metadata cannot be read."""
    with zipfile.ZipFile(wheel) as archive:
        names = [name for name in archive.namelist() if name.endswith(".dist-info/METADATA")]
        if len(names) != 1:
            raise WheelError(f"{wheel.name} has no metadata")
        about = Parser().parsestr(archive.read(names[0]).decode("utf-8", "replace"), headersonly=True)
    environment = browser_environment(python)
    try:
        needs = [Requirement(line) for line in about.get_all("Requires-Dist", [])]
    except InvalidRequirement as error:
        raise WheelError(f"{wheel.name} has metadata that cannot be read: {error}") from None
    return [need for need in needs if need.marker is None or need.marker.evaluate(environment)]


def import_names(wheel: Path) -> list[str]:
    """The top-level names that it can be imported by; private ones (`_pytest`) come with the public ones."""
    with zipfile.ZipFile(wheel) as archive:
        parts = [name.split("/") for name in archive.namelist() if not name.endswith("/")]
    folders = {path[0] for path in parts if len(path) > 1 and path[-1].endswith((".py", ".pyc"))}
    modules = {path[0].partition(".py")[0] for path in parts if len(path) == 1 and ".py" in path[0]}
    names = {name for name in folders | modules if name.isidentifier() and name not in NO_IMPORTS}
    return sorted(name for name in names if not name.startswith("_")) or sorted(names)


def lock_entry(wheel: Path, python: str) -> dict[str, Any]:
    """The wheel's line in Pyodide's lock file (https://github.com/pyodide/pyodide-lock), all but its hash."""
    name, version, _, _ = parse_wheel_filename(wheel.name)
    needs = requirements_of(wheel, python)
    return {
        "name": str(name),
        "version": str(version),
        "file_name": wheel.name,
        "install_dir": "site",
        "package_type": "package",
        "imports": import_names(wheel),
        "depends": sorted({normal_name(need.name) for need in needs}),
        "unvendored_tests": False,
    }


def is_pure(wheel: Path) -> bool:
    """Whether it is made for every system."""
    return any(tag.abi == "none" and tag.platform == "any" for tag in parse_wheel_filename(wheel.name)[3])


def without_machine_code(wheel: Path) -> tuple[str, bytes]:
    """Name and content of the wheel's Python part, for packages that work without their compiled one."""
    name, version, _, _ = parse_wheel_filename(wheel.name)
    packed = io.BytesIO()
    with zipfile.ZipFile(wheel) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for info in sorted(old.infolist(), key=lambda info: info.filename):
            if info.filename.endswith(MACHINE_CODE) or info.is_dir():
                continue
            data = old.read(info)
            if info.filename.endswith(".dist-info/WHEEL"):
                data = b"Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
            entry = zipfile.ZipInfo(info.filename, FIXED_DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, data)
    return f"{str(name).replace('-', '_')}-{version}-py3-none-any.whl", packed.getvalue()
