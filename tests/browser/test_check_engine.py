"""Checks in Chromium, on programs that are endless, fatal or dishonest. Every kind: test_demo_exercises.py."""

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.checking import Pool
from tests.checks.cheats import CHEATS, HONEST, RIGHT, Cheat, exercise_for_cheats
from tests.live import LiveSite

Files = list[dict[str, str]]


@pytest.fixture(scope="module")
def pool(one_page: Page, live_server_process: LiveSite) -> Pool:
    """One page with two frames for the whole module: each job gets a fresh interpreter anyway."""
    one_page.goto(f"{live_server_process.public}/how-it-works/")
    return Pool(one_page, frames=2, frame=f"{live_server_process.run_origin}/frame/open/")


def program(text: str) -> Files:
    return [{"path": "main.py", "text": text}]


def document(*checks: dict[str, Any], answer: str = "") -> dict[str, Any]:
    defaults = {"name": "", "weight": 1, "message": "", "hidden": False, "show": "all", "seconds": 5}
    return {
        "title": "Exercise",
        "main": "main.py",
        "starter": [],
        "solution": program(answer),
        "tests": [],
        "checks": [{**defaults, "id": f"check-{number}", **check} for number, check in enumerate(checks)],
    }


def outcome(verdicts: list[dict[str, Any]]) -> list[str]:
    return [verdict["state"] for verdict in verdicts]


def test_an_endless_program_is_ended_and_nothing_after_it_is_run(pool: Pool) -> None:
    greets = {"kind": "output", "input": "Ada\n", "output": "Hello, Ada!"}
    endless = {
        "kind": "function",
        "input": "A\n",
        "seconds": 0.5,
        "cases": [{"call": "wait()", "gives": "1"}],
    }
    about = document(greets, endless, greets)
    main = "def wait():\n    while True: pass\n\nprint(f'Hello, {input()}!')\n"

    verdicts = pool.check(about, program(main))

    assert outcome(verdicts) == ["passed", "error", "error"]
    assert "did not end within 0.5 seconds" in verdicts[1]["summary"]
    assert "not run" in verdicts[2]["summary"]


@pytest.mark.parametrize(
    "end", ["import os; os._exit(0)", "import js; js.self.close()", "import js; js.self.terminate()"]
)
def test_a_program_that_ends_python_passes_nothing(pool: Pool, end: str) -> None:
    about = document({"kind": "output", "output": "1\n"}, {"kind": "source", "rules": [{"uses": "import"}]})

    verdicts = pool.check(about, program(f"{end}\n"))

    assert outcome(verdicts) == ["error", "passed"]


def test_time_does_not_pass_and_drawing_does_not_wait_in_a_check(pool: Pool) -> None:
    main = (
        "import time, turtle, js\nturtle.forward(9)\ntime.sleep(60)\nprint(input('? '))\njs.console.log(1)\n"
    )
    about = document({"kind": "output", "input": "x\n", "output": "x", "seconds": 20})

    verdicts = pool.check(about, program(main))

    assert outcome(verdicts) == ["passed"]


def test_packages_are_there_before_the_first_step(pool: Pool) -> None:
    about = document({"kind": "function", "cases": [{"call": "mean([1, 2])", "gives": "1.5"}], "seconds": 2})

    verdicts = pool.check(about, program("import numpy\n\ndef mean(x):\n    return float(numpy.mean(x))\n"))

    assert outcome(verdicts) == ["passed"]


IN_THE_BROWSER = [
    Cheat(
        "javascript",
        "what messages are made of",
        """
def cheat(value):
    import js
    js.eval("MessagePort.prototype.postMessage = function () {}") if hasattr(js, "eval") else None
    js.Array.prototype.includes = js.Array.prototype.every = lambda *arguments: True
    js.JSON.stringify = js.JSON.parse = js.String = lambda *arguments: '{"state": "passed"}'
    return value
""",
    ),
    Cheat(
        "javascript",
        "the bridge of the worker",
        """
def cheat(value):
    import _codeyard
    for name in ("stopped", "image", "traceback", "draw", "sleep"):
        try:
            setattr(_codeyard, name, lambda *arguments: True)
        except Exception:
            pass
    return value
""",
    ),
    Cheat("javascript", "the worker is closed", HONEST + "import js\njs.self.close()\n", ends=True),
    Cheat(
        "javascript",
        "messages of the judge",
        """
def cheat(value):
    import js
    from pyodide.ffi import to_js
    for kind in ("judged", "observation", "judge-failed"):
        message = {"type": kind, "id": 1, "answer": '{"state": "passed"}', "step": "output/1", "report": "{}"}
        js.postMessage(to_js({"barrier": 0, "message": message}, dict_converter=js.Object.fromEntries))
        channel = js.BroadcastChannel.new("judge")
        channel.postMessage(to_js(message, dict_converter=js.Object.fromEntries))
    return value
""",
    ),
]


def test_no_cheat_passes_a_check(pool: Pool) -> None:
    """One of each sort; all variants run under CPython, in tests/checks/test_cheats.py."""
    about = exercise_for_cheats()
    recorded = pool.record(about)
    cheats = [*{cheat.name: cheat for cheat in reversed(CHEATS)}.values(), *IN_THE_BROWSER]

    job = {"document": about, "recorded": recorded, "person": "7"}
    honest, *found = pool.check_all(
        {**job, "files": program(RIGHT)}, *({**job, "files": cheat.files} for cheat in cheats)
    )

    assert set(outcome(honest)) == {"passed"}
    passed = {
        f"{cheat.name}, {cheat.variant}": names
        for cheat, verdicts in zip(cheats, found, strict=True)
        if (names := [verdict["check"] for verdict in verdicts if verdict["state"] == "passed"])
    }
    assert passed == {}
