"""What a browser cannot do explains itself in the real workspace, and libraries that try it go on working."""

import pytest
from playwright.sync_api import Page

from runtime_static.support import Status
from runtime_static.support.data import claim_tables
from tests.browser.sessions import open_once
from tests.browser.workspace import Workspace
from tests.live import LiveSite

CALLS = {
    "subprocess": ("import subprocess\nsubprocess.run(['ls'])", "no other programs in a browser"),
    "os.system": ("import os\nos.system('dir')", "There is no shell in a browser"),
    "os.popen": ("import os\nos.popen('date')", "There is no shell in a browser"),
    "os.fork": ("import os\nos.fork()", "one process"),
    "os.execvp": ("import os\nos.execvp('ls', ['ls'])", "one process"),
    "Thread": ("import threading\nthreading.Thread(target=print).start()", "one thread"),
    "Timer": ("import threading\nthreading.Timer(1, print).start()", "one thread"),
    "executor": ("from concurrent.futures import ThreadPoolExecutor as T\nT().submit(print)", "one thread"),
    "processes": ("import concurrent.futures as c\nc.ProcessPoolExecutor().submit(print)", "one process"),
    "Process": ("from multiprocessing import Process\nProcess(target=print).start()", "one process"),
    "Pool": ("import multiprocessing\nmultiprocessing.Pool(2)", "one process"),
    "Queue": ("import multiprocessing\nmultiprocessing.Queue()", "one process"),
    "connection": (
        "import socket\nsocket.create_connection(('example.org', 80))",
        "no connections of this kind",
    ),
    "connect": ("import socket\nsocket.socket().connect(('127.0.0.1', 80))", "no connections of this kind"),
    "server": ("import socket\nsocket.socket().bind(('', 8000))", "Nobody can connect"),
    "http.server": (
        "import http.server as h\nh.HTTPServer(('', 80), h.BaseHTTPRequestHandler)",
        "Nobody can connect",
    ),
    "smtplib": ("import smtplib\nsmtplib.SMTP('localhost')", "no connections of this kind"),
    "to_thread": ("import asyncio\nasyncio.run(asyncio.to_thread(print))", ""),
    "subprocess_exec": (
        "import asyncio\nasyncio.run(asyncio.create_subprocess_exec('ls'))",
        "no other programs in a browser",
    ),
    "start_server": (
        "import asyncio\nasyncio.run(asyncio.start_server(print, '', 80))",
        "Nobody can connect",
    ),
}
CLAIMS = [claim for table in claim_tables() for claim in table.claims if claim.status is Status.UNAVAILABLE]
MODULES = [
    *sorted({module for claim in CLAIMS for module in claim.modules if module != "subprocess"}),
    *("RPi.GPIO", "win32api", "readline", "distutils"),
]


@pytest.fixture
def workspace(one_page: Page, live: LiveSite) -> Workspace:
    """The same project for every test; Python has been loaded."""
    return open_once(one_page, live)


def _all_in_one(calls: dict[str, tuple[str, str]]) -> str:
    """A program that tries each and prints the type and the message of its error."""
    return "".join(
        f"try:\n    exec({source!r}, {{}})\n    print({name!r}, 'WORKED')\n"
        f"except Exception as error:\n    print({name!r}, type(error).__name__, error)\n"
        for name, (source, _) in calls.items()
    )


def test_calls_raise_what_a_program_may_catch(workspace: Workspace) -> None:
    assert workspace.run(_all_in_one(CALLS)) == "Finished"

    lines = {line.split(" ")[0]: line for line in workspace.output.splitlines()}
    for name, (_, words) in CALLS.items():
        assert words in lines[name], lines[name]


@pytest.mark.parametrize("name", ["subprocess", "Thread", "Pool", "http.server"])
def test_calls_are_explained(workspace: Workspace, name: str) -> None:
    source, words = CALLS[name]

    assert workspace.run(source) == "Failed"

    assert "does not work in a browser" in workspace.output
    assert words in workspace.output
    assert workspace.console.get_by_role("button", name="Line 2 of main.py").count() == 1


def test_modules_that_cannot_be_had_say_why(workspace: Workspace) -> None:
    tries = "".join(
        f"try:\n    import {name}\n    print({name!r}, 'WORKED')\nexcept ImportError as error:\n    print(error)\n"
        for name in MODULES
    )
    assert workspace.run(tries) == "Finished"

    for name, line in zip(MODULES, workspace.output.splitlines(), strict=True):
        assert line.startswith(f"No module named {name.partition('.')[0]!r}: ")


def test_a_module_that_cannot_be_had_is_explained(workspace: Workspace) -> None:
    assert workspace.run("from tkinter import *\n\nwindow = Tk()\n") == "Failed"

    assert "tkinter cannot be used here" in workspace.output
    assert "use turtle, matplotlib or Pillow" in workspace.output


def test_alarms_are_explained(workspace: Workspace) -> None:
    assert workspace.run("import signal\nsignal.alarm(5)\n") == "Failed"

    assert "signal.alarm does not exist in a browser" in workspace.output


def test_the_console_can_be_cleared(workspace: Workspace) -> None:
    source = (
        "import os, subprocess\nprint('a')\nos.system('cls')\nprint('b')\nsubprocess.run('clear', shell=True)"
    )
    assert workspace.run(f"{source}\nprint('after')") == "Finished"

    assert workspace.output.strip() == "after"


def test_libraries_that_look_for_threads_and_sockets_still_work(workspace: Workspace) -> None:
    status = workspace.run(
        "import asyncio, threading, socket, subprocess, multiprocessing, queue, logging\n"
        "import pandas, matplotlib.pyplot, requests\n"
        "from sklearn.linear_model import LinearRegression\n"
        "print(LinearRegression().fit([[1], [2]], [2, 4]).predict([[3]]).round())\n"
        "with threading.Lock(): print('lock')\n"
        "async def main(): return await asyncio.gather(asyncio.sleep(0, 1), asyncio.sleep(0, 2))\n"
        "print(asyncio.run(main()))\n",
        seconds=120,
    )

    assert status == "Finished", workspace.output
    assert workspace.output == "[6.]\nlock\n[1, 2]\n"


def test_a_web_page_is_named(workspace: Workspace) -> None:
    workspace.run("import webbrowser\nwebbrowser.open('https://example.org/')")

    assert "open it in a new tab: https://example.org/" in workspace.output


def test_a_password_is_asked_for(workspace: Workspace) -> None:
    workspace.start("from getpass import getpass\nprint(len(getpass('Password: ')))")

    workspace.answer("secret")

    assert workspace.wait_ended() == "Finished"
    assert workspace.output.endswith("6\n")
