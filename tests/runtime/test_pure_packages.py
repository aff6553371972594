"""Pure-Python packages from PyPI: which files are accepted, and what the lock file and the table say of them."""

import hashlib
import io
import json
import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.management import call_command

from runtime_static import vendor
from runtime_static.installation.node import find_node
from runtime_static.installation.pins import Pin, read_pins
from runtime_static.installation.pypi import COMPILED_ON_PYPI, FolderWheels, PypiWheels
from runtime_static.installation.python_packages import Offers, PackageSet, install_all
from runtime_static.installation.sources import FolderSource
from runtime_static.installation.wheels import import_names, requirements_of

PROJECT = Path(__file__).resolve().parents[2]
PINS = PROJECT / "requirements-browser.txt"
PYTHON = "3.14.0"
COMPILED_TAG = "cp314-cp314-manylinux_2_17_x86_64"


def make_wheel(
    folder: Path, name: str, *needs: str, tag: str = "py3-none-any", version: str = "1.0", **files: str
) -> Pin:
    """A wheel with one module of its name, and the pin for it."""
    path = folder / f"{name}-{version}-{tag}.whl"
    metadata = f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(f"{name}/__init__.py", f"__version__ = '{version}'\n")
        archive.writestr("tests/test_it.py", "")
        for file, text in files.items():
            archive.writestr(f"{name}/{file.replace('_dot_', '.')}", text)
        archive.writestr(
            f"{name}-{version}.dist-info/METADATA",
            metadata + "".join(f"Requires-Dist: {need}\n" for need in needs),
        )
        archive.writestr(f"{name}-{version}.dist-info/WHEEL", f"Wheel-Version: 1.0\nTag: {tag}\n")
    return Pin(name, version, frozenset({hashlib.sha256(path.read_bytes()).hexdigest()}))


@pytest.fixture
def mirror(tmp_path: Path) -> Path:
    folder = tmp_path / "mirror"
    folder.mkdir()
    return folder


def install(tmp_path: Path, mirror: Path, *pins: Pin, lock: dict[str, Any] | None = None) -> PackageSet:
    offers = Offers([FolderSource(mirror)], list(pins), [FolderWheels(mirror)])
    packages = lock or {}
    return install_all(
        tmp_path / "originals",
        tmp_path / "cache",
        {"info": {"python": PYTHON}, "packages": packages},
        offers,
        print,
    )


def row(found: PackageSet, name: str) -> Any:
    return next(row for row in found.rows if row.name == name)


def test_pinned_wheel_gets_a_line_in_the_lock_file(tmp_path: Path, mirror: Path) -> None:
    needed = make_wheel(mirror, "needed", version="2.5")
    pin = make_wheel(
        mirror, "shapes", "needed>=2", 'colorama; sys_platform == "win32"', 'pytest; extra == "test"'
    )

    found = install(tmp_path, mirror, pin, needed)

    entry = found.lock["packages"]["shapes"]
    assert row(found, "shapes").source == "folder"
    assert entry["depends"] == ["needed"]
    assert entry["imports"] == ["shapes"]
    content = (tmp_path / "originals" / entry["file_name"]).read_bytes()
    assert entry["sha256"] == hashlib.sha256(content).hexdigest()


def test_one_flipped_byte_is_refused_and_kept_nowhere(tmp_path: Path, mirror: Path) -> None:
    pin = make_wheel(mirror, "shapes")
    wheel = next(mirror.iterdir())
    damaged = bytearray(wheel.read_bytes())
    damaged[40] ^= 1
    wheel.write_bytes(damaged)

    found = install(tmp_path, mirror, pin)

    assert row(found, "shapes").source == ""
    assert row(found, "shapes").reason == "the file from folder does not have a pinned hash"
    assert not list((tmp_path / "cache").glob("*.whl"))
    assert "shapes" not in found.lock["packages"]


def test_what_lacks_a_package_or_has_it_too_old_is_not_offered(tmp_path: Path, mirror: Path) -> None:
    pins = [
        make_wheel(mirror, "needed", version="1.0"),
        make_wheel(mirror, "newer", "needed>=2"),
        make_wheel(mirror, "alone", "nowhere"),
        make_wheel(mirror, "upon", "newer"),
    ]

    found = install(tmp_path, mirror, *pins)

    reasons = {row.name: row.reason for row in found.rows if not row.source}
    assert reasons == {"newer": "needs needed>=2", "alone": "needs nowhere", "upon": "needs newer"}


def test_machine_code_is_left_out_and_the_table_says_so(tmp_path: Path, mirror: Path) -> None:
    pin = make_wheel(mirror, "quick", tag=COMPILED_TAG, _speed_dot_so="machine code")

    found = install(tmp_path, mirror, pin)

    quick = row(found, "quick")
    assert quick.file == "quick-1.0-py3-none-any.whl"
    assert "without the faster compiled one" in quick.note
    with zipfile.ZipFile(tmp_path / "originals" / quick.file) as archive:
        assert not [name for name in archive.namelist() if name.endswith(".so")]
        assert b"py3-none-any" in archive.read("quick-1.0.dist-info/WHEEL")


