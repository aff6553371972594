"""A list of 2,000 students: looking at it, adding it, and codes on slips for all of them. `make bench ARGS=roster`"""

import time
from collections.abc import Callable

from playwright.sync_api import Page, sync_playwright

from bench.chromium import launch
from bench.server import PASSWORD, Server
from bench.table import Row, print_rows
from tests.browser.workspace import sign_in

STUDENTS = 2_000
SECONDS = 10
LETTERS = "abcdefghijklmnopqrstuvwxyz"
# Counts how often the page says anew how far it is.
COUNT_STEPS = """() => {
  window.steps = 0;
  new MutationObserver(() => { window.steps += 1; }).observe(
    document.querySelector('[data-roster-text]'), { childList: true, characterData: true, subtree: true });
}"""


def main() -> None:
    """Measure and print."""
    with Server() as server, sync_playwright() as playwright, launch(playwright) as browser:
        page = browser.new_page()
        sign_in(page, server.school, "teacher", PASSWORD)
        print_rows(f"A list of {STUDENTS:,} students", _measure(page, server))


def _measure(page: Page, server: Server) -> list[Row]:
    page.goto(f"{server.school}/admin/accounts/classroom/add/")
    page.locator("#id_name").fill("The whole school")
    page.locator("input[name=_save]").click()
    page.wait_for_url("**/change/")
    classroom = page.url.removesuffix("change/")
    page.goto(f"{classroom}roster/")
    page.locator("#text").fill("\n".join(_name(number) for number in range(STUDENTS)))
    looking = _seconds(page, "preview", lambda: page.locator(f"#line-{STUDENTS}").wait_for())
    page.evaluate(COUNT_STEPS)
    adding = _seconds(page, "import", lambda: page.locator("[data-roster-next]").wait_for())
    steps = page.evaluate("window.steps")
    page.goto(f"{classroom}slips/")
    slips = _seconds(page, "first", lambda: page.locator(".slip").nth(STUDENTS - 1).wait_for())
    opening = _opening(page, f"{classroom}change/")
    return [
        Row("from Show to the preview of every line", looking, "s", SECONDS),
        Row("from Add to all being in the class", adding, "s", SECONDS, f"{steps} steps shown"),
        Row("from the button to codes on slips for all", slips, "s", SECONDS),
        Row("the page of that class", opening, "s"),
    ]


def _name(number: int) -> str:
    first, second = divmod(number, len(LETTERS))
    return f"Student{LETTERS[second]} {LETTERS[first // 26].upper()}{LETTERS[first % 26]}son"


def _seconds(page: Page, what: str, arrived: Callable[[], None]) -> float:
    """From the click on the button of this value until something has arrived."""
    began = time.monotonic()
    page.locator(f"button[value={what}]").click()
    arrived()
    return time.monotonic() - began


def _opening(page: Page, address: str) -> float:
    began = time.monotonic()
    page.goto(address)
    page.locator("tbody tr").nth(STUDENTS - 1).wait_for()
    return time.monotonic() - began


if __name__ == "__main__":
    main()
