"""Takes the pictures of the documentation from the running program: `python -m docs.pictures.take`."""

from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from bench.chromium import launch
from bench.server import PASSWORD, Server
from docs.pictures import classes, exercises
from tests.browser.workspace import Workspace, sign_in

FOLDER = Path(__file__).parent
PROJECT = "A chart of sports"


def main() -> None:
    """Take all of them, from a demo school of their own."""
    with Server() as server, sync_playwright() as playwright:
        browser = launch(playwright)
        workspace(server, browser)
        classes.take(server, browser)
        exercises.take(server, browser)
        browser.close()


def workspace(server: Server, browser: Browser) -> None:
    """Run a demo project and photograph the workspace."""
    page = browser.new_page(viewport={"width": 1280, "height": 760}, color_scheme="light")
    sign_in(page, server.school, "student", PASSWORD)
    page.goto(f"{server.school}/projects/")
    page.get_by_role("link", name=PROJECT).first.click()
    shown = Workspace(page)
    shown.wait_ready()
    shown.run()
    page.get_by_role("img", name="Figure 1").wait_for()
    page.wait_for_timeout(500)
    page.screenshot(path=FOLDER / "workspace.png")


if __name__ == "__main__":
    main()
