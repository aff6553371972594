"""What the pictures of the guide have in common."""

from playwright.sync_api import Browser, Page

from bench.server import PASSWORD, Server
from config.paths import BASE_DIR
from tests.browser.workspace import sign_in

FOLDER = BASE_DIR / "schools/static/schools/pictures"
MILLISECONDS_TO_REST = 500


def page_of(server: Server, browser: Browser, who: str, *, height: int = 760) -> Page:
    """A browser of her own in which this person of the demo school is signed in."""
    context = browser.new_context(
        viewport={"width": 1280, "height": height}, color_scheme="light", locale="en-GB"
    )
    page = context.new_page()
    sign_in(page, server.school, who, PASSWORD)
    return page


def keep(page: Page, name: str) -> None:
    """The window as it is, once everything has come to rest."""
    page.wait_for_timeout(MILLISECONDS_TO_REST)
    page.screenshot(path=FOLDER / f"{name}.png")
