"""Makes what a start of Python loads. Every file's name holds a hash of all that it was made from."""

import hashlib
import json
import shutil
from dataclasses import dataclass, replace
from pathlib import Path

from runtime_static import own_code
from runtime_static.installation.compression import BEST, QUICK, compress_file
from runtime_static.installation.node import run_driver
from runtime_static.installation.publish import write_file
from runtime_static.installation.repacking import repack
from runtime_static.installation.sources import Say
from runtime_static.installation.startup.modules import imported_modules, lesson_modules

HERE = Path(__file__).parent
DRIVER = HERE / "prepare.mjs"
SCRIPTS = (repack.SCRIPT, HERE / "contents.py")
WORKER = own_code.FOLDER.parent / "worker"
BROWSER_PARTS = (WORKER / "environment.js", WORKER / "snapshot.js")
STDLIB = "python_stdlib.zip"


@dataclass(frozen=True)
class OwnFile:
    """Bytecode of one of our own packages as it was when its sources had this digest."""

    name: str
    digest: str


@dataclass(frozen=True)
class StartupFiles:
    """File names in the folder of the Python packages.

    `core` is the part of the standard library that a start needs, `library` the rest, whose modules are
    `library_modules`; `snapshot` is the memory of a Python started from `core`; `own` names the bytecode of each of
    our own packages.
    """

    core: str
    library: str
    library_modules: list[str]
    snapshot: str
    own: dict[str, OwnFile]


def prepare_startup(pyodide: Path, folder: Path, programs: Path, say: Say) -> StartupFiles:
    """Make what is not there yet. `programs` holds first programs of students; what they import is at hand at once.

    Raises RuntimeInstallError when Node is missing or fails.
    """
    folder.mkdir(parents=True, exist_ok=True)
    first = imported_modules([*(own_code.FOLDER / "codeyard").rglob("*.py"), *programs.rglob("*.py")])
    lessons = lesson_modules()
    key = _key(pyodide / STDLIB, first, lessons)
    about = folder / f"startup.{key}.json"
    library_modules = _read_modules(about)
    files = StartupFiles(
        core=f"python-core.{key}.zip",
        library=f"python-library.{key}.zip",
        library_modules=library_modules or [],
        snapshot=f"python-snapshot.{key}.bin",
        own={package: _own_file(package, key) for package in own_code.PACKAGES},
    )
    wants_start = library_modules is None or not all(
        (folder / name).is_file() for name in (files.core, files.library, files.snapshot)
    )
    wants_own = [package for package, file in files.own.items() if not (folder / file.name).is_file()]
    if wants_start:
        say("Preparing a quick start of Python (half a minute) …")
    if wants_start or wants_own:
        modules = _make(pyodide, folder, files, first, lessons, wants_start, wants_own)
        if modules is not None:
            write_file(about, json.dumps(modules).encode())
            files = replace(files, library_modules=modules)
    own = {file.name for file in files.own.values()}
    _remove_old(folder, {files.core, files.library, files.snapshot, about.name} | own)
    return files


def _key(stdlib: Path, first: list[str], lessons: list[str]) -> str:
    """Changes with everything that the files are made from."""
    made_from = hashlib.sha256(json.dumps([first, lessons]).encode())
    for path in (stdlib, stdlib.with_name("pyodide.asm.wasm"), DRIVER, *SCRIPTS, *BROWSER_PARTS):
        made_from.update(hashlib.sha256(path.read_bytes()).digest())
    return made_from.hexdigest()[:12]


def _own_file(package: str, key: str) -> OwnFile:
    digest = own_code.digest(package)
    return OwnFile(f"{package}.{digest}.{key}.json", digest)


def _make(
    pyodide: Path,
    folder: Path,
    files: StartupFiles,
    first: list[str],
    lessons: list[str],
    wants_start: bool,
    wants_own: list[str],
) -> list[str] | None:
    """Run Node, compress what it made, and put it into place. Gives the library's modules, if that was made."""
    aside = folder / ".startup"
    shutil.rmtree(aside, ignore_errors=True)
    aside.mkdir()
    start = {name: str(aside / getattr(files, name)) for name in ("core", "library", "snapshot")}
    own = {package: str(aside / files.own[package].name) for package in wants_own}
    targets = {**(start if wants_start else {}), "own": own}
    task = {
        "pyodide": str(pyodide),
        "stdlib": str(pyodide / STDLIB),
        "scripts": [str(script) for script in SCRIPTS],
        "environment": str(BROWSER_PARTS[0]),
        "snapshotModule": str(BROWSER_PARTS[1]),
        "first": first,
        "lessons": lessons,
        "own": {package: own_code.texts(package) for package in wants_own},
        "targets": targets,
    }
    answer = json.loads(run_driver(DRIVER, task, "The start of Python could not be prepared"))
    for path in list(aside.iterdir()):
        compress_file(path, QUICK if path.suffix == ".bin" else BEST)
    for path in aside.iterdir():
        path.replace(folder / path.name)
    aside.rmdir()
    modules: list[str] | None = answer["libraryModules"]
    return modules


def _read_modules(about: Path) -> list[str] | None:
    try:
        return list(json.loads(about.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def _remove_old(folder: Path, current: set[str]) -> None:
    for pattern in (
        "python-core.*",
        "python-library.*",
        "python-snapshot.*",
        *(f"{package}.*" for package in own_code.PACKAGES),
        "startup.*",
        "python_stdlib.*",
    ):
        for path in folder.glob(pattern):
            if path.name.removesuffix(".br").removesuffix(".gz") not in current:
                path.unlink()
