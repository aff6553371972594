"""install_runtime: what is accepted, what is refused, and that nothing is done twice."""

import hashlib
import json
import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import pytest

from runtime_static.installation import packages, publish
from runtime_static.installation.compression import size_on_the_wire
from runtime_static.installation.node import find_node
from runtime_static.installation.npm import RuntimeInstallError, browser_packages
from runtime_static.installation.python_packages import Offers
from runtime_static.installation.repacking.repack import repack_files
from runtime_static.installation.runtime import Places, Tools, install_runtime
from runtime_static.installation.sources import CdnSource, FolderSource, pinned_wheel
from runtime_static.installation.startup.files import OwnFile, StartupFiles

PROJECT = Path(__file__).resolve().parents[2]
WHEELS = {
    "numpy": b"numpy wheel",
    "six": b"six wheel",
    "python-dateutil": b"dateutil wheel",
    "pandas": b"pandas wheel",
}
LIBRARY: dict[str, Any] = {"file": "library.zip", "modules": ["wave"]}
DEPENDS = {"pandas": ["numpy", "python-dateutil"], "python-dateutil": ["six"]}


def entry(name: str, data: bytes) -> dict[str, Any]:
    return {
        "name": name,
        "version": "1.0",
        "file_name": f"{name}-1.0.whl",
        "sha256": hashlib.sha256(data).hexdigest(),
        "depends": DEPENDS.get(name, []),
        "imports": [name.replace("-", "_")],
        "package_type": "package",
        "install_dir": "site",
    }


@pytest.fixture
def lock() -> dict[str, Any]:
    return {
        "info": {"python": "3.14.0"},
        "packages": {name: entry(name, data) for name, data in WHEELS.items()}
        | {"rare": entry("rare", b"rare wheel")},
    }


@pytest.fixture
def folder(tmp_path: Path) -> FolderSource:
    """An operator's folder with all the wheels."""
    source = tmp_path / "operator"
    source.mkdir()
    for name, data in WHEELS.items():
        (source / f"{name}-1.0.whl").write_bytes(data)
    return FolderSource(source)


def install(tmp_path: Path, lock: dict[str, Any], *sources: Any) -> dict[str, packages.PackageRow]:
    target = tmp_path / "vendor" / "pyodide@1"
    target.mkdir(parents=True, exist_ok=True)
    rows = packages.install_packages(target, lock, sources, print)
    return {row.name: row for row in packages.without_broken(rows, lock)}


def test_packages_come_with_their_dependencies(
    tmp_path: Path, lock: dict[str, Any], folder: FolderSource
) -> None:
    rows = install(tmp_path, lock, folder)

    assert set(rows) == set(WHEELS)
    assert {row.source for row in rows.values()} == {"folder"}
    assert (tmp_path / "vendor/pyodide@1/six-1.0.whl").read_bytes() == b"six wheel"


def test_one_flipped_byte_is_refused_and_what_needs_it_is_not_offered(
    tmp_path: Path, lock: dict[str, Any], folder: FolderSource
) -> None:
    damaged = bytearray(WHEELS["six"])
    damaged[0] ^= 1
    (folder.folder / "six-1.0.whl").write_bytes(damaged)

    rows = install(tmp_path, lock, folder)
    served = json.loads(packages.served_lock(lock, rows.values(), tmp_path / "vendor/pyodide@1", LIBRARY))

    assert rows["six"].source == ""
    assert "not the one in Pyodide's lock file" in rows["six"].reason
    assert rows["pandas"].reason == "needs six"
    assert not (tmp_path / "vendor/pyodide@1/six-1.0.whl").exists()
    assert set(served["packages"]) == {"numpy"}
    assert served["codeyard"]["missing"]["pandas"] == "pandas"


def test_a_damaged_file_that_was_installed_before_is_fetched_again(
    tmp_path: Path, lock: dict[str, Any], folder: FolderSource
) -> None:
    install(tmp_path, lock, folder)
    (tmp_path / "vendor/pyodide@1/six-1.0.whl").write_bytes(b"damaged")

    rows = install(tmp_path, lock, folder)

    assert rows["six"].source == "folder"
    assert (tmp_path / "vendor/pyodide@1/six-1.0.whl").read_bytes() == b"six wheel"


