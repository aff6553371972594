"""Chromium, a fresh profile for each test; what it asked for and complained about is kept for the test to see."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from accounts.models import User
from config.setup.browsers import find_chromium
from projects.models import Project
from tests import factories
from tests.browser.apis import CORS, Certificate, api, make_certificate
from tests.browser.workspace import Workspace, sign_in
from tests.chromium import ARGUMENTS
from tests.live import LiveSite

# Playwright's loop runs in this thread, so Django would take every query for one from asynchronous code.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"


LAPTOP: dict[str, Any] = {"viewport": {"width": 1280, "height": 800}, "locale": "en-GB"}


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Certificate:
    """What the servers of this machine that programs call show to the browser."""
    return make_certificate(tmp_path_factory.mktemp("certificate"))


@pytest.fixture
def open_api(certificate: Certificate) -> Iterator[str]:
    """The origin of a server that lets programs of other sites read its answers."""
    with api(certificate, headers=CORS) as origin:
        yield origin


@pytest.fixture
def shut_api(certificate: Certificate) -> Iterator[str]:
    """The origin of a server that says nothing about other sites."""
    with api(certificate, headers={}) as origin:
        yield origin


@pytest.fixture(scope="session")
def browser_type_launch_args(
    browser_type_launch_args: dict[str, Any], certificate: Certificate
) -> dict[str, Any]:
    """The machine's own Chromium: nothing is downloaded. It trusts one certificate more than others do."""
    program = find_chromium()
    if program is None:
        pytest.fail("Chromium is not installed. Install it, or name it in CHROMIUM.", pytrace=False)
    arguments = [*ARGUMENTS, f"--ignore-certificate-errors-spki-list={certificate.spki}"]
    return {**browser_type_launch_args, "executable_path": program, "args": arguments}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """A laptop's window, in the language of the pages."""
    return {**browser_context_args, **LAPTOP}


@pytest.fixture(scope="module")
def one_page(
    browser: Browser, browser_context_args: dict[str, Any], live_server_process: LiveSite
) -> Iterator[Page]:
    """One page for all programs of a module: each run starts clean anyway."""
    context = browser.new_context(**browser_context_args)
    yield context.new_page()
    context.close()


@pytest.fixture
def owner(live: LiveSite) -> User:
    """A student of north whom no other test knows."""
    return factories.student(f"owner-{uuid4().hex[:8]}")


@pytest.fixture
def project(owner: User) -> Project:
    """Her project, whose only file `main.py` holds `start`."""
    return factories.project(owner, main="start")


@pytest.fixture
def workspace(page: Page, live: LiveSite, owner: User, project: Project) -> Workspace:
    """The project, opened by its owner."""
    sign_in(page, live.school(), owner.username, factories.PASSWORD)
    return Workspace.open(page, live.school(), project.pk)


@dataclass
class Watch:
    """What a browser did behind a page: hosts asked, errors in the console, exceptions."""

    hosts: set[str] = field(default_factory=set)
    console: list[str] = field(default_factory=list)
    exceptions: list[str] = field(default_factory=list)

    @property
    def third_parties(self) -> set[str]:
        """Hosts other than ours that were asked for anything."""
        return {host for host in self.hosts if host != "localhost" and not host.endswith(".localhost")}


@pytest.fixture
def watch(context: BrowserContext) -> Iterator[Watch]:
    """Watches every page of the test's browser."""
    seen = Watch()

    def note_request(request: Any) -> None:
        if request.url.startswith("http"):
            seen.hosts.add(urlsplit(request.url).hostname or "")

    def note_page(page: Page) -> None:
        page.on("pageerror", lambda error: seen.exceptions.append(str(error)))
        page.on("console", lambda m: seen.console.append(m.text) if m.type == "error" else None)

    context.on("request", note_request)
    context.on("page", note_page)
    for page in context.pages:
        note_page(page)
    yield seen
