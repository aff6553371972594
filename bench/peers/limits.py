"""The least that a program can make a browser fetch: Python's core and what the program imports."""

import json
from pathlib import Path

from bench.peers.contestants import Program
from runtime_static.installation.compression import size_on_the_wire

CORE = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm")
IMPORTED: dict[Program, tuple[str, ...]] = {"print": (), "figure": ("numpy", "pandas", "matplotlib")}


def limit(data: Path, program: Program) -> int:
    """Bytes, of the files as this server serves them."""
    vendor = data / "vendor"
    manifest = json.loads((vendor / "manifest.json").read_text())
    core = vendor / manifest["folders"]["pyodide"].removeprefix("/vendor/")
    packages = vendor / manifest["python_folder"].removeprefix("/vendor/")
    lock = json.loads((packages / Path(manifest["python_lock"]).name).read_text())["packages"]
    files = [core / name for name in CORE] + [packages / Path(manifest["python_core"]).name]
    files += [packages / lock[name]["file_name"] for name in _closure(lock, IMPORTED[program])]
    return sum(size_on_the_wire(file) for file in files)


def _closure(lock: dict[str, dict[str, list[str]]], names: tuple[str, ...]) -> set[str]:
    found: set[str] = set()
    todo = list(names)
    while todo:
        name = todo.pop()
        if name not in found and name in lock:
            found.add(name)
            todo += lock[name]["depends"]
    return found
