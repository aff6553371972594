"""Messages from those who have no business here, to the page and to the frame: none is accepted."""

import json
import random
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page

from projects.models import FileVersion
from projects.services import add_project
from tests import factories
from tests.browser.conftest import Watch
from tests.browser.sessions import enter, open_ready
from tests.browser.workspace import Workspace
from tests.live import LiveSite

MESSAGES = 500
FOREIGN = "http://foreign.test"
TYPES = (
    "hello", "connect", "boot", "packages", "started", "output", "image", "input-request", "traceback", "files",
    "done", "run", "input", "stop", "ack", "ready", "alive", "closed", "data", "boot-failed", "", "__proto__",
)  # fmt: skip
VALUES: tuple[Any, ...] = (
    None, True, -1, 0, 1, 2, 1.5, 2**53, "", "FORGED", "stdout", "ready", "finished", "main.py", "../FORGED", [],
    ["FORGED"], {}, {"path": "main.py", "bytes": "FORGED"}, [{"path": "FORGED.py", "bytes": [70]}],
    {"__proto__": {"id": 1}},
)  # fmt: skip
FIELDS = (
    "id", "version", "phase", "detail", "text", "stream", "kind", "mime", "bytes", "label", "key", "summary", "frames",
    "changed", "deleted", "outcome", "message", "ms", "main", "files", "path",
)  # fmt: skip

# Posts every message to `window[name]`, each with a port of its own, and counts the ports on which an answer came.
POST = """([name, messages]) => {
  const aim = name.split(".").reduce((here, part) => here[part], window);
  window.answers = 0;
  for (const message of messages) {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => { window.answers += 1; };
    aim.postMessage(message, "*", [port2]);
  }
}"""
CONNECT = {"type": "connect", "version": 1}
HELLO = {"type": "hello", "version": 1}


def fuzzed(seed: int) -> list[Any]:
    """Messages that look like the protocol's and messages that look like nothing; the same ones every time."""
    chance = random.Random(seed)
    whole: list[Any] = [CONNECT, HELLO, "connect", None, 7, [CONNECT], {"type": {"type": "connect"}}]
    while len(whole) < MESSAGES:
        fields = {name: chance.choice(VALUES) for name in chance.sample(FIELDS, chance.randrange(6))}
        whole.append({"type": chance.choice(TYPES), **fields})
    return whole


@pytest.fixture
def workspace(page: Page, context: BrowserContext, live: LiveSite) -> Workspace:
    """A program that waits for a line: every kind of message would have an effect now."""
    owner = factories.student()
    project = factories.project(owner, main='print("Hello,", input("Who? "))')
    enter(context, live, owner)
    opened = open_ready(page, live, project.pk)
    opened.start()
    opened.program_input.wait_for()
    return opened


def assert_untouched(workspace: Workspace, watch: Watch) -> None:
    """What the program says is on the page, and nothing else; it still takes its line, and ends as it would."""
    versions = FileVersion.objects.count()
    workspace.page.wait_for_timeout(300)
    assert workspace.run_status == "Waiting for input"
    workspace.answer("Ada")
    assert workspace.wait_ended() == "Finished"
    assert [line for line in workspace.output.splitlines() if line.strip()] == ["Who? Ada", "Hello, Ada"]
    assert "FORGED" not in workspace.page.content()
    assert FileVersion.objects.count() == versions
    assert watch.exceptions == []


def serve_foreign(context: BrowserContext) -> None:
    """A page of somebody else's, without a policy."""
    context.route(
        f"{FOREIGN}/*", lambda route: route.fulfill(body="<!doctype html><body>", content_type="text/html")
    )


def test_the_page_hears_nobody_but_its_frame(workspace: Workspace, watch: Watch) -> None:
    page = workspace.page
    page.evaluate(
        "() => { window.inner = document.body.appendChild(document.createElement('iframe')).contentWindow; }"
    )
    inner = page.frames[-1]
    inner.evaluate(POST, ["parent", fuzzed(1)])
    page.evaluate(POST, ["self", fuzzed(2)])

    page.wait_for_timeout(500)

    assert (page.evaluate("answers"), inner.evaluate("answers")) == (0, 0)
    assert_untouched(workspace, watch)


def test_the_page_takes_nothing_but_a_greeting_from_its_frames_window(
    workspace: Workspace, watch: Watch
) -> None:
    frame = next(frame for frame in workspace.page.frames if "/frame/" in frame.url)
    frame.evaluate(POST, ["parent", [one for one in fuzzed(3) if one != HELLO]])

    workspace.page.wait_for_timeout(500)

    assert frame.evaluate("answers") == 0
    assert_untouched(workspace, watch)


