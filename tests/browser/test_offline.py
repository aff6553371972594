"""The server dies, and people go on: what was opened once opens and runs, and what they change arrives later."""

import os
import signal

import pytest
from django.contrib.sessions.models import Session

from projects.services import add_project
from tests import factories
from tests.browser.offline import is_kept, network_status, reopen, stop, visit, wait_network
from tests.browser.stored import stored_text
from tests.browser.workspace import Workspace, wait_until
from tests.live import restart, serve

ADD = "import numpy\nprint('sum', numpy.arange(5).sum())"
READ = "print('pixels', len(open('pixels.bin', 'rb').read()))"


@pytest.fixture
def site(live, worker):
    """A server over the database of `live`, to be killed."""
    with serve(live.database, {"WEB_WORKERS": "1"}, name=f"offline_{worker}") as site:
        yield site


def test_project_opens_and_runs_without_its_server(site, context, owner, figure):
    project = add_project(
        owner=owner, name="Pixels", files={"main.py": b"start", "pixels.bin": bytes(range(256))}
    )
    workspace = visit(context, site, owner, project)
    page = workspace.page
    pixels = f"/projects/{project.pk}/kept-files/{project.files.get(path='pixels.bin').pk}"
    wait_until(lambda: is_kept(page, pixels), seconds=60, what="a file that nobody has opened")
    assert workspace.run(ADD) == "Finished"
    workspace.wait_saved()
    assert network_status(page) == ""

    stop(site)
    reopen(workspace)

    assert workspace.text == ADD, "the page shows what was saved last, not what it was delivered with"
    assert page.evaluate("crossOriginIsolated") is True
    wait_network(page, "Offline")
    assert workspace.run() == "Finished"
    assert "sum 10" in workspace.output
    workspace.write(READ)
    assert workspace.run() == "Finished"
    assert "pixels 256" in workspace.output
    workspace.wait_save_status("On this device")

    second = Workspace.open(context.new_page(), site.school(), project.pk)
    assert second.run() == "Finished"
    second.page.close()

    restart(site)
    wait_network(page, "")
    workspace.wait_saved(seconds=60)
    assert stored_text(project) == READ
    figure("offline: opened, ran with numpy, edited; edits lost 0")


def test_new_renamed_and_deleted_files_arrive_later(site, context, owner, project):
    project = factories.project(owner, main="start", old="old", gone="gone")
    workspace = visit(context, site, owner, project)
    page = workspace.page
    stop(site)
    reopen(workspace)

    page.get_by_role("button", name="New file").click()
    page.keyboard.insert_text("fresh.py")
    page.keyboard.press("Enter")
    page.get_by_role("tab", name="fresh.py").wait_for()
    workspace.write("made = 'offline'")
    workspace.file_menu("old.py", "Rename")
    page.keyboard.press("Control+A")
    page.keyboard.insert_text("renamed.py")
    page.keyboard.press("Enter")
    workspace.file_menu("gone.py", "Delete")
    workspace.file_menu("renamed.py", "Run this file first")
    workspace.wait_save_status("On this device")
    reopen(workspace)
    first = workspace.files.get_by_role("listitem", name="renamed.py", exact=True)
    first.get_by_title("Run starts with this file").wait_for()
    assert {name: workspace.has_file(name) for name in ("fresh.py", "renamed.py", "old.py", "gone.py")} == {
        "fresh.py": True, "renamed.py": True, "old.py": False, "gone.py": False,
    }  # fmt: skip

    restart(site)
    workspace.wait_saved(seconds=60)

    assert stored_text(project, "fresh.py") == "made = 'offline'"
    assert set(project.files.filter(deleted_at=None).values_list("path", flat=True)) == {
        "main.py", "fresh.py", "renamed.py",
    }  # fmt: skip
    project.refresh_from_db()
    assert project.main_path == "renamed.py"


def test_package_that_is_not_here_says_so(site, context, owner, project):
    workspace = visit(context, site, owner, project)
    workspace.wait_ready()
    stop(site)
    reopen(workspace)
    wait_network(workspace.page, "Offline")

    assert workspace.run(ADD) == "Failed"

    assert "numpy is not on this device yet: it loads when you are online again." in workspace.output
    restart(site)
    wait_network(workspace.page, "")
    assert workspace.run() == "Finished"


