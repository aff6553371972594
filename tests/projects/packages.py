"""Wheels made by the tests, and folders and servers of them: what a package index is for the resolver."""

import hashlib
import json
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

PURE = "Wheel-Version: 1.0\nGenerator: tests\nRoot-Is-Purelib: true\nTag: py3-none-any\n"


def make_wheel(
    folder: Path,
    name: str,
    version: str = "1.0",
    files: Mapping[str, str | bytes] | None = None,
    *,
    needs: Iterable[str] = (),
    python: str = "",
    tag: str = "py3-none-any",
    about: str = PURE,
) -> Path:
    """A wheel with a module of the package's name whose `VERSION` is the version, or with `files`."""
    folder.mkdir(parents=True, exist_ok=True)
    stem = f"{name.replace('-', '_')}-{version}"
    module = name.replace("-", "_")
    held = {f"{module}.py": f"VERSION = {version!r}\n"} if files is None else files
    metadata = f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n"
    metadata += f"Requires-Python: {python}\n" if python else ""
    metadata += "".join(f"Requires-Dist: {need}\n" for need in needs)
    path = folder / f"{stem}-{tag}.whl"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for inner, content in held.items():
            archive.writestr(inner, content)
        archive.writestr(f"{stem}.dist-info/METADATA", metadata)
        archive.writestr(f"{stem}.dist-info/WHEEL", about)
        archive.writestr(f"{stem}.dist-info/RECORD", "")
    return path


def sha256(path: Path) -> str:
    """The hash of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def make_simple_index(folder: Path, wheels: Iterable[Path], *, lies: bool = False) -> None:
    """Pages as package indexes have them; with `lies`, the hashes are those of other files."""
    for wheel in wheels:
        name = wheel.name.split("-")[0].replace("_", "-")
        page = folder / "simple" / name / "index.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        digest = "0" * 64 if lies else sha256(wheel)
        line = f'<a href="/{wheel.relative_to(folder)}#sha256={digest}">{wheel.name}</a><br>\n'
        page.write_text((page.read_text() if page.exists() else "<!DOCTYPE html>\n") + line)


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *arguments: object) -> None:
        """Say nothing; remember what was asked."""
        self.server.asked.append(self.path)  # type: ignore[attr-defined]


@contextmanager
def serve_index(folder: Path) -> Iterator[tuple[str, list[str]]]:
    """A folder over http: the address of its index, and the paths that were asked for."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    server.asked = []  # type: ignore[attr-defined]
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/simple/", server.asked  # type: ignore[attr-defined]
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def make_runtime(vendor: Path, packages: Mapping[str, tuple[str, bool, tuple[str, ...]]]) -> None:
    """A browser runtime that serves `packages`: name → version, whether it is pure, and what it needs."""
    folder = vendor / "python"
    entries = {}
    for name, (version, pure, needs) in packages.items():
        tag = "py3-none-any" if pure else "cp314-cp314-pyemscripten_2026_0_wasm32"
        wheel = make_wheel(folder, name, version, tag=tag, needs=["extra-thing; extra == 'more'"])
        entries[name] = {
            "name": name, "version": version, "file_name": wheel.name, "depends": list(needs), "imports": [name],
        }  # fmt: skip
    content = json.dumps({"info": {"python": "3.14.2"}, "packages": entries})
    lock = folder / f"lock.{hashlib.sha256(content.encode()).hexdigest()[:12]}.json"
    lock.write_text(content)
    manifest = {"versions": {"pyodide": "314.9.9"}, "python_lock": f"/vendor/python/{lock.name}"}
    (vendor / "manifest.json").write_text(json.dumps(manifest))
