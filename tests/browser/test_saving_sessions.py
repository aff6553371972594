"""Sessions end and people change places at one computer: text is kept, and never saved or shown as somebody else's."""

from uuid import uuid4

import pytest
from django.contrib.sessions.models import Session

from projects.models import ProjectFile
from tests import factories
from tests.browser.stored import stored_text
from tests.browser.workspace import Workspace, sign_in

SIGNED_OUT = "You are signed out"
OTHER_PERSON = "Somebody else has signed in"


@pytest.fixture
def neighbour(live):
    """Who sits down next."""
    return factories.student(f"next-{uuid4().hex[:8]}")


def notice(workspace: Workspace, text: str) -> None:
    """Wait for a notice with these words."""
    workspace.page.get_by_role("alert").get_by_text(text).wait_for()


def end_sessions() -> None:
    """As when the time of every session at the school has run out."""
    Session.objects.all().delete()


def test_expired_session_keeps_the_text_and_saves_it_after_signing_in(
    workspace, live, owner, project, context
):
    end_sessions()
    workspace.type(" and more")
    workspace.wait_save_status("On this device")
    notice(workspace, SIGNED_OUT)
    assert (workspace.text, stored_text(project)) == ("start and more", "start")

    with context.expect_page() as opened:
        workspace.page.get_by_role("link", name="Sign in again").click()
    tab = opened.value
    tab.get_by_role("textbox", name="Username").fill(owner.username)
    tab.get_by_role("textbox", name="Password").fill(factories.PASSWORD)
    tab.get_by_role("button", name="Sign in").click()
    tab.wait_for_url(f"{live.school()}/**")

    workspace.wait_saved()
    assert stored_text(project) == "start and more"
    assert workspace.alerts == []


def test_expired_session_and_closed_page_keep_the_text(workspace, live, owner, project, context):
    end_sessions()
    workspace.type(" and more")
    workspace.wait_save_status("On this device")
    workspace.page.close()

    page = context.new_page()
    sign_in(page, live.school(), owner.username, factories.PASSWORD)
    workspace = Workspace.open(page, live.school(), project.pk)

    assert workspace.text == "start and more"
    workspace.wait_saved()
    assert stored_text(project) == "start and more"


def test_work_is_never_saved_as_the_next_person(workspace, live, owner, neighbour, project, context):
    context.clear_cookies()
    second = context.new_page()
    sign_in(second, live.school(), neighbour.username, factories.PASSWORD)

    workspace.type(" and more")
    workspace.wait_save_status("On this device")

    notice(workspace, OTHER_PERSON)
    assert stored_text(project) == "start"
    assert not ProjectFile.objects.filter(project__owner=neighbour).exists()
    context.clear_cookies()
    sign_in(second, live.school(), owner.username, factories.PASSWORD)
    workspace.wait_saved(seconds=20)
    assert stored_text(project) == "start and more"


def test_drafts_are_never_shown_to_the_next_person(workspace, live, owner, neighbour, project, context):
    own = factories.project(neighbour, main="hers")
    context.clear_cookies()
    workspace.type(" secret")
    workspace.wait_save_status("On this device")
    workspace.page.close()

    page = context.new_page()
    sign_in(page, live.school(), neighbour.username, factories.PASSWORD)
    foreign = page.goto(f"{live.school()}/projects/{project.pk}/")
    assert foreign is not None and foreign.status == 404
    assert "secret" not in page.content()
    theirs = Workspace.open(page, live.school(), own.pk)

    assert theirs.text == "hers"
    assert theirs.save_status == "Saved"
    assert "secret" not in page.content()
    assert stored_text(project) == "start"
    page.close()
    context.clear_cookies()
    page = context.new_page()
    sign_in(page, live.school(), owner.username, factories.PASSWORD)
    assert Workspace.open(page, live.school(), project.pk).text == "start secret"


def test_teacher_at_the_same_computer_does_not_see_unsaved_text(workspace, live, owner, project, context):
    """She may open the very same project; what its owner has not saved yet is the owner's."""
    teacher = factories.teacher(f"teach-{uuid4().hex[:8]}")
    factories.classroom(teacher, owner)
    context.clear_cookies()
    workspace.type(" secret")
    workspace.wait_save_status("On this device")
    workspace.page.close()

    page = context.new_page()
    sign_in(page, live.school(), teacher.username, factories.PASSWORD)
    page.goto(f"{live.school()}/projects/{project.pk}/")
    looking = Workspace(page)
    looking.wait_text("start")

    assert "secret" not in page.content()
    assert stored_text(project) == "start"