def test_python_that_is_not_here_says_so_and_comes_with_the_network(site, context, owner, project):
    workspace = visit(context, site, owner, project)
    session = context.new_cdp_session(workspace.page)
    session.send("Network.clearBrowserCache")
    stop(site)
    reopen(workspace)

    workspace.console.get_by_text("Python is not on this device yet").wait_for(timeout=60_000)
    restart(site)

    workspace.wait_ready()
    assert "Python is not" not in workspace.output
    assert workspace.run("print(6 * 7)") == "Finished"
    assert "42" in workspace.output


def test_server_that_does_not_answer_is_not_waited_for(site, context, owner, project):
    workspace = visit(context, site, owner, project)
    os.killpg(site.process.pid, signal.SIGSTOP)
    try:
        reopen(workspace)

        wait_network(workspace.page, "Offline")
    finally:
        os.killpg(site.process.pid, signal.SIGCONT)
    wait_network(workspace.page, "")


def test_home_lists_what_is_here_and_nothing_typed_is_lost(site, context, owner, project):
    other = factories.project(owner)
    workspace = visit(context, site, owner, project)
    page = workspace.page
    page.goto(f"{site.school()}/projects/")
    page.get_by_role("button", name="New project").click()
    name = page.get_by_role("textbox", name="Project name")
    name.fill("Typed before the network went")
    stop(site)

    page.get_by_role("button", name="Create", exact=True).click()
    page.get_by_role("alert").get_by_text("You are offline, so this was not sent.").wait_for()
    assert name.input_value() == "Typed before the network went"
    for path in ("/", "/projects/"):
        page.goto(f"{site.school()}{path}")
        kept = page.get_by_role("list", name="On this device")
        kept.get_by_role("link").first.wait_for()
        assert [item.strip() for item in kept.get_by_role("link").all_inner_texts()] == [project.name]
        page.get_by_text("New projects can be made when you are online again.").wait_for()
    page.get_by_role("button", name="Try again").click()
    page.get_by_role("status").get_by_text("There is still no network.").wait_for()
    for path in (f"/projects/{other.pk}/", "/accounts/password/", "/admin/"):
        page.goto(f"{site.school()}{path}")
        page.get_by_role("heading", name="You are offline").wait_for()
    page.get_by_role("list", name="On this device").get_by_role("link", name=project.name).click()
    workspace.wait_open()

    page.goto(f"{site.school()}/")
    restart(site)
    page.get_by_role("heading", name="My projects", exact=True).wait_for(timeout=60_000)


def test_history_says_that_it_needs_the_network(site, context, owner, project):
    workspace = visit(context, site, owner, project)
    stop(site)
    reopen(workspace)

    workspace.page.get_by_role("button", name="History", exact=True).click()

    workspace.page.get_by_role("dialog").get_by_text("History is kept on the server").wait_for()


def test_session_that_ended_meanwhile_opens_offline_and_asks_to_sign_in_later(site, context, owner, project):
    workspace = visit(context, site, owner, project)
    page = workspace.page
    stop(site)
    Session.objects.all().delete()
    reopen(workspace)
    workspace.write("still mine")
    workspace.wait_save_status("On this device")

    restart(site)

    page.get_by_role("link", name="Sign in again").wait_for(timeout=60_000)
    assert stored_text(project) == "start"
    with page.expect_popup() as opened:
        page.get_by_role("link", name="Sign in again").click()
    form = opened.value
    form.get_by_role("textbox", name="Username").fill(owner.username)
    form.get_by_role("textbox", name="Password").fill(factories.PASSWORD)
    form.get_by_role("button", name="Sign in").click()
    Workspace(form).wait_open()
    form.close()
    workspace.wait_saved(seconds=30)
    assert stored_text(project) == "still mine"


def test_session_that_ended_asks_to_sign_in_even_with_nothing_to_save(site, context, owner, project):
    workspace = visit(context, site, owner, project)
    stop(site)
    Session.objects.all().delete()
    reopen(workspace)
    wait_network(workspace.page, "Offline")

    restart(site)

    workspace.page.get_by_role("link", name="Sign in again").wait_for(timeout=60_000)


def test_project_that_was_deleted_elsewhere_is_not_kept(site, context, owner, project):
    workspace = visit(context, site, owner, project)
    page, path = workspace.page, f"/projects/{project.pk}/"
    factories.signed_in(owner).post(f"{path}delete/")

    page.goto(f"{site.school()}{path}")

    wait_until(lambda: not is_kept(page, path), seconds=15, what="the page to go")