def test_pyodides_own_build_comes_before_the_pure_one(tmp_path: Path, mirror: Path) -> None:
    compiled = b"compiled for the browser"
    (mirror / "numpy-3.0-wasm.whl").write_bytes(compiled)
    entry = {
        "name": "numpy",
        "version": "3.0",
        "file_name": "numpy-3.0-wasm.whl",
        "sha256": hashlib.sha256(compiled).hexdigest(),
        "depends": [],
        "imports": ["numpy"],
        "package_type": "package",
    }
    pin = make_wheel(mirror, "numpy")

    with_it = install(tmp_path, mirror, pin, lock={"numpy": entry})
    (mirror / "numpy-3.0-wasm.whl").unlink()
    (tmp_path / "originals" / "numpy-3.0-wasm.whl").unlink()
    without_it = install(tmp_path, mirror, pin, lock={"numpy": entry})

    assert row(with_it, "numpy").version == "3.0"
    assert row(without_it, "numpy").version == "1.0"
    assert without_it.lock["packages"]["numpy"]["file_name"] == "numpy-1.0-py3-none-any.whl"


def test_second_run_needs_no_source_and_still_knows_where_files_came_from(
    tmp_path: Path, mirror: Path
) -> None:
    pin = make_wheel(mirror, "shapes")
    first = install(tmp_path, mirror, pin)
    shutil.rmtree(mirror)
    mirror.mkdir()

    assert install(tmp_path, mirror, pin) == first


def test_pins_name_all_that_they_need() -> None:
    """Every pinned package has a hash, and those without a pure wheel are really among them."""
    pins = {pin.name: pin for pin in read_pins(PINS)}

    assert {"networkx", "sqlalchemy", "seaborn", "pyyaml"} <= set(pins)
    assert set(pins) >= COMPILED_ON_PYPI
    assert all(pin.hashes for pin in pins.values())


def test_a_pin_without_hash_is_refused(tmp_path: Path) -> None:
    (tmp_path / "pins.txt").write_text("shapes==1.0\n")

    with pytest.raises(ValueError, match="without a hash"):
        read_pins(tmp_path / "pins.txt")


def test_pip_that_finds_nothing_gives_a_reason_for_each(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """pip really runs; the index is an empty folder."""
    (tmp_path / "index").mkdir()
    for name in ("PIP_EXTRA_INDEX_URL", "PIP_FIND_LINKS", "PIP_CONFIG_FILE"):
        monkeypatch.setenv(name, "/dev/null" if name == "PIP_CONFIG_FILE" else "")
    monkeypatch.setenv("PIP_INDEX_URL", (tmp_path / "index").as_uri())
    pins = [Pin(f"absent-{number}", "1.0", frozenset({"0" * 64})) for number in range(5)]

    reasons = PypiWheels(PYTHON, print).fetch(pins, tmp_path)

    assert set(reasons) == {pin.name for pin in pins}
    assert "absent-0" in reasons["absent-0"]
    assert reasons["absent-4"] == "PyPI could not be reached"


def test_metadata_decides_what_is_needed_in_a_browser(tmp_path: Path) -> None:
    make_wheel(
        tmp_path,
        "it",
        'a; python_version >= "3.14"',
        'b; platform_system == "Emscripten"',
        'c; os_name == "nt"',
    )

    wheel = next(tmp_path.iterdir())

    assert [need.name for need in requirements_of(wheel, PYTHON)] == ["a", "b"]
    assert import_names(wheel) == ["it"]


IMPORT_ALL = """
import { readFileSync } from "node:fs";
const { pyodide: folder, packages, lock: text, names } = JSON.parse(readFileSync(0, "utf8"));
const { loadPyodide } = await import(`${folder}/pyodide.mjs`);
const python = await loadPyodide({ indexURL: folder, lockFileContents: text, packageBaseUrl: packages });
const quiet = { messageCallback() {}, errorCallback() {} };
await python.loadPackage(names, quiet);
const { packages: entries } = JSON.parse(text);
python.globals.set("rows", python.toPy(names.map((name) => [name, entries[name].version, entries[name].imports])));
process.stdout.write(python.runPython(`
import importlib, importlib.metadata, json
problems = []
for name, version, modules in rows:
    if importlib.metadata.version(name) != version:
        problems.append(f"{name}: metadata")
    for module in modules:
        try:
            importlib.import_module(module)
        except BaseException as error:
            problems.append(f"{module}: {error!r}")
json.dumps(problems)
`));
"""


def test_every_pure_package_of_this_server_can_be_imported() -> None:
    pinned = {pin.name for pin in read_pins(PINS)}
    lock = (Path(settings.VENDOR_ROOT) / _below_vendor(vendor.manifest()["python_lock"])).read_text()
    names = sorted(pinned.intersection(json.loads(lock)["packages"]))
    task = {
        "pyodide": str(PROJECT / "node_modules" / "pyodide"),
        "packages": f"{settings.VENDOR_ROOT}/{_below_vendor(vendor.manifest()['python_folder'])}",
        "lock": lock,
        "names": names,
    }

    done = subprocess.run(
        [find_node(), "--input-type=module", "--eval", IMPORT_ALL],
        input=json.dumps(task),
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr[-2000:]
    assert json.loads(done.stdout) == []
    assert names


def _below_vendor(address: str) -> str:
    return address.removeprefix(settings.VENDOR_URL)


def test_the_command_lists_what_is_there_and_why_something_is_not() -> None:
    shown = io.StringIO()

    call_command("runtime_packages", stdout=shown)

    lines = shown.getvalue().splitlines()
    rows = vendor.python_packages()
    assert len([line for line in lines if line]) >= len(rows)
    for package in rows:
        line = next(line for line in lines if line.startswith(package["name"]))
        assert package["version"] in line
        assert (package["source"] or package["reason"]) in line