def test_the_next_source_is_asked_when_one_is_damaged(
    tmp_path: Path, lock: dict[str, Any], folder: FolderSource
) -> None:
    bad = tmp_path / "bad"
    bad.mkdir()
    (bad / "six-1.0.whl").write_bytes(b"evil")

    rows = install(tmp_path, lock, FolderSource(bad), folder)

    assert rows["six"].source == "folder"


def test_served_lock_names_only_what_is_there_and_its_size(
    tmp_path: Path, lock: dict[str, Any], folder: FolderSource
) -> None:
    rows = install(tmp_path, lock, folder)

    served = json.loads(packages.served_lock(lock, rows.values(), tmp_path / "vendor/pyodide@1", LIBRARY))

    assert set(served["packages"]) == set(WHEELS)
    assert served["codeyard"]["sizes"]["numpy"] == len(WHEELS["numpy"])
    assert served["codeyard"]["missing"] == {"rare": "rare"}
    assert served["codeyard"]["library"] == LIBRARY


def test_unreachable_cdn_gives_up_at_the_first_failure() -> None:
    source = CdnSource("http://127.0.0.1:9/")

    assert source.read("a.whl") is None
    assert source.reachable is False
    assert source.read("b.whl") is None


def test_pinned_wheel_has_a_hash() -> None:
    requirement, digest = pinned_wheel(PROJECT / "requirements-runtime.txt")

    assert "==" in requirement
    assert len(bytes.fromhex(digest)) == 32


def test_npm_packages_are_complete_modules() -> None:
    found = {package.name: package for package in browser_packages(PROJECT)}

    view = found["@codemirror/view"]
    assert view.entry == "dist/index.js"
    assert {"style-mod", "w3c-keyname", "crelt", "@marijn/find-cluster-break", "@lezer/common"} <= set(found)
    assert "ws" not in found, "Pyodide's dependencies serve Node only"
    assert any(name.endswith(".woff2") for name in found["@fontsource-variable/jetbrains-mono"].files)
    assert "icons/play.svg" in found["lucide-static"].files


def test_what_only_a_worker_loads_stays_out_of_the_import_map() -> None:
    ruff = next(
        package for package in browser_packages(PROJECT) if package.name == "@astral-sh/ruff-wasm-web"
    )

    assert ruff.entry is None
    assert {"ruff_wasm.js", "ruff_wasm_bg.wasm"} <= set(ruff.files)


def test_without_node_modules_the_error_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(RuntimeInstallError, match="npm ci"):
        browser_packages(tmp_path)


def test_a_folder_is_written_once_and_again_when_a_file_changes(tmp_path: Path) -> None:
    source = tmp_path / "a.js"
    source.write_text("1")
    target = tmp_path / "vendor" / "a@1"
    finished: list[Path] = []

    assert publish.publish_folder(target, {"a.js": source}, finished.append) is True
    assert publish.publish_folder(target, {"a.js": source}, finished.append) is False
    source.write_text("2")
    assert publish.publish_folder(target, {"a.js": source}, finished.append) is True

    assert (target / "a.js").read_text() == "2"
    assert len(finished) == 2
    assert [path.name for path in target.parent.iterdir()] == ["a@1"]


def test_a_broken_run_leaves_the_old_folder_in_place(tmp_path: Path) -> None:
    source = tmp_path / "a.js"
    source.write_text("1")
    target = tmp_path / "vendor" / "a@1"
    publish.publish_folder(target, {"a.js": source}, lambda folder: None)
    source.write_text("2")

    def fail(folder: Path) -> None:
        raise OSError("disk full")

    with pytest.raises(OSError, match="disk full"):
        publish.publish_folder(target, {"a.js": source}, fail)

    assert (target / "a.js").read_text() == "1"


def copy_unchanged(pyodide: Path, sources: list[Path], target: Path, say: Any) -> None:
    """In place of the real repacking, which the small project's text files are not made for."""
    target.mkdir(parents=True, exist_ok=True)
    for source in sources:
        if not (target / source.name).is_file():
            shutil.copyfile(source, target / source.name)


