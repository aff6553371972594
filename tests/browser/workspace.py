"""Drives a workspace as a person does: by role and accessible name, never by class or test id."""

import re
import time
from collections.abc import Callable

from playwright.sync_api import Locator, Page

SECONDS_TO_LOAD_PYTHON = 60
ENDED = ("Finished", "Failed", "Stopped")


def wait_until(condition: Callable[[], bool], *, seconds: float, what: str) -> None:
    """Poll from outside: the page's policy forbids the evaluated strings that Playwright's own waiting needs.

    Raises AssertionError that names `what` when `seconds` have passed.
    """
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, f"{what}: not within {seconds} s"
        time.sleep(0.02)


def sign_in(page: Page, address: str, username: str, password: str) -> None:
    """Sign in at the school whose address is given, and land on its home page."""
    page.goto(f"{address}/accounts/login/")
    page.get_by_role("textbox", name="Username").fill(username)
    page.get_by_role("textbox", name="Password").fill(password)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url(f"{address}/")


class Workspace:
    """One open workspace page."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.run_button = page.get_by_role("button", name="Run", exact=True)
        self.stop_button = page.get_by_role("button", name="Stop", exact=True)
        self.editor = page.get_by_role("textbox", name="Code editor")
        self.console = page.get_by_role("log", name="Console")
        self.program_input = page.get_by_role("textbox", name="Program input")
        self.files = page.get_by_label("Files", exact=True)

    @classmethod
    def create(cls, page: Page, address: str, name: str) -> "Workspace":
        """Make a project on the projects page and open it."""
        page.goto(f"{address}/projects/")
        page.get_by_role("button", name="New project").click()
        page.get_by_role("textbox", name="Project name").fill(name)
        page.get_by_role("button", name="Create", exact=True).click()
        page.wait_for_url(re.compile(r"/projects/\d+/$"))
        workspace = cls(page)
        workspace.wait_ready()
        return workspace

    @classmethod
    def open(cls, page: Page, address: str, project_id: int) -> "Workspace":
        """Open a project that is there, and wait until a file of it is shown."""
        page.goto(f"{address}/projects/{project_id}/")
        workspace = cls(page)
        workspace.wait_open()
        return workspace

    def wait_open(self) -> None:
        """Wait until a file is shown: its text is known by then, drafts included."""
        self.page.get_by_role("tablist", name="Open files").get_by_role("tab").first.wait_for()
        self.editor.wait_for()
        wait_until(lambda: self.editor.is_editable(), seconds=10, what="an editor to type in")

    @property
    def run_status(self) -> str:
        """What the status named Run status says."""
        return self._status("Run status")

    @property
    def save_status(self) -> str:
        """What the status named Save status says."""
        return self._status("Save status")

    def _status(self, name: str) -> str:
        return (self.page.get_by_role("status", name=name).text_content() or "").strip()

    def wait_ready(self) -> None:
        """Wait until Python has been loaded."""
        wait_until(lambda: "Ready" in self.run_status, seconds=SECONDS_TO_LOAD_PYTHON, what="Python ready")

    def wait_saved(self, *, seconds: float = 15) -> None:
        """Wait until the server has acknowledged every edit."""
        wait_until(lambda: self.save_status == "Saved", seconds=seconds, what="Saved")

    def write(self, code: str) -> None:
        """Replace the text of the open file."""
        self.editor.click()
        self.page.keyboard.press("Control+A")
        if code:
            self.page.keyboard.insert_text(code)
        else:
            self.page.keyboard.press("Delete")

    def type(self, text: str) -> None:
        """Type at the end of the open file, key by key."""
        self.editor.click()
        self.page.keyboard.press("Control+End")
        self.page.keyboard.type(text)

    @property
    def text(self) -> str:
        """What the editor shows; meant for texts that fit into its window."""
        return self.editor.inner_text().removesuffix("\n")

    def wait_text(self, text: str, *, seconds: float = 15) -> None:
        """Wait until the editor shows exactly this."""
        wait_until(lambda: self.text == text, seconds=seconds, what=f"the text {text!r}")

    def wait_save_status(self, status: str, *, seconds: float = 15) -> None:
        """Wait until the save status says this."""
        wait_until(lambda: self.save_status == status, seconds=seconds, what=status)

    @property
    def alerts(self) -> list[str]:
        """What the page warns of."""
        return [text for text in self.page.get_by_role("alert").all_inner_texts() if text.strip()]

    def file_menu(self, name: str, action: str) -> None:
        """Choose from the menu of a file."""
        item = self.files.get_by_role("listitem", name=name, exact=True)
        item.get_by_role("button", name=f"More for {name}").click()
        item.get_by_role("menuitem", name=action).click()

    def has_file(self, name: str) -> bool:
        """Whether the file panel lists this file."""
        return self.files.get_by_role("listitem", name=name, exact=True).count() == 1

    def open_history(self) -> Locator:
        """Open History; gives its dialog once it has been filled."""
        self.page.get_by_role("button", name="History", exact=True).click()
        dialog = self.page.get_by_role("dialog")
        dialog.get_by_role("list", name="Versions").get_by_role("listitem").first.wait_for()
        return dialog

    def start(self, code: str | None = None) -> None:
        """Write the program, if one is given, and press Run."""
        if code is not None:
            self.write(code)
        self.run_button.click()

    def run(self, code: str | None = None, *, seconds: float = 60) -> str:
        """Run to the end; gives the status that it ended with.

        The status leaves its old value within the click itself, so an earlier `Finished` is never mistaken for
        this one.
        """
        self.start(code)
        return self.wait_ended(seconds=seconds)

    def wait_ended(self, *, seconds: float = 60) -> str:
        """Wait for the end of the run; gives `Finished`, `Failed` or `Stopped`."""
        wait_until(lambda: self.run_status in ENDED, seconds=seconds, what="the run to end")
        return self.run_status

    def wait_running(self, *, seconds: float = 30) -> None:
        """Wait until the program is under way."""
        wait_until(lambda: self.run_status == "Running", seconds=seconds, what="Running")

    def answer(self, text: str) -> None:
        """Type a line into the waiting program."""
        self.program_input.wait_for()
        self.program_input.fill(text)
        self.program_input.press("Enter")

    @property
    def output(self) -> str:
        """All text of the console."""
        return self.console.inner_text()

    def file(self, name: str) -> Locator:
        """The item of the file panel with this name."""
        return self.files.get_by_text(name, exact=True)
