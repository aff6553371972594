"""Runs the student's main file as `python main.py` would, and tells the page what came of it."""

import ast
import asyncio
import atexit
import inspect
import json
import os
import sys
from collections.abc import Callable, Coroutine, Iterable
from dataclasses import asdict
from functools import partial
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any, Literal

import _codeyard  # type: ignore[import-not-found]
import js  # type: ignore[import-not-found]
import pyodide.ffi  # type: ignore[import-not-found]
from pyodide.ffi import can_run_sync, run_sync

from codeyard import (
    capture,
    clock,
    console,
    errors,
    http_clients,
    imports,
    libraries,
    network,
    standard_library,
    unavailable,
    waiting,
)

ROOT = "/project"
GUI_BACKENDS = (
    "tk",
    "qt",
    "gtk",
    "wx",
    "macosx",
    "webagg",
    "nbagg",
    "notebook",
    "inline",
    "ipympl",
    "widget",
)
Outcome = Literal["finished", "failed", "stopped"]
_table: dict[str, Any] = {"installed": {}, "missing": {}, "library": []}


def prepare(table: str) -> None:
    """Set Python up for a program.

    `table` is JSON: packages by import name, `installed` here and `missing` here, and the standard library's modules
    that are fetched on demand, `library`.
    """
    _table.update(json.loads(table))
    standard_library.wake_up()
    standard_library.install(_table["library"], _codeyard.library)
    console.install()
    clock.install(_codeyard.sleep)
    capture.install()
    http_clients.install(network.sender(_codeyard, pyodide.ffi, js), lambda url: network.why_blocked(url, js))
    libraries.install()
    capture.after_import.add("PIL.ImageShow", _watch_pillow)
    capture.after_import.add("matplotlib", _keep_backend)
    sys.meta_path.append(imports.PackageFinder(_table["installed"], _not_installed(), _load, f"{ROOT}/"))
    unavailable.install(partial(imports.asked_by_student, f"{ROOT}/"))
    sys.path[:] = [entry for entry in sys.path if entry]
    sys.dont_write_bytecode = True


def set_columns(columns: int) -> None:
    """Tell libraries how many characters fit into a line of the console."""
    console.set_columns(columns)


def needed_packages(others: Iterable[str] = ()) -> list[str]:
    """Packages to load before the project runs; `others` are sources that will run beside its own."""
    return imports.needed_packages(Path(ROOT), _table["installed"], others)


def run(main: str) -> Outcome | Coroutine[Any, Any, Outcome]:
    """Run a file of the project. Without stack switching, top-level `await` makes this a coroutine."""
    path = f"{ROOT}/{main}"
    if not Path(path).is_file():
        sys.stderr.write(f"There is no file {main} in this project, so there is nothing to run.\n")
        return "failed"
    module = _fresh_main(path)
    pending: list[Coroutine[Any, Any, Any]] = []

    def body() -> None:
        result = eval(_compiled(path), module.__dict__)  # noqa: S307 -- running the student's program is the purpose
        if inspect.iscoroutine(result) and can_run_sync():
            asyncio.get_event_loop().run_until_complete(result)
        elif inspect.iscoroutine(result):
            pending.append(result)

    outcome = _guarded(body)
    return _later(pending[0]) if pending else _wind_up(outcome)


def _compiled(path: str) -> CodeType:
    flags = ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
    source = Path(path).read_bytes()
    if can_run_sync():
        return compile(source, path, "exec", flags, dont_inherit=True)
    tree = compile(source, path, "exec", flags | ast.PyCF_ONLY_AST, dont_inherit=True)
    return compile(waiting.await_at_the_top(tree), path, "exec", flags, dont_inherit=True)


def cancel_tasks() -> None:
    """Stop what waits in the event loop."""
    for task in asyncio.all_tasks(asyncio.get_event_loop()):
        task.cancel()


async def _later(coroutine: Coroutine[Any, Any, Any]) -> Outcome:
    error: BaseException | None = None
    try:
        await coroutine
    except BaseException as caught:
        error = caught

    def body() -> None:
        if error is not None:
            raise error

    return _wind_up(_guarded(body))


def _wind_up(outcome: Outcome) -> Outcome:
    """What is left to do at the end: open figures first, since matplotlib's own exit function closes them."""
    if outcome == "stopped":
        return outcome
    ends = [_guarded(_show_figures), _guarded(atexit._run_exitfuncs), _guarded(_flush)]
    return next((end for end in ends if end != "finished"), outcome)


def _guarded(body: Callable[[], None]) -> Outcome:
    """Call something of the student's and report how it ended."""
    try:
        body()
    except SystemExit as end:
        _report_exit(end)
    except BaseException as error:
        if _codeyard.stopped():
            return "stopped"
        _report(error)
        return "failed"
    return "finished"


def _report(error: BaseException) -> None:
    _codeyard.traceback(json.dumps(asdict(errors.report(error))))


def _report_exit(end: SystemExit) -> None:
    """CPython prints what `sys.exit` is given, unless it is a number or nothing."""
    if end.code is not None and not isinstance(end.code, int):
        sys.stderr.write(f"{end.code}\n")


def _not_installed() -> dict[str, str]:
    """Packages that this server lacks, by import name; what no browser can do is told in its own words."""
    missing: dict[str, str] = _table["missing"]
    return {name: package for name, package in missing.items() if name not in unavailable.MODULES}


def _fresh_main(path: str) -> ModuleType:
    module = ModuleType("__main__")
    module.__dict__.update(__file__=path, __builtins__=__builtins__, __loader__=None)
    if not can_run_sync():
        module.__dict__[waiting.RUN] = waiting.run
    sys.modules["__main__"] = module
    sys.argv[:] = [path.removeprefix(f"{ROOT}/")]
    folder = str(Path(path).parent)
    sys.path[:0] = [folder] if folder == ROOT else [folder, ROOT]
    os.chdir(ROOT)
    return module


def _show_figures() -> None:
    backend = sys.modules.get("codeyard.figures")
    if backend is not None:
        backend.show_open_figures()


def _flush() -> None:
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and not stream.closed:
            stream.flush()


def _load(package: str) -> bool:
    """Load a package in the middle of a run; impossible where Python cannot wait for the browser."""
    if not can_run_sync():
        return False
    run_sync(_codeyard.load(package))
    return True


def _watch_pillow(module: ModuleType) -> None:
    from codeyard import pictures  # needs Pillow's neighbours, which exist only now

    pictures.install(module)


def _keep_backend(module: ModuleType) -> None:
    """A program that asks for a window gets the console instead."""
    use = module.use  # type: ignore[attr-defined]

    def use_console(backend: str, *, force: bool = True) -> None:
        asks_for_window = str(backend).lower().startswith(GUI_BACKENDS)
        use(os.environ["MPLBACKEND"] if asks_for_window else backend, force=force)

    module.use = use_console  # type: ignore[attr-defined]
