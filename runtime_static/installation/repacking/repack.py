"""Repacks verified files with Node, which runs Pyodide. What was repacked from the same file stays."""

import hashlib
import json
import shutil
from pathlib import Path
from typing import Any

from runtime_static.installation.compression import QUICK, compress_files
from runtime_static.installation.node import run_driver
from runtime_static.installation.publish import write_file
from runtime_static.installation.sources import Say

HERE = Path(__file__).parent
SCRIPT = HERE / "bytecode.py"
DRIVER = HERE / "repack.mjs"
SOURCES = ".sources.json"


def recipe() -> str:
    """Eight characters that change with the way of repacking; in the folder's name, because files are immutable."""
    return hashlib.sha256(SCRIPT.read_bytes() + DRIVER.read_bytes()).hexdigest()[:8]


def repack_files(pyodide: Path, sources: list[Path], target: Path, say: Say) -> None:
    """Repack wheels into `target`, under their names. `pyodide` is the npm package's folder.

    Raises RuntimeInstallError when Node is missing or fails.
    """
    target.mkdir(parents=True, exist_ok=True)
    known = _read_known(target)
    wanted = {source.name: hashlib.sha256(source.read_bytes()).hexdigest() for source in sources}
    due = [
        source
        for source in sources
        if known.get(source.name) != wanted[source.name] or not (target / source.name).is_file()
    ]
    if due:
        say(f"Turning {len(due)} Python packages into bytecode (a minute) …")
        _run_node(pyodide, due, target)
        write_file(target / SOURCES, json.dumps(wanted).encode())
    for path in target.glob("*.whl*"):
        if path.name.removesuffix(".br").removesuffix(".gz") not in wanted:
            path.unlink()


def _run_node(pyodide: Path, due: list[Path], target: Path) -> None:
    aside = target / ".new"
    shutil.rmtree(aside, ignore_errors=True)
    aside.mkdir()
    jobs = [{"source": str(source), "target": str(aside / source.name)} for source in due]
    task = {"pyodide": str(pyodide), "script": str(SCRIPT), "jobs": jobs}
    run_driver(DRIVER, task, "The Python packages could not be prepared")
    compress_files(list(aside.iterdir()), QUICK)
    for path in aside.iterdir():
        path.replace(target / path.name)
    aside.rmdir()


def _read_known(target: Path) -> dict[str, Any]:
    try:
        return dict(json.loads((target / SOURCES).read_text(encoding="utf-8")))
    except (OSError, ValueError):
        return {}
