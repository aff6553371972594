"""Every demo project in the real workspace, with what a pupil types; the examples on the public site, by nobody."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from projects.demo_content import DemoProject, demo_projects, examples
from projects.services import add_project
from tests import factories
from tests.browser.sessions import enter, open_ready
from tests.browser.workspace import ENDED, Workspace, wait_until
from tests.live import LiveSite


@pytest.fixture(scope="module")
def shared_context(browser: Browser, browser_context_args: dict) -> Iterator[BrowserContext]:
    """One profile for all projects, so that the runtime comes from its cache as in a lesson."""
    context = browser.new_context(**browser_context_args)
    yield context
    context.close()


def assert_in_order(fragments: tuple[str, ...], text: str) -> None:
    place = 0
    for fragment in fragments:
        found = text.find(fragment, place)
        assert found >= 0, f"{fragment!r} is not where it belongs in:\n{text}"
        place = found + len(fragment)


def run_answering(workspace: Workspace, lines: tuple[str, ...]) -> str:
    """Run; whenever the program asks, type the next line. Gives the status at the end: a game may be over early."""
    asks_or_ended = (*ENDED, "Waiting for input")
    workspace.start()
    for line in lines:
        wait_until(lambda: workspace.run_status in asks_or_ended, seconds=60, what="a question or the end")
        if workspace.run_status in ENDED:
            break
        workspace.answer(line)
    return workspace.wait_ended()


DEMOS = [demo for demo in demo_projects() if demo.example is None]


@pytest.mark.parametrize("demo", DEMOS, ids=lambda demo: demo.slug)
def test_a_demo_project_runs(shared_context: BrowserContext, live: LiveSite, demo: DemoProject) -> None:
    owner = factories.student()
    project = add_project(owner=owner, name=demo.name, files=demo.files, main_path=demo.main_path)
    enter(shared_context, live, owner)
    page = shared_context.new_page()
    workspace = open_ready(page, live, project.pk)

    outcome = run_answering(workspace, demo.inputs)

    assert outcome == "Finished", workspace.output
    assert_in_order(demo.expect, workspace.output)
    assert workspace.console.get_by_role("img").count() == demo.images
    page.close()


@pytest.mark.parametrize("demo", examples().values(), ids=lambda demo: demo.slug)
def test_an_example_runs_for_anybody(
    shared_context: BrowserContext, live: LiveSite, demo: DemoProject
) -> None:
    page = shared_context.new_page()
    page.goto(f"{live.public}/examples/")
    page.get_by_role("link", name=demo.name).click()
    workspace = Workspace(page)
    workspace.wait_ready()

    assert page.evaluate("crossOriginIsolated")
    outcome = run_answering(workspace, demo.inputs)

    assert outcome == "Finished", workspace.output
    assert_in_order(demo.expect, workspace.output)
    assert workspace.console.get_by_role("img").count() == demo.images
    page.close()


def test_what_was_changed_in_an_example_comes_along(
    page: Page, context: BrowserContext, live: LiveSite
) -> None:
    student = factories.student()
    enter(context, live, student)
    page.goto(f"{live.school()}/examples/library/")
    workspace = Workspace(page)
    workspace.wait_open()
    workspace.write('print("changed by me")')

    page.get_by_role("button", name="Open in my projects").click()

    page.wait_for_url("**/projects/*/")
    workspace.wait_text('print("changed by me")')
    assert workspace.save_status == "Saved"
    assert workspace.has_file("README.md")
