"""The pictures of the guide's page “Classes, assignments and marks”: the demo class in the middle of its work."""

from playwright.sync_api import Browser, Page

from bench.server import Server
from docs.pictures.guide import keep, page_of
from tests.browser.workspace import Workspace

CLASSROOM = "Computing 8A"
ASSIGNMENT = "Functions and dictionaries"
DRAFT = "Classes and times"
NEW_STUDENTS = (
    "First name;Last name\nThirteenth;Student\nSixth;Student\nFourteenth;Student\nFifteenth;Student"
)
TO_MARK = "Eighth Student"


def take(server: Server, browser: Browser) -> None:
    """All of them, in the order of the page."""
    teacher = page_of(server, browser, "teacher")
    _roster(teacher, server)
    _assignment(teacher, server)
    _student(page_of(server, browser, "student", height=860), server)
    _progress(teacher, server)
    _gradebook(teacher, server)
    _marking(page_of(server, browser, "teacher", height=860), server)


def _roster(page: Page, server: Server) -> None:
    _open_class(page, server)
    page.get_by_role("link", name="From a list or CSV").click()
    page.get_by_label("Paste the names").fill(NEW_STUDENTS)
    page.get_by_role("button", name="Show what would happen").click()
    page.get_by_text("Nothing has been added yet.").wait_for()
    keep(page, "classes-roster")


def _assignment(page: Page, server: Server) -> None:
    _open_assignment(page, server, DRAFT)
    _to_top(page, "What to work on")
    keep(page, "classes-assignment")


def _student(page: Page, server: Server) -> None:
    page.goto(f"{server.school}/assignments/")
    page.get_by_role("link", name=ASSIGNMENT).click()
    _to_top(page, "Feedback")
    keep(page, "classes-student")


def _progress(page: Page, server: Server) -> None:
    _open_assignment(page, server, ASSIGNMENT)
    page.get_by_role("link", name="Progress", exact=True).click()
    page.get_by_role("button", name="Verify all").wait_for()
    keep(page, "classes-progress")


def _gradebook(page: Page, server: Server) -> None:
    _open_class(page, server)
    page.get_by_role("link", name="Gradebook").click()
    page.get_by_role("button", name="Export XLSX").wait_for()
    keep(page, "classes-gradebook")


def _marking(page: Page, server: Server) -> None:
    """A comment on a line, and all that is noted beside it."""
    _open_assignment(page, server, ASSIGNMENT)
    page.get_by_role("link", name="Progress", exact=True).click()
    page.get_by_role("link", name=f"Mark {TO_MARK}").click()
    workspace = Workspace(page)
    workspace.wait_open()
    workspace.editor.focus()
    page.keyboard.press("Control+Home")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Alt+Enter")
    page.get_by_role("textbox", name="Comment on").fill(
        "A line that is made once and printed twice: well seen."
    )
    page.keyboard.press("Control+Enter")
    page.get_by_role("button", name="4 · Names").click()
    page.get_by_role("textbox", name="Feedback").fill(
        "Both functions can be used without reading them. Well done."
    )
    page.get_by_role("radio", name="Complete").check()
    workspace.wait_ready()
    workspace.run()
    keep(page, "classes-marking")


def _open_class(page: Page, server: Server) -> None:
    page.goto(f"{server.school}/admin/accounts/classroom/")
    page.get_by_role("link", name=CLASSROOM).click()


def _open_assignment(page: Page, server: Server, title: str) -> None:
    page.goto(f"{server.school}/admin/assessment/assignment/")
    page.get_by_role("link", name=title, exact=True).click()


def _to_top(page: Page, heading: str) -> None:
    page.get_by_role("heading", name=heading, exact=True).evaluate("(heading) => heading.scrollIntoView()")
