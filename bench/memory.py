"""What a tab needs after one run and after a hundred: a fresh interpreter a run must leave nothing. ARGS=memory.

The proportional set size of all renderer processes (proc(5), smaps_rollup); shared pages are counted once between them.
"""

import statistics
from pathlib import Path

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

from bench.chromium import launch
from bench.server import PASSWORD, Server
from bench.table import Row, print_rows
from tests.browser.workspace import Workspace, sign_in

RUNS = 100
SAMPLED = 10  # the first and the last so many runs
SECONDS_TO_SETTLE = 3
KILOBYTES = 1000
PROGRAM = "import random\nnumbers = [random.random() for _ in range(200_000)]\nprint(len(numbers))"


def main() -> None:
    """Measure and print."""
    with Server() as server, sync_playwright() as playwright:
        browser = launch(playwright)
        page = browser.new_context().new_page()
        sign_in(page, server.school, "student", PASSWORD)
        workspace = Workspace.create(page, server.school, "Memory")
        rows = measure(browser, page, workspace)
        browser.close()
    print_rows("Memory of the tab", rows)


def measure(browser: Browser, page: Page, workspace: Workspace) -> list[Row]:
    """After the first runs, and after the last: medians."""
    session = browser.new_browser_cdp_session()
    workspace.write(PROGRAM)
    workspace.wait_saved()
    samples = []
    for number in range(RUNS):
        workspace.run()
        if number < SAMPLED or number >= RUNS - SAMPLED:
            samples.append(_renderers(session, page))
    first, last = statistics.median(samples[:SAMPLED]), statistics.median(samples[-SAMPLED:])
    return [
        Row(f"After {SAMPLED} runs", first, "MB"),
        Row(f"After {RUNS} runs", last, "MB", first * 1.1, "flat: a tenth more at most"),
    ]


def _renderers(session: CDPSession, page: Page) -> float:
    """Megabytes, once the next interpreter stands ready and garbage has gone."""
    page.wait_for_timeout(SECONDS_TO_SETTLE * 1000)
    processes = session.send("SystemInfo.getProcessInfo")["processInfo"]
    return sum(_proportional(one["id"]) for one in processes if one["type"] == "renderer") / KILOBYTES


def _proportional(process: int) -> int:
    """Kilobytes; 0 for a process that has just ended."""
    try:
        text = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii")
    except OSError:
        return 0
    return next(int(line.split()[1]) for line in text.splitlines() if line.startswith("Pss:"))


if __name__ == "__main__":
    main()