def start_of_text(pyodide: Path, folder: Path, programs: Path, say: Any) -> StartupFiles:
    """In place of the real start, likewise."""
    (folder / "core.zip").write_bytes((pyodide / "python_stdlib.zip").read_bytes())
    return StartupFiles(
        "core.zip", "library.zip", ["wave"], "snapshot.bin", {"codeyard": OwnFile("own.json", "digest")}
    )


def test_whole_installation_from_a_small_project(tmp_path: Path) -> None:
    project = tmp_path / "project"
    pyodide = project / "node_modules" / "pyodide"
    module = project / "node_modules" / "tiny"
    for folder in (pyodide, module):
        folder.mkdir(parents=True)
    (project / "package.json").write_text(json.dumps({"dependencies": {"tiny": "1", "pyodide": "1"}}))
    (module / "package.json").write_text(
        json.dumps({"name": "tiny", "version": "1.2.3", "exports": "./index.js"})
    )
    (module / "index.js").write_text('export { a } from "./a.js";\n' + "// padding\n" * 200)
    (module / "a.js").write_text("export const a = 1;\n")
    about = {"name": "pyodide", "version": "9.9.9", "dependencies": {"ws": "1"}}
    (pyodide / "package.json").write_text(json.dumps(about))
    for name in ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip"):
        (pyodide / name).write_text(f"{name} " * 100)
    (pyodide / "pyodide-lock.json").write_text(json.dumps({"info": {}, "packages": {}}))
    places = Places(project, tmp_path / "vendor", tmp_path / "cache", "/vendor/", project)
    tools = Tools(copy_unchanged, start_of_text)
    (tmp_path / "vendor" / "tiny@0.9").mkdir(parents=True)

    manifest = install_runtime(places, Offers(), print, tools)

    assert manifest["imports"] == {"tiny": "/vendor/tiny@1.2.3/index.js"}
    assert (tmp_path / "vendor/tiny@1.2.3/a.js").is_file()
    assert (tmp_path / "vendor/tiny@1.2.3/index.js.br").is_file()
    assert (tmp_path / "vendor/tiny@1.2.3/index.js.gz").is_file()
    assert not (tmp_path / "vendor/tiny@0.9").exists()
    assert (tmp_path / "vendor" / manifest["python_lock"].removeprefix("/vendor/")).is_file()
    assert install_runtime(places, Offers(), print, tools) == manifest


def test_repacked_wheel_holds_bytecode_that_pyodide_runs(tmp_path: Path) -> None:
    wheel = tmp_path / "tiny-1.0-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr("tiny/__init__.py", "def answer():\n    return 42\n")
        archive.writestr("tiny/template.py", "this is {{ no python }}")
        archive.writestr("tiny/tests/test_tiny.py", "assert False")
        archive.writestr("tiny/data.txt", "data" * 1000)
        archive.writestr("tiny/__init__.pyi", "def answer() -> int: ...\n")
    target = tmp_path / "repacked"
    pyodide = PROJECT / "node_modules" / "pyodide"
    said: list[str] = []

    repack_files(pyodide, [wheel], target, said.append)
    repack_files(pyodide, [wheel], target, said.append)

    with zipfile.ZipFile(target / wheel.name) as archive:
        assert set(archive.namelist()) == {"tiny/__init__.pyc", "tiny/template.py", "tiny/data.txt"}
        assert {info.compress_type for info in archive.infolist()} == {zipfile.ZIP_STORED}
    assert len(said) == 1, "the second time nothing is due"
    assert size_on_the_wire(target / wheel.name) < (target / wheel.name).stat().st_size / 2
    program = f"""
        import {{ loadPyodide }} from {json.dumps((pyodide / "pyodide.mjs").as_uri())};
        import {{ readFileSync }} from "node:fs";
        const python = await loadPyodide();
        python.FS.writeFile("/tmp/tiny.zip", readFileSync({json.dumps(str(target / wheel.name))}));
        console.log(python.runPython("import sys; sys.path.insert(0, '/tmp/tiny.zip'); import tiny; tiny.answer()"));
    """
    done = subprocess.run(
        [find_node(), "--input-type=module", "-e", program], capture_output=True, text=True, check=False
    )
    assert done.stdout.strip().endswith("42"), done.stderr
