"""turtle: ten thousand segments, at once and live, and how long the page is held up. `make bench ARGS=turtle`."""

import statistics
import time

from playwright.sync_api import sync_playwright

from bench.chromium import launch
from bench.in_page import RUN_UNTIL
from bench.server import PASSWORD, Server
from bench.table import Row, print_rows
from tests.browser.workspace import Workspace, sign_in

ROUNDS = 5
SEGMENTS = 10_000
DRAW = f"""
import turtle
from time import perf_counter
turtle.hideturtle()
{{setting}}
began = perf_counter()
for step in range({SEGMENTS}):
    turtle.forward(step % 300)
    turtle.left(91)
turtle.update()
print("drawn in", (perf_counter() - began) * 1000, "ms")
"""
PROGRAMS = {
    "10,000 lines printed": f"for i in range({SEGMENTS}): print('line', i)\nprint('drawn in', 0, 'ms')",
    "10,000 segments, tracer(0)": DRAW.format(setting="turtle.tracer(0)"),
    "10,000 segments, live, speed(0), delay(0)": DRAW.format(setting="turtle.speed(0)\nturtle.delay(0)"),
    "10,000 segments of 10,000 colours, tracer(0)": DRAW.format(
        setting="turtle.tracer(0)\nturtle.setundobuffer(None)"
    ).replace("    turtle.forward", "    turtle.pencolor(step / 10000, 0, 0.5)\n    turtle.forward"),
}


def main() -> None:
    """Measure and print."""
    with Server() as server, sync_playwright() as playwright:
        browser = launch(playwright)
        page = browser.new_page()
        sign_in(page, server.school, "student", PASSWORD)
        workspace = Workspace.create(page, server.school, "Turtles")
        print_rows("turtle", rows(workspace))
        browser.close()


def rows(workspace: Workspace) -> list[Row]:
    """A row for each program: its time against that of plain printing, and the longest task of the page."""
    found: list[Row] = []
    base = 0.0
    for name, program in PROGRAMS.items():
        workspace.write(program)
        workspace.wait_saved()
        measured = [measure(workspace) for _ in range(ROUNDS)]
        median = statistics.median(one["time"] for one in measured)
        base = base or median
        found.append(Row(name, median, "ms", note=f"{median / base:.1f} × the time of printing"))
        longest = max(one["longest"] for one in measured)
        found.append(Row("  longest task of the page", longest, "ms", 50))
    return found


def measure(workspace: Workspace) -> dict[str, float]:
    """One run, from the click to the last line."""
    time.sleep(2.5)  # the next interpreter is ready by then
    result: dict[str, float] = workspace.page.evaluate(RUN_UNTIL, "drawn in")
    workspace.wait_ended()
    return result


if __name__ == "__main__":
    main()
