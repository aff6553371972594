"""The pictures of the guide's page “Writing exercises”: the back office, and what a student sees."""

import json
import re
from pathlib import Path

from playwright.sync_api import Browser, Page, Route

from bench.server import Server
from config.paths import BASE_DIR
from docs.pictures.guide import keep, page_of
from tests.browser.workspace import Workspace, wait_until

COLLECTION = "First steps"
TICKET = "The ticket counter"
HELLO = "Say hello"
ANSWERS = BASE_DIR / "tests/exercises/answers/first-steps"
WRONG_TICKET = ANSWERS / "03-ticket/wrong_older.py"
RIGHT_TICKET = ANSWERS / "03-ticket/right_separate_branches.py"
WRONG_HELLO = ANSWERS / "01-hello/wrong_fixed_name.py"


def take(server: Server, browser: Browser) -> None:
    """All of them, in the order in which a school comes to them."""
    student = page_of(server, browser, "student", height=860)
    _attempt(student, server, TICKET, WRONG_TICKET)
    keep(student, "exercise-student")
    other = page_of(server, browser, "student2")
    _attempt(other, server, TICKET, RIGHT_TICKET)
    other.route("**/attempts/", _claim_everything)
    _attempt(other, server, HELLO, WRONG_HELLO)
    _back_office(page_of(server, browser, "teacher"), server)


def _back_office(page: Page, server: Server) -> None:
    hello = _open_exercise(page, server, HELLO)
    keep(page, "exercise-form")
    _open_check(page, "Greets Mina")
    keep(page, "exercise-check")
    _try(page, hello)
    keep(page, "exercise-try")
    _open_progress(page, server)
    page.get_by_role("button", name="Verify all").click()
    page.get_by_role("link", name="What came out").wait_for(timeout=120_000)
    keep(page, "exercise-progress")
    _change_a_weight(page, server)
    _open_progress(page, server)
    page.get_by_role("button", name="Regrade").click()
    page.get_by_role("button", name="Discard").wait_for(timeout=120_000)
    keep(page, "exercise-regrade")


def _change_a_weight(page: Page, server: Server) -> None:
    """One check of the ticket counter counts more from now on."""
    ticket = _open_exercise(page, server, TICKET)
    _open_check(page, "Somebody of 70")
    page.get_by_label("Weight").fill("3")
    page.get_by_role("button", name="Save").click()
    page.wait_for_load_state()
    _try(page, ticket)
    page.goto(ticket)
    page.get_by_role("button", name="Publish").click()
    page.get_by_text("Published as version").wait_for()


def _open_exercise(page: Page, server: Server, title: str) -> str:
    """Gives the address of its page."""
    page.goto(f"{server.school}/admin/exercises/exercise/?q={title}")
    page.get_by_role("link", name=title).click()
    page.wait_for_url(re.compile("/change/"))
    return page.url


def _open_check(page: Page, name: str) -> None:
    page.get_by_role("link", name=name).click()
    page.get_by_role("button", name="Save").wait_for()


def _try(page: Page, exercise: str) -> None:
    page.goto(exercise)
    page.get_by_role("link", name="Try it").click()
    page.get_by_role("button", name="Try it").click()
    page.get_by_text("this exercise can be published").wait_for(timeout=120_000)


def _open_progress(page: Page, server: Server) -> None:
    page.goto(f"{server.school}/admin/exercises/collection/")
    page.get_by_role("link", name=COLLECTION).click()
    page.get_by_role("link", name="Progress").click()
    page.get_by_role("button", name="Verify all").wait_for()


def _attempt(page: Page, server: Server, exercise: str, answer: Path) -> None:
    """Hand an answer in, without its comments."""
    page.goto(f"{server.school}/exercises/")
    page.get_by_role("link", name=exercise).click()
    workspace = Workspace(page)
    workspace.wait_open()
    workspace.wait_ready()
    lines = answer.read_text().splitlines(keepends=True)
    workspace.write("".join(line for line in lines if not line.startswith("#")))
    page.get_by_role("button", name="Check", exact=True).click()
    results = page.get_by_label("Results")
    wait_until(lambda: "checks passed" in results.inner_text(), seconds=90, what="results")
    workspace.wait_saved()


def _claim_everything(route: Route) -> None:
    """A report that was made up: every check passed."""
    report = json.loads(route.request.post_data or "{}")
    report["results"] = [{**one, "state": "passed"} for one in report["results"]]
    route.continue_(post_data=json.dumps(report))
