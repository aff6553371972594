"""Two tabs and two devices on one file: who has nothing to lose follows, who has decides, and no text is lost."""

import pytest
from playwright.sync_api import Browser

from tests import factories
from tests.browser.conftest import LAPTOP
from tests.browser.stored import stored_text, version_texts
from tests.browser.workspace import Workspace, sign_in, wait_until

MINE, THEIRS = "start mine", "start theirs"


@pytest.fixture
def other_device(browser: Browser, live, owner, project):
    """The same person on another computer."""
    context = browser.new_context(**LAPTOP)
    page = context.new_page()
    sign_in(page, live.school(), owner.username, factories.PASSWORD)
    yield Workspace.open(page, live.school(), project.pk)
    context.close()


def test_clean_tab_follows_the_other_one_quietly(workspace, live, project, context):
    second = Workspace.open(context.new_page(), live.school(), project.pk)

    second.type(" and more")
    second.wait_saved()

    workspace.wait_text("start and more")
    assert workspace.save_status == "Saved"
    assert workspace.alerts == []


def test_clean_device_follows_when_it_is_looked_at_again(workspace, other_device):
    other_device.type(" and more")
    other_device.wait_saved()

    # Headless windows are always in front: tell the page what it hears when somebody comes back to it.
    workspace.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")

    workspace.wait_text("start and more")
    assert workspace.save_status == "Saved"


@pytest.mark.parametrize(
    ("choice", "kept", "reloaded"),
    [
        ("Keep mine", {MINE}, False),
        ("Take the other", {THEIRS}, False),
        ("Keep both", {MINE, THEIRS}, True),
    ],
)
def test_conflict_is_decided_by_a_person_and_keeps_both_texts(
    workspace, other_device, project, choice, kept, reloaded, figure
):
    other_device.type(" theirs")
    other_device.wait_saved()
    workspace.type(" mine")
    workspace.wait_save_status("Conflict")
    if reloaded:
        workspace.page.reload()
        workspace.wait_open()
        workspace.wait_save_status("Conflict")
    assert (workspace.text, stored_text(project)) == (MINE, THEIRS)

    workspace.page.get_by_role("button", name="Compare and decide").click()
    dialog = workspace.page.get_by_role("dialog")
    dialog.get_by_role("button", name=choice, exact=True).click()

    workspace.wait_saved()
    wait_until(lambda: live_texts(project) == kept, seconds=15, what=f"{kept} on the server")
    overwritten = {MINE, THEIRS} - version_texts(project)
    figure(f"{choice}: texts overwritten silently: {len(overwritten)}")
    assert not overwritten
    assert workspace.text == stored_text(project)
    assert workspace.alerts == []


def live_texts(project) -> set[str]:
    """The texts of all files of a project."""
    return {bytes(file.content).decode() for file in project.files.filter(deleted_at=None)}


def test_typing_goes_on_while_a_conflict_waits(workspace, other_device, project):
    other_device.type(" theirs")
    other_device.wait_saved()
    workspace.type(" mine")
    workspace.wait_save_status("Conflict")

    workspace.type(" and more")
    workspace.page.reload()

    workspace.wait_open()
    workspace.wait_save_status("Conflict")
    assert workspace.text == f"{MINE} and more"
    assert stored_text(project) == THEIRS
