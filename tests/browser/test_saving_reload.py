"""Text is there after a reload, a closed tab and a killed browser, however soon after typing they come."""

import signal
import time
from contextlib import suppress
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Error, Playwright

from tests import factories
from tests.browser.conftest import LAPTOP
from tests.browser.stored import stored_file, stored_text
from tests.browser.workspace import Workspace, sign_in
from tests.faults.processes import kill, wait_until_gone
from tests.faults.wire import wire_to

SAVING = "**/projects/*/files/**"
ROUNDS = 5
KILLS = 2
LONGEST_LOSS = 1.0  # seconds of typing


def test_reload_at_once_after_typing_keeps_every_key(workspace, project, figure):
    lost = 0
    for number in range(ROUNDS):
        expected = f"{workspace.text} {number} and"
        workspace.type(f" {number} and")

        workspace.page.reload()

        workspace.wait_open()
        lost += workspace.text != expected
        if number % 2:
            workspace.wait_saved()
            assert stored_text(project) == expected
    figure(f"reloads at once after typing: texts lost: {lost} of {ROUNDS}")
    assert lost == 0


@pytest.fixture
def deaf(page, live, owner, project):
    """A workspace whose pages load and whose saves never arrive, with the wire that can be mended."""
    with wire_to(live.port) as wire:
        address = f"http://north.localhost:{wire.port}"
        sign_in(page, address, owner.username, factories.PASSWORD)
        workspace = Workspace.open(page, address, project.pk)
        wire.refuses_saves = True
        yield workspace, wire, address


def test_reload_keeps_every_key_when_no_save_arrives(deaf, project):
    workspace, wire, _ = deaf

    workspace.type(" and more")
    workspace.page.reload()

    workspace.wait_open()
    assert workspace.text == "start and more"
    assert stored_text(project) == "start"
    wire.mend()
    workspace.wait_saved()
    assert stored_text(project) == "start and more"
    assert stored_file(project).revision == 2


def test_tab_closed_at_once_after_typing_keeps_every_key(workspace, project, live, context):
    for number in range(3):
        expected = f"{workspace.text} {number} and"
        workspace.type(f" {number} and")

        workspace.page.close(run_before_unload=True)

        workspace = Workspace.open(context.new_page(), live.school(), project.pk)
        assert workspace.text == expected
        workspace.wait_saved()
        assert stored_text(project) == expected


def test_tab_closed_keeps_every_key_when_no_save_arrives(deaf, project, context):
    workspace, wire, address = deaf
    workspace.type(" and more")
    workspace.page.close(run_before_unload=True)
    time.sleep(0.5)
    assert stored_text(project) == "start"
    wire.mend()

    workspace = Workspace.open(context.new_page(), address, project.pk)

    assert workspace.text == "start and more"
    workspace.wait_saved()
    assert stored_text(project) == "start and more"


@pytest.fixture
def launch(playwright: Playwright, browser_type_launch_args, tmp_path):
    """Starts a browser whose profile outlives it."""

    def start() -> BrowserContext:
        return playwright.chromium.launch_persistent_context(
            str(tmp_path / "profile"), **browser_type_launch_args, **LAPTOP
        )

    return start


def browser_process(profile: Path) -> int:
    """The process that holds the profile: Chromium's first one, without which all others end."""
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit() and _is_browser_of(profile, entry):
            return int(entry.name)
    raise AssertionError("no Chromium runs with this profile")


def _is_browser_of(profile: Path, process: Path) -> bool:
    try:
        arguments = (process / "cmdline").read_bytes().split(b"\0")
    except OSError:
        return False
    own = f"--user-data-dir={profile}".encode() in arguments
    return own and not any(argument.startswith(b"--type=") for argument in arguments)


def signed_in_workspace(context, live, owner, project) -> Workspace:
    """Chromium writes cookies down only now and then: after a crash one may have to sign in again."""
    page = context.pages[0]
    page.goto(f"{live.school()}/projects/{project.pk}/")
    if "/accounts/login/" in page.url:
        sign_in(page, live.school(), owner.username, factories.PASSWORD)
    return Workspace.open(page, live.school(), project.pk)


def test_killed_browser_loses_a_second_of_typing_at_most(launch, tmp_path, live, owner, project, figure):
    """The network is away, so that only what is on the device counts."""
    losses: list[float] = []
    expected = "start"
    for number in range(KILLS):
        context = launch()
        context.route(SAVING, lambda route: route.abort())
        workspace = signed_in_workspace(context, live, owner, project)
        assert workspace.text.startswith(expected)
        typed: list[tuple[float, str]] = []
        text = workspace.text
        end = time.monotonic() + 1.5 + 0.37 * number
        while time.monotonic() < end:
            workspace.type(" word")
            text += " word"
            typed.append((time.monotonic(), text))

        killed = time.monotonic()
        pid = browser_process(tmp_path / "profile")
        kill(pid, signal.SIGKILL)
        wait_until_gone(pid)
        with suppress(Error):  # Playwright may or may not have noticed
            context.close()

        context = launch()
        kept = signed_in_workspace(context, live, owner, project).text
        missing = [when for when, so_far in typed if len(so_far) > len(kept)]
        losses.append(killed - missing[0] if missing else 0)
        assert text.startswith(kept) and kept.startswith(expected)  # it may end within a word
        expected = kept
        context.close()

    figure(f"browser killed {KILLS} times while typing: lost at most {max(losses):.2f} s of typing")
    assert max(losses) <= LONGEST_LOSS
