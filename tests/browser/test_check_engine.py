"""Checks in Chromium, on programs that are endless or fatal. Every kind of check: test_demo_exercises.py."""

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.checking import Pool
from tests.browser.sessions import open_once
from tests.live import LiveSite

Files = list[dict[str, str]]


@pytest.fixture
def pool(one_page: Page, live: LiveSite) -> Pool:
    """One pool for all tests of the module."""
    first = "/projects/" not in one_page.url
    open_once(one_page, live)
    if first or not one_page.evaluate("'pool' in window"):
        return Pool(one_page)
    found = Pool.__new__(Pool)
    found.page = one_page
    return found


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


def test_what_a_checked_program_prints_and_draws_is_nobodys_business(pool: Pool) -> None:
    main = (
        "import time, turtle, js\nturtle.forward(9)\ntime.sleep(60)\nprint(input('? '))\njs.console.log(1)\n"
    )
    about = document({"kind": "output", "input": "x\n", "output": "x", "seconds": 20})

    verdicts = pool.check(about, program(main))

    assert outcome(verdicts) == ["passed"]
    console = pool.page.get_by_role("log", name="Console").inner_text()
    assert console.strip() == ""


def test_packages_are_there_before_the_first_step(pool: Pool) -> None:
    about = document({"kind": "function", "cases": [{"call": "mean([1, 2])", "gives": "1.5"}], "seconds": 2})

    verdicts = pool.check(about, program("import numpy\n\ndef mean(x):\n    return float(numpy.mean(x))\n"))

    assert outcome(verdicts) == ["passed"]