def test_the_page_cannot_be_reached_from_a_foreign_opener(
    workspace: Workspace, context: BrowserContext, watch: Watch
) -> None:
    serve_foreign(context)
    foreign = context.new_page()
    foreign.goto(f"{FOREIGN}/")
    with context.expect_page() as opened:
        foreign.evaluate("(address) => { window.opened = open(address); }", workspace.page.url)
    page = opened.value
    page.wait_for_load_state()
    assert page.evaluate("opener") is None, "COOP cuts the line"

    foreign.evaluate(POST, ["opened", fuzzed(4)])
    foreign.wait_for_timeout(500)

    assert foreign.evaluate("[answers, opened.closed]") == [0, True]
    assert_untouched(workspace, watch)


EMBED = """(address) => new Promise((resolve) => {
  const frame = document.createElement("iframe");
  frame.allow = "cross-origin-isolated";
  frame.addEventListener("load", resolve);
  frame.src = address;
  document.documentElement.append(frame);
  window.embedded = frame.contentWindow;
})"""


def test_the_frame_refuses_to_be_embedded_by_others(page: Page, live: LiveSite) -> None:
    """An origin that the server does not know: same machine, same policies, another host."""
    page.goto(f"http://127.0.0.1:{live.port}/robots.txt")
    page.evaluate(EMBED, f"{live.run_origin}/frame/open/")

    page.evaluate(POST, ["embedded", fuzzed(5)])
    page.wait_for_timeout(1000)

    assert page.evaluate("answers") == 0
    assert "chrome-error" in page.frames[-1].url


def test_the_frame_alone_in_a_window_answers_nobody(context: BrowserContext, live: LiveSite) -> None:
    serve_foreign(context)
    foreign = context.new_page()
    foreign.goto(f"{FOREIGN}/")
    with context.expect_page() as opened:
        foreign.evaluate("(address) => { window.opened = open(address); }", f"{live.run_origin}/frame/open/")
    opened.value.wait_for_load_state()

    foreign.evaluate(POST, ["opened", fuzzed(6)])
    opened.value.evaluate(POST, ["self", fuzzed(7)])
    foreign.wait_for_timeout(1000)

    assert foreign.evaluate("answers") == 0
    assert opened.value.evaluate("answers") == 0


def test_the_frame_answers_a_page_of_the_school(page: Page, live: LiveSite) -> None:
    """The other tests count answers; here is one to count."""
    page.goto(f"{live.school()}/robots.txt")
    page.evaluate(EMBED, f"{live.run_origin}/frame/open/")

    page.evaluate(POST, ["embedded", [CONNECT]])
    page.wait_for_timeout(1000)

    assert page.evaluate("answers") > 0


FORGERY = """
import gc, json, sys
import js
from pyodide.ffi import to_js

messages = json.loads(open("messages.json").read())
ports = []
for key in dir(js.globalThis):
    try:
        value = getattr(js.globalThis, key)
    except BaseException:
        continue
    if "postMessage" in dir(value) and value is not js.globalThis:
        ports.append(value)
for message in messages:
    forged = to_js(message, dict_converter=js.Object.fromEntries)
    for post in (js.postMessage, js.self.postMessage, *(port.postMessage for port in ports)):
        try:
            post(forged)
            post(to_js({"barrier": 0, "message": message}, dict_converter=js.Object.fromEntries))
        except BaseException:
            pass
print("posted", len(messages))
"""


def test_a_program_forges_nothing_with_messages_of_its_own(
    page: Page, context: BrowserContext, live: LiveSite, watch: Watch
) -> None:
    owner = factories.student()
    files = {"main.py": FORGERY.encode(), "messages.json": json.dumps(fuzzed(8)).encode()}
    project = add_project(owner=owner, name="Forgery", files=files)
    enter(context, live, owner)
    workspace = open_ready(page, live, project.pk)

    assert workspace.run() == "Finished", workspace.output

    assert [line for line in workspace.output.splitlines() if line.startswith("posted")] == [
        f"posted {MESSAGES}"
    ]
    assert workspace.console.get_by_role("img").count() == 0
    assert workspace.files.get_by_text("FORGED").count() == 0
    assert workspace.save_status == "Saved"
    assert FileVersion.objects.filter(file__project=project).count() == len(files)
    assert watch.exceptions == []
