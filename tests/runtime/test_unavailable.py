"""What a browser cannot do says so in a sentence, with an error of the right type."""

import _thread
import importlib
import os
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

explanations = importlib.import_module("codeyard.explanations")
imports = importlib.import_module("codeyard.imports")
unavailable = importlib.import_module("codeyard.unavailable")
INHERITED = object()
FUNCTIONS = [name for name in dir(os) if name.startswith(("exec", "spawn", "posix_spawn", "fork"))]


@pytest.fixture
def browser(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A project in an interpreter that behaves as one in a browser; undone afterwards."""
    monkeypatch.setattr(sys, "meta_path", list(sys.meta_path))
    for name in ("system", "popen", *FUNCTIONS):
        monkeypatch.setattr(os, name, getattr(os, name))
    monkeypatch.setattr(_thread, "start_new_thread", _thread.start_new_thread)
    before: list[tuple[Any, str, Any]] = []
    replace = unavailable._replace

    def remember_and_replace(owner: Any, functions: dict[str, Any]) -> None:
        before.extend(
            (owner, name, vars(owner).get(name, INHERITED)) for name in functions if hasattr(owner, name)
        )
        replace(owner, functions)

    monkeypatch.setattr(unavailable, "_replace", remember_and_replace)
    for name in unavailable.CONNECTED:
        importlib.import_module(name)
    unavailable.install(partial(imports.asked_by_student, f"{tmp_path}/"))
    yield tmp_path
    for owner, name, function in reversed(before):
        if function is INHERITED:
            delattr(owner, name)
        else:
            setattr(owner, name, function)


def run_as_student(project: Path, source: str) -> dict[str, Any]:
    scope: dict[str, Any] = {}
    exec(compile(source, f"{project}/main.py", "exec"), scope)  # noqa: S102
    return scope


REFUSED: dict[str, tuple[str, type[Exception], str]] = {
    "subprocess": ("import subprocess\nsubprocess.run(['ls'])", OSError, "no other programs"),
    "os.system": ("import os\nos.system('dir')", OSError, "no shell"),
    "os.popen": ("import os\nos.popen('date')", OSError, "no shell"),
    "os.fork": ("import os\nos.fork()", OSError, "one process"),
    "os.execvp": ("import os\nos.execvp('ls', ['ls'])", OSError, "one process"),
    "thread": (
        "import threading\nthreading.Thread(target=print).start()",
        RuntimeError,
        "can't start new thread",
    ),
    "timer": ("import threading\nthreading.Timer(1, print).start()", RuntimeError, "one thread"),
    "executor": (
        "from concurrent.futures import ThreadPoolExecutor\nThreadPoolExecutor().submit(print)",
        RuntimeError,
        "asyncio",
    ),
    "connection": ("import socket\nsocket.create_connection(('a', 80))", OSError, "requests"),
    "socket": ("import socket\nwith socket.socket() as s:\n    s.connect(('a', 80))", OSError, "requests"),
    "program of asyncio": (
        "import asyncio\nasyncio.run(asyncio.create_subprocess_shell('ls'))",
        OSError,
        "no other programs",
    ),
    "server of asyncio": (
        "import asyncio\nasyncio.run(asyncio.start_server(print, '', 80))",
        OSError,
        "Nobody can connect",
    ),
    "server": (
        "from http.server import HTTPServer, BaseHTTPRequestHandler\nHTTPServer(('', 8), BaseHTTPRequestHandler)",
        OSError,
        "Nobody can connect",
    ),
}


@pytest.mark.parametrize(("source", "kind", "words"), REFUSED.values(), ids=REFUSED.keys())
def test_what_cannot_work_says_so_and_is_explained(
    browser: Path, source: str, kind: type[Exception], words: str
) -> None:
    with pytest.raises(kind) as caught:
        run_as_student(browser, source)

    found, _ = explanations.explain(caught.value, str(caught.value), f"{browser}/")
    assert words in str(caught.value)
    assert "does not work in a browser" in found.title
    assert found.hint


@pytest.mark.parametrize(
    ("module", "name", "words"),
    [
        ("signal", "SIGALRM", "asyncio.timeout"),
        ("hashlib", "scrypt", "hashlib.pbkdf2_hmac"),
        ("os", "startfile", "file panel"),
        ("time", "tzset", "zoneinfo"),
    ],
)
def test_what_does_not_even_exist_is_explained(module: str, name: str, words: str) -> None:
    error = AttributeError(f"module {module!r} has no attribute {name!r}", name=name, obj=sys)

    found, _ = explanations.explain(error, str(error), "/project/")

    assert found.title == f"`{module}.{name}` does not exist in a browser"
    assert words in found.hint


@pytest.mark.parametrize("name", ["tkinter_", "RPi", "winsound", "paramiko", "tensorflow", "distutils_"])
def test_modules_that_cannot_be_had_name_something_else(
    browser: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = name.rstrip("_")
    monkeypatch.setitem(unavailable.MODULES, name, unavailable.MODULES[module])

    with pytest.raises(ModuleNotFoundError) as caught:
        run_as_student(browser, f"import {name}")

    found, _ = explanations.explain(caught.value, str(caught.value), f"{browser}/")
    assert unavailable.MODULES[module].sentence in str(caught.value)
    assert found.title == f"`{name}` cannot be used here"
    assert found.hint == unavailable.MODULES[module].instead


def test_libraries_that_look_for_a_module_hear_the_usual_words(browser: Path) -> None:
    with pytest.raises(ModuleNotFoundError) as caught:
        exec(compile("import winsound", "/lib/somewhere/probe.py", "exec"), {})  # noqa: S102

    assert str(caught.value) == "No module named 'winsound'"


def test_a_file_of_the_students_comes_first(browser: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(browser))
    (browser / "keyboard.py").write_text("keys = 88\n")

    assert run_as_student(browser, "import keyboard")["keyboard"].keys == 88
    del sys.modules["keyboard"]


def test_importing_and_locks_still_work(browser: Path) -> None:
    scope = run_as_student(
        browser,
        "import threading, subprocess, socket, multiprocessing, signal\n"
        "lock = threading.Lock()\nwith lock:\n    held = lock.locked()\n",
    )

    assert scope["held"] is True


@pytest.mark.parametrize("command", ["clear", "cls", "CLS"])
def test_the_console_can_be_cleared(browser: Path, capsys: pytest.CaptureFixture[str], command: str) -> None:
    assert run_as_student(browser, f"import os\nstatus = os.system({command!r})")["status"] == 0
    assert capsys.readouterr().out == unavailable.CLEAR_SCREEN


@pytest.mark.parametrize("command", ["'clear', shell=True", "['cls']", "'cls||clear', shell=True"])
def test_a_program_that_clears_the_console_is_done(
    browser: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    assert run_as_student(browser, f"import subprocess\nstatus = subprocess.call({command})")["status"] == 0
    assert capsys.readouterr().out == unavailable.CLEAR_SCREEN


def test_a_pause_waits_for_a_line(browser: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr("builtins.input", asked.append)

    run_as_student(browser, "import os\nos.system('pause')")

    assert asked == ["Press Enter to continue . . . "]


def test_commands_for_the_look_of_a_terminal_do_nothing(
    browser: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_as_student(browser, "import os\nstatus = os.system('') + os.system('color 0a')")["status"] == 0
    assert capsys.readouterr().out == ""


def test_a_web_page_is_named_for_the_person_to_open(
    browser: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert (
        run_as_student(browser, "import webbrowser\nshown = webbrowser.open('https://example.org/')")["shown"]
        is True
    )
    assert "https://example.org/" in capsys.readouterr().out


def test_every_entry_is_two_sentences() -> None:
    for name, absence in {**unavailable.MODULES, **unavailable.CALLS}.items():
        for part in (absence.why, absence.instead):
            assert part.endswith("."), name
            assert len(part) < 120, name
