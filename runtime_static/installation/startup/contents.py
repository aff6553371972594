"""Runs inside Pyodide under Node: splits the standard library, compiles our own package, and warms a snapshot."""

import base64
import gc
import importlib
import linecache
import os
import sys
import zipfile
from collections.abc import Iterable

import bytecode  # type: ignore[import-not-found]

ARCHIVE = "/lib/python314.zip/"
LIBRARY = "/lib/python314-library.zip/"
SITE_PACKAGES = "/lib/python3.14/site-packages"


def import_all(names: Iterable[str]) -> None:
    """Import modules; a name that does not exist here is passed over."""
    for name in names:
        try:
            importlib.import_module(name)
        except ModuleNotFoundError:
            continue


def loaded_files() -> set[str]:
    """Files of the standard library behind the modules that are loaded now, as the archive names them."""
    files = {getattr(module, "__file__", None) or "" for module in list(sys.modules.values())}
    return {file.removeprefix(ARCHIVE) for file in files if file.startswith(ARCHIVE)}


def split(source: str, core: str, library: str, first: list[str], lessons: list[str]) -> list[str]:
    """Write the archive that a start needs (all bytecode) and that of the rest. Gives the rest's module names.

    `first` are the modules that a start imports; `lessons` those of the rest that get bytecode, too. What is
    seldom imported stays source, which is smaller on the wire.
    """
    import_all(first)
    early = loaded_files()
    import_all(lessons)
    quick = loaded_files()
    with zipfile.ZipFile(source) as archive:
        names = {info.filename for info in archive.infolist() if not info.is_dir()}
    bytecode.repack(source, core, ARCHIVE, zipfile.ZIP_STORED, early.__contains__, early)
    bytecode.repack(source, library, LIBRARY, zipfile.ZIP_STORED, quick.__contains__, names - early)
    return sorted(module_name(name) for name in names - early if name.endswith(".py"))


def module_name(file: str) -> str:
    """The module of a file: `email/mime/text.py` is email.mime.text."""
    return file.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def own_package(package: str, sources: dict[str, str]) -> dict[str, str]:
    """Bytecode of the files of one of our own packages in base64, by file name. Raises SyntaxError."""
    compiled = {}
    for name, text in sources.items():
        code = bytecode.compiled(text.encode(), f"{SITE_PACKAGES}/{package}/{name}")
        if code is None:
            raise SyntaxError(f"{name} cannot be compiled")
        compiled[f"{name}c"] = base64.b64encode(code).decode()
    return compiled


def warm_up(modules: list[str], environment: list[str]) -> None:
    """What the snapshot is to hold: these modules, and nothing of the machine that it is made on."""
    import_all(modules)
    for name in set(os.environ) - set(environment):
        del os.environ[name]
    sys.path[:] = [entry for entry in sys.path if entry]
    sys.path_importer_cache.clear()
    for name in ("bytecode", "contents"):
        sys.modules.pop(name, None)
    linecache.clearcache()
    gc.collect()
