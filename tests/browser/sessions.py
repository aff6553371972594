"""Signed-in browsers without the sign-in page, which has tests of its own."""

from playwright.sync_api import BrowserContext, Page

from accounts.models import User
from projects.services import add_project
from tests import factories
from tests.browser.workspace import Workspace
from tests.live import LiveSite


def enter(context: BrowserContext, live: LiveSite, who: User, slug: str = "north") -> None:
    """Give the browser a session of this person at a school. The current school must be that one."""
    session = factories.signed_in(who, slug).cookies["session"].value
    context.add_cookies(
        [
            {
                "name": "session",
                "value": session,
                "url": live.school(slug),
                "httpOnly": True,
                "sameSite": "Lax",
            }
        ]
    )


def open_ready(page: Page, live: LiveSite, project_id: int) -> Workspace:
    """The workspace of a project, with Python loaded."""
    page.goto(f"{live.school()}/projects/{project_id}/")
    workspace = Workspace(page)
    workspace.wait_ready()
    return workspace


def open_once(page: Page, live: LiveSite, files: dict[str, str] | None = None) -> Workspace:
    """The workspace of a new student's project, Python loaded; the same one in later calls with this page."""
    if "/projects/" in page.url:
        return Workspace(page)
    student = factories.student()
    contents = {path: text.encode() for path, text in (files or {"main.py": "print(1)"}).items()}
    project = add_project(owner=student, name="Programs", files=contents)
    enter(page.context, live, student)
    return open_ready(page, live, project.pk)
