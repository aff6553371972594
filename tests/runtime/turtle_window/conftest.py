"""turtle's window under CPython: this machine's own turtle.py draws into it."""

import importlib
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from runtime_static.installation.turtle_wheel import WINDOW, WRAPPER, machine_turtle
from tests.runtime.turtle_window.page import Page

TURTLE = machine_turtle()


@pytest.fixture
def window(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Page:
    """A page, and `sys.path` as in the browser: the wheel's files, under the names that they have there."""
    if TURTLE is None:
        pytest.skip("the Python that runs the tests has no turtle.py")
    for name in list(sys.modules):
        if name.partition(".")[0] in ("turtle", "_cpython_turtle", "turtle_window", "tkinter"):
            monkeypatch.delitem(sys.modules, name)
    (tmp_path / "turtle.py").write_bytes((WINDOW / WRAPPER).read_bytes())
    (tmp_path / "_cpython_turtle.py").write_bytes(TURTLE.read_bytes())
    (tmp_path / "turtle_window").symlink_to(WINDOW)
    ffi = ModuleType("pyodide.ffi")
    ffi.to_js = bytes  # type: ignore[attr-defined]
    page = Page()
    for name, module in {"_codeyard": page, "pyodide": ModuleType("pyodide"), "pyodide.ffi": ffi}.items():
        monkeypatch.setitem(sys.modules, name, module)
    monkeypatch.syspath_prepend(str(tmp_path))
    project = tmp_path / "project"
    project.mkdir()
    monkeypatch.chdir(project)
    return page


@pytest.fixture
def turtle(window: Page) -> Any:
    """The module, freshly imported, with the animation off."""
    module = importlib.import_module("turtle")
    module.tracer(0)
    return module


@pytest.fixture(autouse=True)
def _no_leftovers(monkeypatch: pytest.MonkeyPatch) -> Any:
    yield
    for name in list(sys.modules):
        if name.partition(".")[0] in ("turtle", "_cpython_turtle", "turtle_window"):
            sys.modules.pop(name)
