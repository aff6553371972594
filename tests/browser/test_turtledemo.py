"""CPython's own turtledemo programs, read from the Python that runs the tests, unchanged in the real workspace.

All of them run, but for the viewer (`__main__.py`), which is made of Tk widgets.
"""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page

from runtime_static.installation.turtle_wheel import machine_turtle
from tests.browser.sessions import open_once
from tests.browser.workspace import ENDED, Workspace, wait_until
from tests.live import LiveSite

TURTLE = machine_turtle()
FOLDER = TURTLE.parent / "turtledemo" if TURTLE else Path("/nonexistent")
PROGRAMS = sorted(path.stem for path in FOLDER.glob("*.py") if not path.stem.startswith("__"))
# What each must have drawn before it is believed: `paint` waits for clicks, with nothing but its turtle on the screen.
DRAWN = re.compile(r"[1-9][\d,]* (line|dot|filled shape|turtle)")

pytestmark = pytest.mark.skipif(not PROGRAMS, reason="the Python that runs the tests has no turtledemo")


@pytest.fixture
def workspace(one_page: Page, live: LiveSite) -> Workspace:
    """The same project for every test; Python has been loaded."""
    return open_once(one_page, live)


def described(workspace: Workspace) -> str:
    """The drawings as a screen reader tells them."""
    return " ".join(workspace.console.locator("figure p").all_inner_texts())


@pytest.mark.parametrize("name", PROGRAMS)
def test_a_turtledemo_program_draws(workspace, name):
    workspace.start((FOLDER / f"{name}.py").read_text(encoding="utf-8"))

    wait_until(
        lambda: DRAWN.search(described(workspace)) is not None or workspace.run_status in ENDED,
        seconds=60,
        what="a drawing",
    )
    if workspace.run_status not in ENDED:
        workspace.stop_button.click()
        workspace.wait_ended()

    assert workspace.run_status in ("Stopped", "Finished"), workspace.output
    assert "Traceback" not in workspace.output
    wait_until(lambda: DRAWN.search(described(workspace)) is not None, seconds=10, what="a drawing in words")


def test_the_package_turtledemo_can_be_imported(workspace):
    status = workspace.run(
        "from turtledemo import peace, yinyang\nimport turtle\nturtle.tracer(0)\nprint(yinyang.main())"
    )

    assert status == "Finished", workspace.output
    assert "Done!" in workspace.output
