"""What other browsers lack is taken away from this one: programs still run, or the page says why they cannot."""

from playwright.sync_api import Page, Route

from accounts.models import User
from projects.models import Project
from tests.browser.sessions import enter, open_ready
from tests.browser.workspace import Workspace, wait_until
from tests.live import LiveSite

# A worker cannot suspend Python without these two (JSPI).
WITHOUT_SUSPENDING = "delete WebAssembly.Suspending; delete WebAssembly.promising;\n"
EVENT_LOOP = """
import asyncio

async def greet(name, seconds):
    await asyncio.sleep(seconds)
    print("Hello", name)

async def main():
    await asyncio.gather(greet("Grace", 0.02), greet("Ada", 0.01))

if __name__ == "__main__":
    asyncio.run(main())
    await greet("all", 0)
    print(input("Who? "))
"""
IN_A_FUNCTION = """
import asyncio

def start():
    asyncio.run(asyncio.sleep(0))

start()
"""


def without_suspending(route: Route) -> None:
    answer = route.fetch()
    route.fulfill(response=answer, body=WITHOUT_SUSPENDING + answer.text())


def test_without_suspending_event_loops_run_at_the_top(
    page: Page, live: LiveSite, owner: User, project: Project
) -> None:
    page.context.route("**/static/runtime/worker/worker.*.js", without_suspending)
    enter(page.context, live, owner)
    workspace = open_ready(page, live, project.pk)

    workspace.start(EVENT_LOOP)
    workspace.answer("me")

    assert workspace.wait_ended() == "Finished"
    assert workspace.output.split("\n")[:3] == ["Hello Ada", "Hello Grace", "Hello all"]
    assert workspace.run(IN_A_FUNCTION) == "Failed"
    assert "This browser cannot wait in the middle of a function" in workspace.output


def test_without_shared_memory_the_page_says_so(
    page: Page, live: LiveSite, owner: User, project: Project
) -> None:
    page.add_init_script("delete globalThis.SharedArrayBuffer")
    enter(page.context, live, owner)

    workspace = Workspace.open(page, live.school(), project.pk)

    wait_until(lambda: workspace.run_status == "Failed", seconds=30, what="an answer")
    assert "This browser does not let pages share memory" in workspace.output
