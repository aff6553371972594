"""What a student waits for: first output, output in bulk, input(), Stop. `make bench ARGS=workspace`."""

import re
import statistics
import time

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from bench.chromium import launch
from bench.in_page import ANSWER_AT_ONCE, RUN_UNTIL, STOP
from bench.proxy import Proxy
from bench.server import PASSWORD, Server, free_port
from bench.table import Row, print_rows
from tests.browser.workspace import Workspace, sign_in, wait_until

ROUNDS = 5
MEGABYTE = 1_000_000
ROUND_TRIPS = 50
INPUTS = f"""
from time import perf_counter
times = []
for _ in range({ROUND_TRIPS}):
    began = perf_counter()
    input("? ")
    times.append(perf_counter() - began)
print("median", sorted(times)[len(times) // 2] * 1000)
"""
INTERRUPTIBLE = {
    "a loop": "while True: pass",
    "endless print": "while True: print('spam')",
    "time.sleep": "import time\ntime.sleep(1000)",
    "input()": "input('? ')",
}
STUBBORN = {
    "bare except": "while True:\n    try:\n        while True: pass\n    except: pass",
    "a long numpy call": "import numpy as np\na = np.random.rand(4000, 4000)\nfor _ in range(9): a = a @ a",
}


def main() -> None:
    """Measure and print."""
    shown = free_port()
    with (
        Server(shown_port=shown) as server,
        Proxy(shown, server.port) as proxy,
        sync_playwright() as playwright,
    ):
        browser = launch(playwright)
        rows = first_output(browser, server.school, proxy)
        context = browser.new_context()
        page = context.new_page()
        sign_in(page, server.school, "student", PASSWORD)
        workspace = Workspace.create(page, server.school, "Measurements")
        rows += [*output(workspace), input_round_trip(workspace), *stops(workspace)]
        browser.close()
    print_rows("Workspace", rows)


def first_output(browser: Browser, school: str, proxy: Proxy) -> list[Row]:
    """From the sign-in page to the output of print(1), with an empty cache and again with a full one."""
    cold, warm, cold_bytes, warm_bytes = [], [], [], []
    for number in range(ROUNDS):
        context = browser.new_context()
        for times, sizes in ((cold, cold_bytes), (warm, warm_bytes)):
            proxy.wire.reset()
            times.append(_sign_in_and_print(context, school, f"First {number} {len(times)}"))
            sizes.append(proxy.wire.bytes_down / MEGABYTE)
            context.clear_cookies()
        context.close()
    return [
        Row("Sign-in page to print(1), cold", statistics.median(cold), "s", note=f"median of {ROUNDS}"),
        Row("  transferred", statistics.median(cold_bytes), "MB"),
        Row("Sign-in page to print(1), warm", statistics.median(warm), "s"),
        Row("  transferred", statistics.median(warm_bytes), "MB"),
    ]


def _sign_in_and_print(context: BrowserContext, school: str, name: str) -> float:
    page = context.new_page()
    began = time.perf_counter()
    sign_in(page, school, "student", PASSWORD)
    _open_new_project(page, school, name)
    workspace = Workspace(page)
    workspace.editor.wait_for()
    workspace.start("print(1)")
    wait_until(lambda: "1\n" in (workspace.console.text_content() or ""), seconds=25, what="output")
    passed = time.perf_counter() - began
    page.close()
    return passed


def _open_new_project(page: Page, school: str, name: str) -> None:
    page.goto(f"{school}/projects/")
    page.get_by_role("button", name="New project").click()
    page.get_by_role("textbox", name="Project name").fill(name)
    page.get_by_role("button", name="Create", exact=True).click()
    page.wait_for_url(re.compile(r"/projects/\d+/$"))


def output(workspace: Workspace) -> list[Row]:
    """Run to first line with Python ready, and 100,000 lines."""
    first, many, longest = [], [], []
    for number in range(ROUNDS):
        first.append(_timed_run(workspace, f"print('first{number}')", f"first{number}")["time"])
        bulk = _timed_run(
            workspace, f"for i in range(100_000): print(i)\nprint('end{number}')", f"end{number}"
        )
        many.append(bulk["time"] / 1000)
        longest.append(bulk["longest"])
    return [
        Row("Run to first line, Python ready", statistics.median(first), "ms", 20),
        Row("100,000 printed lines", statistics.median(many), "s", 0.5, "on the page, not only received"),
        Row("  longest task of the page", statistics.median(longest), "ms", 50),
    ]


def _timed_run(workspace: Workspace, code: str, marker: str) -> dict[str, float]:
    workspace.write(code)
    workspace.wait_saved()
    time.sleep(2.5)  # the next interpreter is ready by then
    measured: dict[str, float] = workspace.page.evaluate(RUN_UNTIL, marker)
    workspace.wait_ended()
    return measured


def input_round_trip(workspace: Workspace) -> Row:
    """From input() asking to the program going on, with a page that answers at once."""
    workspace.page.evaluate(ANSWER_AT_ONCE)
    workspace.run(INPUTS)
    wait_until(lambda: "median" in workspace.output, seconds=10, what="the median")
    median = float(workspace.output.split("median")[1].split()[0])
    return Row(
        "input() round trip",
        median,
        "ms",
        5,
        "with the field on the page",
    )


def stops(workspace: Workspace) -> list[Row]:
    """Stop, of what can be interrupted and of what cannot."""
    workspace.page.reload()  # nobody answers questions any more
    workspace.wait_ready()
    rows = [Row(f"Stop {name}", _stop(workspace, code), "ms", 50) for name, code in INTERRUPTIBLE.items()]
    stubborn = [Row(f"Stop {name}", _stop(workspace, code) / 1000, "s", 2) for name, code in STUBBORN.items()]
    return rows + stubborn


def _stop(workspace: Workspace, code: str) -> float:
    times = []
    for _ in range(3):
        workspace.start(code)
        wait_until(
            lambda: workspace.run_status in ("Running", "Waiting for input"), seconds=40, what="running"
        )
        time.sleep(1.5)
        times.append(float(workspace.page.evaluate(STOP)))
        workspace.wait_ended()
    return statistics.median(times)


if __name__ == "__main__":
    main()
