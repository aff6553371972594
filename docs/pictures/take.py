"""Takes the pictures of the documentation from the running program: `python -m docs.pictures.take`."""

from pathlib import Path

from playwright.sync_api import sync_playwright

from bench.chromium import launch
from bench.server import PASSWORD, Server
from tests.browser.workspace import Workspace, sign_in

FOLDER = Path(__file__).parent
PROJECT = "A chart of sports"


def main() -> None:
    """Run a demo project and photograph the workspace."""
    with Server() as server, sync_playwright() as playwright:
        browser = launch(playwright)
        page = browser.new_page(viewport={"width": 1280, "height": 760}, color_scheme="light")
        sign_in(page, server.school, "student", PASSWORD)
        page.goto(f"{server.school}/projects/")
        page.get_by_role("link", name=PROJECT).first.click()
        workspace = Workspace(page)
        workspace.wait_ready()
        workspace.run()
        page.get_by_role("img", name="Figure 1").wait_for()
        page.wait_for_timeout(500)
        page.screenshot(path=FOLDER / "workspace.png")
        browser.close()


if __name__ == "__main__":
    main()
