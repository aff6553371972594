"""While somebody signs in the browser fetches what Python needs; the first workspace then finds all of it there."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Page

from accounts.models import User
from projects.models import Project
from tests import factories
from tests.browser.conftest import Watch
from tests.browser.workspace import Workspace, sign_in, wait_until
from tests.live import LiveSite

FETCHED = "() => sessionStorage.getItem('codeyard-fetched-ahead')"
LOADED = """() => [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
  .map(({ name, transferSize, decodedBodySize }) => [name, transferSize, decodedBodySize])"""
LARGE = ("pyodide.asm.wasm", "pyodide.asm.mjs", "python-core.", "worker/worker.")


def wait_fetched(page: Page) -> None:
    """Wait until the hidden frame of the page has said that everything is there."""
    wait_until(lambda: page.evaluate(FETCHED) is not None, seconds=60, what="everything fetched ahead")


def loaded_by_python(page: Page) -> list[tuple[str, int, int]]:
    """What the frame of the workspace and its workers have loaded: path, bytes on the wire, bytes."""
    frame = next(frame for frame in page.frames if "//run." in frame.url)
    entries: list[Any] = frame.evaluate(LOADED)
    for worker in page.workers:
        if "//run." in worker.url:
            entries += worker.evaluate(LOADED)
    return [(urlsplit(name).path, wire, size) for name, wire, size in entries]


def test_first_workspace_takes_nothing_of_python_from_the_network(
    page: Page, live: LiveSite, owner: User, project: Project, watch: Watch, figure: Callable[[str], None]
) -> None:
    page.goto(f"{live.school()}/accounts/login/")
    wait_fetched(page)
    sign_in(page, live.school(), owner.username, factories.PASSWORD)
    workspace = Workspace.open(page, live.school(), project.pk)
    workspace.wait_ready()
    loaded = loaded_by_python(page)
    workspace.run("print(2 + 3)")

    assert "5" in workspace.output
    assert all(any(part in path and size for path, _, size in loaded) for part in LARGE), loaded
    assert [path for path, wire, _ in loaded if wire] == []
    assert not watch.third_parties
    assert not watch.console
    figure(
        f"fetched ahead while somebody signs in: 0 bytes on the wire for the {len(loaded)} files "
        "of the first start of Python"
    )


def test_frame_that_fetches_ahead_goes_when_it_is_done_and_does_not_come_again(
    page: Page, live: LiveSite, owner: User
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "//run." in request.url else None)
    page.goto(f"{live.school()}/accounts/login/")
    wait_fetched(page)
    left = page.locator("iframe").count()
    first = len(asked)
    sign_in(page, live.school(), owner.username, factories.PASSWORD)
    page.goto(f"{live.school()}/projects/")
    page.wait_for_load_state("networkidle")

    assert left == 0
    assert first > 0
    assert len(asked) == first
