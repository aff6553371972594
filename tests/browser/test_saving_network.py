"""The network goes away and comes back: nothing is lost, nothing is done twice, and a person is told what is where."""

import time

import pytest

from tests import factories
from tests.browser.stored import stored_file, stored_text
from tests.browser.workspace import Workspace, sign_in, wait_until
from tests.faults.wire import wire_to

SAVING = "**/projects/*/files/*/"
SECONDS_TO_CONVERGE = 15
PORTAL = "<!doctype html><title>Guest network</title><h1>Accept the terms to go online</h1>"


@pytest.fixture
def wire(live):
    """What the browser of these tests reaches the server through."""
    with wire_to(live.port) as wire:
        yield wire


@pytest.fixture
def workspace(page, wire, owner, project):
    """The project, opened through the wire."""
    address = f"http://north.localhost:{wire.port}"
    sign_in(page, address, owner.username, factories.PASSWORD)
    return Workspace.open(page, address, project.pk)


def converges(workspace: Workspace, project, figure, what: str, *, saves: int = 1) -> None:
    """The network is back: what stands in the editor is on the server soon, and was saved so many times."""
    expected, started = workspace.text, time.monotonic()

    workspace.wait_saved(seconds=SECONDS_TO_CONVERGE)

    seconds, file = time.monotonic() - started, stored_file(project)
    lost, doubled = int(stored_text(project) != expected), file.revision - 1 - saves
    figure(f"{what}: edits lost {lost}, doubled {doubled}, saved {seconds:.1f} s after it was back")
    assert (lost, doubled) == (0, 0)


def test_device_without_a_network_keeps_the_text(workspace, project, context, figure):
    context.set_offline(True)
    workspace.type(" 1")
    workspace.wait_save_status("On this device")
    workspace.type(" 2")
    assert stored_text(project) == "start"

    context.set_offline(False)

    # Two texts: the one whose request failed is repeated, then the newer one goes.
    converges(workspace, project, figure, "network off and on", saves=2)


def test_broken_connections_keep_the_text(workspace, project, wire, figure):
    workspace.type(" 1")
    wire.cut()
    workspace.type(" 2")
    workspace.wait_save_status("On this device")
    workspace.page.get_by_role("alert").get_by_text("saved as soon as the server answers").wait_for()
    time.sleep(5)  # longer than the first pauses between tries

    wire.mend()

    converges(workspace, project, figure, "connections broken")
    assert workspace.alerts == []


@pytest.mark.parametrize("status", [200, 511, 502])
def test_answers_of_somebody_else_are_not_taken_for_a_save(workspace, project, context, status, figure):
    """200 from a captive portal, 511 as the standard asks of one, 502 from a proxy whose server is away."""

    def strange(route):
        return route.fulfill(status=status, content_type="text/html", body=PORTAL)

    context.route(SAVING, strange)
    workspace.type(" 1")
    workspace.wait_save_status("On this device")
    time.sleep(2)
    assert workspace.save_status == "On this device"
    assert stored_text(project) == "start"

    context.unroute(SAVING, strange)

    converges(workspace, project, figure, f"a page of somebody else's with status {status}")


def test_portal_that_answers_with_json_is_not_taken_for_a_save(workspace, project, context, figure):
    def strange(route):
        return route.fulfill(status=200, content_type="application/json", body='{"ok": true}')

    context.route(SAVING, strange)
    workspace.type(" 1")
    workspace.wait_save_status("On this device")
    context.unroute(SAVING, strange)

    converges(workspace, project, figure, "JSON of somebody else's")


def test_lost_answers_do_not_save_twice(workspace, project, wire, figure):
    """The server saves, and the browser never hears of it."""
    wire.loses_answers = True
    workspace.type(" 1")
    workspace.wait_save_status("On this device")
    wait_until(lambda: wire.lost_answers >= 2, seconds=10, what="a second try")
    assert stored_text(project) == "start 1"

    wire.mend()

    converges(workspace, project, figure, f"{wire.lost_answers} answers lost")
