"""Live lint: what is marked while somebody types, what waits, and that it needs nothing of Python."""

import re
from typing import Any

from playwright.sync_api import Browser, Page, Worker

from accounts.models import User
from projects.models import Project
from tests import factories
from tests.browser.conftest import Watch
from tests.browser.sessions import open_ready
from tests.browser.workspace import Workspace, sign_in, wait_until
from tests.live import LiveSite

WRONG = """\
import random
name = input("Who? ")
print(nmae)
"""
COMPILES = """() => WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]))
  .then(() => true, () => false)"""
FETCHES = "(url) => fetch(url).then(() => true, () => false)"
NO_LINT = """const Real = Worker;
globalThis.Worker = class extends Real {
  constructor(address, options) { super(String(address).replace("/lint/worker", "/lint/gone"), options); }
};"""
LOADING = 60  # seconds, Python included


def problems(workspace: Workspace) -> list[str]:
    """What the list of problems says; it is opened for that and closed again."""
    page = workspace.page
    page.get_by_role("button", name=re.compile(r"^\d+ problems?$")).click()
    options = page.get_by_role("listbox", name="Problems").get_by_role("option")
    texts = options.all_inner_texts()
    page.keyboard.press("Escape")
    return [" ".join(text.split()) for text in texts]


def count(workspace: Workspace) -> int:
    """How many problems the page says there are."""
    button = workspace.page.get_by_role("button", name=re.compile(r"^\d+ problems?$"))
    return int((button.text_content() or "0").split()[0]) if button.count() else 0


def wait_count(workspace: Workspace, number: int, *, seconds: float = LOADING) -> None:
    wait_until(lambda: count(workspace) == number, seconds=seconds, what=f"{number} problems")


def test_a_misspelt_name_and_an_unused_import_are_marked(workspace: Workspace, watch: Watch) -> None:
    workspace.write(WRONG)

    wait_count(workspace, 2)

    assert problems(workspace) == [
        "random is imported and not used yet. F401",
        "nmae is not defined. Did you mean name? F821",
    ]
    workspace.type("print(random.random())")
    wait_count(workspace, 1)
    assert watch.console == []
    assert watch.exceptions == []
    assert watch.third_parties == set()


def test_what_cannot_be_read_waits_until_the_line_is_left(workspace: Workspace) -> None:
    workspace.write("x = 1\n")
    workspace.type("while x == 1")
    wait_count(workspace, 1)
    assert problems(workspace) == ["A : is missing here: the line with while ends with one. syntax"]

    workspace.type(":\n    x = 2")

    wait_count(workspace, 0)


def test_keys_go_from_problem_to_problem_and_say_it(workspace: Workspace) -> None:
    workspace.write(WRONG)
    wait_count(workspace, 2)
    page = workspace.page
    said = page.evaluate_handle(
        """() => {
          const said = [];
          const live = document.querySelector(".cm-editor [aria-live]");
          new MutationObserver(() => said.push(live.textContent)).observe(live, { childList: true, subtree: true });
          return said;
        }"""
    )
    workspace.editor.focus()
    page.keyboard.press("Control+Home")

    page.keyboard.press("F8")
    page.keyboard.press("F8")

    selected = page.evaluate("String(getSelection())")
    assert selected == "nmae"
    assert "nmae is not defined. Did you mean name?" in said.json_value()
    assert page.locator(".cm-tooltip").get_by_text("is not defined. Did you mean").is_visible()


def test_lint_needs_no_interpreter(page: Page, live: LiveSite, owner: User, project: Project) -> None:
    page.route(re.compile(r"//run\."), lambda route: route.abort())
    sign_in(page, live.school(), owner.username, factories.PASSWORD)
    workspace = Workspace.open(page, live.school(), project.pk)

    workspace.write(WRONG)

    wait_count(workspace, 2)
    assert workspace.run_status == "Loading Python"


def test_a_page_without_lint_works_as_ever(
    page: Page, live: LiveSite, owner: User, project: Project, watch: Watch
) -> None:
    notes: list[str] = []
    page.on("console", lambda message: notes.append(message.text) if message.type == "debug" else None)
    page.add_init_script(NO_LINT)
    sign_in(page, live.school(), owner.username, factories.PASSWORD)
    workspace = Workspace.open(page, live.school(), project.pk)
    wait_until(lambda: bool(page.title() and notes), seconds=LOADING, what="a note for developers")

    assert workspace.run("print('hello')") == "Finished"

    assert notes[0].startswith("Live lint: ")
    assert count(workspace) == 0
    assert watch.exceptions == []


def test_who_only_looks_sees_no_marks(page: Page, live: LiveSite, owner: User) -> None:
    teacher = factories.teacher(f"teacher-{owner.username}")
    factories.classroom(teacher, owner, name=f"Class of {owner.username}")
    project = factories.project(owner, main="import random\nprint('looked')\n")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    sign_in(page, live.school(), teacher.username, factories.PASSWORD)
    workspace = open_ready(page, live, project.pk)

    workspace.run()

    assert not [url for url in asked if "ruff" in url]
    assert count(workspace) == 0


def test_the_worker_alone_may_compile_and_may_do_nothing_else(workspace: Workspace) -> None:
    page = workspace.page
    worker = lint_worker(page)

    assert worker.evaluate(COMPILES) is True
    assert page.evaluate(COMPILES) is False
    assert worker.evaluate(FETCHES, "https://example.com/") is False


def lint_worker(page: Page) -> Worker:
    def found() -> list[Worker]:
        page.title()  # news of workers arrive while the driver is spoken to
        return [worker for worker in page.workers if "/lint/" in worker.url]

    wait_until(lambda: bool(found()), seconds=LOADING, what="the worker")
    return found()[0]


def test_a_tap_on_a_sign_shows_the_message(
    browser: Browser, browser_context_args: dict[str, Any], live: LiveSite, owner: User, project: Project
) -> None:
    context = browser.new_context(
        **{**browser_context_args, "viewport": {"width": 390, "height": 800}, "has_touch": True}
    )
    page = context.new_page()
    sign_in(page, live.school(), owner.username, factories.PASSWORD)
    workspace = Workspace.open(page, live.school(), project.pk)
    workspace.write(WRONG)
    wait_count(workspace, 2)

    page.get_by_title("nmae is not defined").tap()

    page.locator(".cm-tooltip").get_by_text("is not defined. Did you mean").wait_for()
    context.close()
