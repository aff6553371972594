"""How each of the three is opened with a program, and how its output is recognised. A person's clicks are included."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from playwright.sync_api import Browser, Page, StorageState

from bench.server import PASSWORD
from tests.browser.workspace import Workspace, sign_in, wait_until

Program: TypeAlias = Literal["print", "figure"]
SECONDS = 120
MARKER = "first output 42"
PROGRAMS: dict[Program, str] = {
    "print": 'print("first output", 6 * 7)\n',
    "figure": (
        "import numpy\nimport pandas\nimport matplotlib.pyplot as plt\n"
        "pandas.Series(numpy.arange(5) ** 2).plot()\nplt.show()\n"
    ),
}


@dataclass(frozen=True)
class Contestant:
    """`show` opens a page that runs the program, and comes back when its output can be seen."""

    name: str
    state: StorageState | None
    show: Callable[[Page, Program], None]


def codeyard(browser: Browser, school: str) -> Contestant:
    """A pupil who is signed in opens her project and presses Run as soon as she can."""
    context = browser.new_context()
    page = context.new_page()
    sign_in(page, school, "student", PASSWORD)
    addresses = {program: _project(page, school, program) for program in PROGRAMS}
    state = context.storage_state()
    context.close()

    def show(page: Page, program: Program) -> None:
        page.goto(addresses[program], wait_until="commit")
        workspace = Workspace(page)
        workspace.run_button.click(timeout=SECONDS * 1000)
        if program == "print":
            _wait_text(page, "[role=log]")
        else:
            page.get_by_role("img", name="Figure 1").wait_for(timeout=SECONDS * 1000)

    return Contestant("Codeyard", state, show)


def _project(page: Page, school: str, program: Program) -> str:
    workspace = Workspace.create(page, school, f"Peers {program}")
    workspace.write(PROGRAMS[program])
    workspace.wait_saved()
    return page.url


def jupyterlite(site: str) -> Contestant:
    """Its console, the lightest of its applications: the program is put into the prompt and sent at once."""

    def show(page: Page, program: Program) -> None:
        page.goto(f"{site}/jupyterlite/repl/index.html?kernel=python", wait_until="commit")
        page.locator(".jp-Dialog .jp-mod-accept").click(timeout=SECONDS * 1000)  # which kernel: there is one
        page.locator(".jp-CodeConsole-input .cm-content").click(timeout=SECONDS * 1000)
        page.keyboard.insert_text(PROGRAMS[program])
        page.keyboard.press("Shift+Enter")
        if program == "print":
            _wait_text(page, ".jp-OutputArea-output")
        else:
            page.locator(".jp-OutputArea-output img").first.wait_for(timeout=SECONDS * 1000)

    return Contestant("JupyterLite", None, show)


def pyscript(site: str) -> Contestant:
    """A page with the program in a script element, as its documentation shows it."""

    def show(page: Page, program: Program) -> None:
        page.goto(f"{site}/pyscript/{program}.html", wait_until="commit")
        if program == "print":
            _wait_text(page, "body")
        else:
            page.locator("body img").first.wait_for(timeout=SECONDS * 1000)

    return Contestant("PyScript", None, show)


def _wait_text(page: Page, selector: str) -> None:
    def seen() -> bool:
        texts: list[str] = page.evaluate(
            "(selector) => [...document.querySelectorAll(selector)].map((one) => one.innerText)", selector
        )
        return any(MARKER in text for text in texts)

    wait_until(seen, seconds=SECONDS, what=MARKER)
