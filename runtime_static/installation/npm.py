"""What the browser needs out of node_modules: module files, fonts, icons, and Pyodide itself."""

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from runtime_static.icons import ICONS
from runtime_static.installation.publish import FileList

FONT_SHEETS = ("index.css", "wght-italic.css")
RUFF = "@astral-sh/ruff-wasm-web"
RUFF_FILES = ("ruff_wasm.js", "ruff_wasm_bg.wasm")
PYODIDE_FILES = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm")
LICENCES = ("LICENSE", "LICENSE.md", "LICENSE.txt")
RELATIVE_IMPORT = re.compile(r"""(?:from|import)\s*["'](\.{1,2}/[^"']+)["']""")
STYLE_URL = re.compile(r"url\(\./([^)]+\.woff2)\)")


class RuntimeInstallError(Exception):
    """Something that the set-up needs is not there; the message says what to do."""


@dataclass(frozen=True)
class NpmPackage:
    """An installed package, and which of its files the browser gets."""

    name: str
    version: str
    files: FileList
    entry: str | None

    @property
    def waits(self) -> bool:
        """Whether nobody waits for it: browsers load it when all else is done."""
        return self.name == RUFF

    @property
    def folder(self) -> str:
        """Its folder below VENDOR_ROOT."""
        return f"{self.name}@{self.version}"


def browser_packages(project: Path) -> list[NpmPackage]:
    """The `dependencies` of package.json and all that they depend on, as they stand in node_modules."""
    wanted = sorted(_read_json(project / "package.json").get("dependencies", {}))
    found: dict[str, NpmPackage] = {}
    while wanted:
        name = wanted.pop()
        if name in found:
            continue
        folder = project / "node_modules" / name
        about = _read_json(folder / "package.json")
        found[name] = _package(name, folder, about)
        if name != "pyodide":  # its dependencies serve Node only
            wanted += about.get("dependencies", {})
    return [found[name] for name in sorted(found)]


def _package(name: str, folder: Path, about: dict[str, Any]) -> NpmPackage:
    entry = None
    if name == "pyodide":
        files = {file: folder / file for file in PYODIDE_FILES}
    elif name == RUFF:  # a worker loads it by its address, where import maps hold nothing
        files = {file: folder / file for file in RUFF_FILES}
    elif name == "lucide-static":
        files = {f"icons/{icon}.svg": folder / "icons" / f"{icon}.svg" for icon in ICONS}
    elif name.startswith("@fontsource"):
        files = _font_files(folder)
    else:
        entry = _module_entry(about)
        files = _module_files(folder, entry)
    files |= {licence: folder / licence for licence in LICENCES if (folder / licence).is_file()}
    absent = [file for file, source in files.items() if not source.is_file()]
    if absent:
        raise RuntimeInstallError(f"{name} {about['version']} has no file {absent[0]}.")
    return NpmPackage(name, about["version"], files, entry)


def _module_entry(about: dict[str, Any]) -> str:
    """The package's ES module (https://nodejs.org/api/packages.html#conditional-exports)."""
    exports = about.get("exports", {})
    main = exports.get(".", exports) if isinstance(exports, dict) else exports
    entry = main if isinstance(main, str) else main.get("import") or about.get("module")
    if not isinstance(entry, str):
        raise RuntimeInstallError(f"{about['name']} has no ES module.")
    return entry.removeprefix("./")


def _module_files(folder: Path, entry: str) -> FileList:
    """The entry and the files that it imports by relative path."""
    files: FileList = {}
    todo = [entry]
    while todo:
        name = todo.pop()
        if name in files:
            continue
        files[name] = folder / name
        for relative in RELATIVE_IMPORT.findall((folder / name).read_text(encoding="utf-8")):
            target = (folder / name).parent / relative
            if target.is_file():  # examples in comments name files that do not exist
                todo.append(str(target.resolve().relative_to(folder.resolve())))
    return files


def _font_files(folder: Path) -> FileList:
    sheets = [sheet for sheet in FONT_SHEETS if (folder / sheet).is_file()]
    fonts = {
        font for sheet in sheets for font in STYLE_URL.findall((folder / sheet).read_text(encoding="utf-8"))
    }
    return {name: folder / name for name in [*sheets, *fonts]}


def _read_json(path: Path) -> dict[str, Any]:
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise RuntimeInstallError(f"{path} is not there. Run `npm ci` first.") from None
    return dict(data)
