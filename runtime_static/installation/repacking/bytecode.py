"""Runs inside Pyodide under Node, because bytecode fits one Python version only: source files become .pyc files.

The .pyc files carry the hash of their source and are not checked against it (PEP 552), since the source is gone.
"""

import importlib.util
import warnings
import zipfile
from collections.abc import Callable, Container
from importlib import _bootstrap_external

SITE_PACKAGES = "/lib/python3.14/site-packages/"
FIXED_DATE = (2020, 1, 1, 0, 0, 0)  # the same input gives the same bytes
LEFT_OUT = ("/tests/", "/testing/tests/")
FOR_COMPILERS = (".pyi", ".h", ".a", ".pxd")  # and for editors: no browser reads them


def compiled(source: bytes, path: str) -> bytes | None:
    """The content of a .pyc file, or None when the source cannot be compiled (templates, other Python versions)."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            code = compile(source, path, "exec", dont_inherit=True)
    except (SyntaxError, ValueError):
        return None
    content = _bootstrap_external._code_to_hash_pyc(  # type: ignore[attr-defined]
        code, importlib.util.source_hash(source), False
    )
    return bytes(content)


def repack(
    source: str,
    target: str,
    prefix: str,
    compression: int,
    wanted: Callable[[str], bool],
    kept: Container[str] | None = None,
) -> None:
    """Copy a zip file, or only the files `kept`; source files that are `wanted` become bytecode."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", compression, compresslevel=6) as new:
        for info in sorted(old.infolist(), key=by_kind):
            if kept is not None and info.filename not in kept:
                continue
            name, data = info.filename, old.read(info)
            if name.endswith(".py") and wanted(name):
                code = compiled(data, prefix + name)
                name, data = (name + "c", code) if code is not None else (name, data)
            entry = zipfile.ZipInfo(name, FIXED_DATE)
            entry.compress_type = compression
            entry.external_attr = info.external_attr
            if is_used(name):
                new.writestr(entry, data)


def by_kind(info: zipfile.ZipInfo) -> tuple[str, str]:
    """What is alike stands together, and compresses better so."""
    return info.filename.rpartition(".")[2], info.filename


def is_used(name: str) -> bool:
    """Whether a browser may ever read this file of a package; compiled modules stay even where tests stand."""
    if name.endswith(".so"):
        return True
    return not name.endswith(FOR_COMPILERS) and not any(part in f"/{name}" for part in LEFT_OUT)


def repack_wheel(source: str, target: str) -> None:
    """A wheel: everything becomes bytecode, and nothing is compressed, since the whole is on the wire."""
    repack(source, target, SITE_PACKAGES, zipfile.ZIP_STORED, lambda name: True)
