"""Builds the folder from which the peers are served: JupyterLite, PyScript, and a Pyodide release with its packages."""

import hashlib
import json
import os
import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from config.programs import run_quietly
from runtime_static.installation.compression import QUICK, compress_folder
from runtime_static.installation.publish import fingerprint, publish_folder

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parents[1]
PINS = ("requirements.txt", "wheels.txt", "package.json", "package-lock.json", "install.py")
CORE = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip")
KERNEL = "@jupyterlite/pyodide-kernel-extension:kernel"
UNUSED = (".map", ".ipynb")


@dataclass(frozen=True)
class Peers:
    """What was installed: the folder to serve, and the versions for the table."""

    site: Path
    jupyterlite: str
    pyscript: str
    pyodide: str


def install_peers(data: Path) -> Peers:
    """Install what is missing below `data`/bench. Raises SystemExit when a package cannot be had."""
    folder = data / "bench"
    folder.mkdir(parents=True, exist_ok=True)
    pyodide = _pyodide_version()
    pages = {f"pages/{path.name}": path for path in (HERE / "pages").iterdir()}
    inputs = {name: HERE / name for name in PINS} | pages
    site = folder / f"peers-{pyodide}-{fingerprint(inputs)[:12]}"
    peers = Peers(site, _pinned("requirements.txt", "jupyterlite-core"), _pyscript_version(), pyodide)
    if not (site / ".installed.json").is_file():
        _build(folder, site, data, pyodide)
    return peers


def _build(folder: Path, site: Path, data: Path, pyodide: str) -> None:
    work = folder / f".work.{os.getpid()}"
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir()
    try:
        files = _tree(_jupyterlite(work), "jupyterlite/")
        files |= _tree(_pyscript(work), "pyscript/core/")
        files |= {f"pyscript/{path.name}": path for path in (HERE / "pages").iterdir()}
        files |= _tree(_pyodide(work, data, pyodide), "pyodide/")
        print("Compressing the peers (some minutes, once) …", flush=True)
        publish_folder(site, files, lambda aside: compress_folder(aside, QUICK))
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _jupyterlite(work: Path) -> Path:
    """Its console with the Pyodide kernel, built by its own builder in an environment of its own."""
    print("Building JupyterLite …", flush=True)
    _run([sys.executable, "-m", "venv", work / "venv"])
    python = work / "venv" / "bin" / "python"
    _run([python, "-m", "pip", "install", "-q", "--require-hashes", "-r", HERE / "requirements.txt"])
    lite = work / "lite"
    lite.mkdir()
    settings = {KERNEL: {"pyodideUrl": "/pyodide/pyodide.mjs", "disablePyPIFallback": True}}
    config = {"jupyter-lite-schema-version": 0, "jupyter-config-data": {"litePluginSettings": settings}}
    (lite / "jupyter-lite.json").write_text(json.dumps(config))
    command: list[str | Path] = [
        python,
        "-m",
        "jupyterlite_core",
        "build",
        "--apps",
        "repl",
        "--no-unused-shared-packages",
    ]
    _run([*command, "--lite-dir", lite, "--output-dir", work / "out"], cwd=lite)
    return work / "out"


def _pyscript(work: Path) -> Path:
    print("Installing PyScript …", flush=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copyfile(HERE / name, work / name)
    _run(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"], cwd=work)
    return work / "node_modules" / "@pyscript" / "core" / "dist"


def _pyodide(work: Path, data: Path, version: str) -> Path:
    """The release as published, with the packages that this machine has; its lock names no others."""
    folder = work / "pyodide"
    folder.mkdir()
    published = PROJECT / "node_modules" / "pyodide"
    for name in CORE:
        shutil.copyfile(published / name, folder / name)
    wheels = work / "wheels"
    command = [
        sys.executable,
        "-m",
        "pip",
        "download",
        "-q",
        "--require-hashes",
        "--no-deps",
        "--only-binary=:all:",
    ]
    _run([*command, "--ignore-requires-python", "-r", HERE / "wheels.txt", "-d", wheels])
    lock = json.loads((published / "pyodide-lock.json").read_text())
    originals = data / "cache" / f"python-packages@{version}"
    lock["packages"] = _available(lock["packages"], originals) | _from_pypi(lock["packages"], wheels)
    for entry in lock["packages"].values():
        source = originals if (originals / entry["file_name"]).is_file() else wheels
        shutil.copyfile(source / entry["file_name"], folder / entry["file_name"])
    (folder / "pyodide-lock.json").write_text(json.dumps(lock))
    return folder


def _available(packages: dict[str, Any], originals: Path) -> dict[str, Any]:
    """Entries of the lock whose file is here as it was published."""
    return {
        name: entry
        for name, entry in packages.items()
        if (originals / entry["file_name"]).is_file()
        and _sha256(originals / entry["file_name"]) == entry["sha256"]
    }


def _from_pypi(packages: dict[str, Any], wheels: Path) -> dict[str, Any]:
    """Entries for plain Python wheels of PyPI, in place of Pyodide's own builds of them."""
    entries = {}
    for wheel in sorted(wheels.glob("*.whl")):
        name, version = wheel.name.split("-")[:2]
        normal = name.lower().replace("_", "-")
        known = next((key for key in (normal, name.lower()) if key in packages), normal)
        plain = {
            "name": normal,
            "install_dir": "site",
            "package_type": "package",
            "depends": [],
            "imports": [name],
        }
        own = {"version": version, "file_name": wheel.name, "sha256": _sha256(wheel)}
        entries[known] = plain | packages.get(known, {}) | own
    return entries


def _tree(folder: Path, prefix: str) -> dict[str, Path]:
    files = (path for path in sorted(folder.rglob("*")) if path.is_file() and path.suffix not in UNUSED)
    return {prefix + str(path.relative_to(folder)): path for path in files}


def _pyodide_version() -> str:
    return str(json.loads((PROJECT / "node_modules/pyodide/package.json").read_text())["version"])


def _pyscript_version() -> str:
    return str(json.loads((HERE / "package.json").read_text())["dependencies"]["@pyscript/core"])


def _pinned(file: str, name: str) -> str:
    lines = (HERE / file).read_text().splitlines()
    return next(line.split("==")[1].split()[0] for line in lines if line.startswith(f"{name}=="))


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _run(command: Sequence[str | Path], cwd: Path | None = None) -> None:
    done = run_quietly(command, cwd=cwd)
    if done.returncode:
        print(done.stdout)
        raise SystemExit(f"{Path(command[0]).name} failed; the lines above say why.")
