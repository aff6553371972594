"""A server that dies and comes back, and what a device keeps meanwhile."""

import os
import signal
from typing import Any

from playwright.sync_api import BrowserContext, Page

from accounts.models import User
from projects.models import Project
from tests.browser.sessions import enter
from tests.browser.workspace import Workspace, wait_until
from tests.live import LiveSite

KEPT = """async (path) => {
  await navigator.serviceWorker.ready;
  const names = (await caches.keys()).filter((name) => name.startsWith("codeyard-person-"));
  const found = await Promise.all(names.map(async (name) => (await caches.open(name)).match(path)));
  return found.some(Boolean);
}"""
CACHES = "async () => (await caches.keys()).sort()"


def stop(site: LiveSite) -> None:
    """Kill the whole server, as when the power fails: nobody listens at its port any more."""
    os.killpg(site.process.pid, signal.SIGKILL)
    site.process.wait(timeout=30)


def is_kept(page: Page, path: str) -> bool:
    """Whether the device keeps this page of somebody."""
    return bool(page.evaluate(KEPT, path))


def caches(page: Page) -> list[str]:
    """The names of all caches of the school's origin."""
    names: list[str] = page.evaluate(CACHES)
    return names


def network_status(page: Page) -> str:
    """What the status named Network status says."""
    return (page.get_by_role("status", name="Network status").text_content() or "").strip()


def wait_network(page: Page, status: str) -> None:
    """Wait until the page knows whether its server is there."""
    wait_until(lambda: network_status(page) == status, seconds=60, what=f"network status {status!r}")


def visit(context: BrowserContext, site: LiveSite, who: User, project: Project) -> Workspace:
    """Sign in, open the project and wait until its page is on the device."""
    enter(context, site, who)
    page = context.pages[0] if context.pages else context.new_page()
    workspace = Workspace.open(page, site.school(), project.pk)
    wait_until(lambda: is_kept(page, f"/projects/{project.pk}/"), seconds=60, what="the page kept")
    return workspace


def reopen(workspace: Workspace) -> None:
    """Load the page again and wait until a file is shown."""
    workspace.page.reload()
    workspace.wait_open()


def sentence_of(page: Page) -> dict[str, Any]:
    """The heading of a page and the text of its main part."""
    return {
        "heading": page.get_by_role("heading", level=1).inner_text(),
        "text": page.get_by_role("main").inner_text(),
    }
