"""Programs as students write them, in the real workspace: what is printed, asked, drawn, wrong, endless."""

import time

import pytest
from playwright.sync_api import Page

from tests.browser.sessions import open_once
from tests.browser.workspace import Workspace, wait_until
from tests.live import LiveSite

STOPPED_WITHIN = 10  # seconds; how fast it is, `make bench` says
ENDLESS = {
    "a loop": "while True: pass",
    "endless print": "while True: print('spam')",
    "a long sleep": "import time\ntime.sleep(1000)",
    "a waiting input": "input('Name? ')",
    "a loop that catches everything": "while True:\n    try:\n        while True: pass\n    except: pass",
}
CRASHES = {
    "os._exit": "import os\nos._exit(3)",
    "os.abort": "import os\nos.abort()",
    "closing the worker": "import js, time\njs.self.close()\ntime.sleep(3)",
}


@pytest.fixture
def workspace(one_page: Page, live: LiveSite) -> Workspace:
    """The same project for every test; Python has been loaded."""
    return open_once(one_page, live)


def test_workspace_is_cross_origin_isolated(workspace):
    assert workspace.page.evaluate("crossOriginIsolated") is True


def test_text_of_all_kinds_is_printed(workspace):
    status = workspace.run("print('héllo 😀 数据', end=' ')\nprint('<b>&amp;', 1, 2, sep=' | ')")

    assert status == "Finished"
    assert workspace.output == "héllo 😀 数据 <b>&amp; | 1 | 2\n"


def test_three_thousand_lines_are_all_there(workspace):
    workspace.run("for i in range(3000): print('line', i)")

    lines = workspace.output.strip().split("\n")
    assert lines == [f"line {number}" for number in range(3000)]


def test_a_hundred_thousand_lines_end_with_the_last_and_leave_the_page_alive(workspace):
    workspace.run("for i in range(100_000): print(i)")

    text = workspace.console.text_content() or ""
    assert text.rstrip().endswith("\n99999")
    below = workspace.console.evaluate("e => e.scrollHeight - e.scrollTop - e.clientHeight")
    assert below < 2, "the last line is in view"
    assert workspace.editor.is_editable()


def test_output_shows_while_the_program_computes(workspace):
    workspace.start("print('one')\nprint('two')\nwhile True: pass")

    wait_until(lambda: "two" in workspace.output, seconds=15, what="the second line")
    workspace.stop_button.click()
    assert workspace.wait_ended() == "Stopped"


def test_carriage_returns_write_over_the_line(workspace):
    workspace.run("for i in range(0, 101, 50): print(f'\\r{i}%', end='')\nprint()")

    assert workspace.output == "100%\n"


def test_a_program_writes_over_its_lines_and_in_colour(workspace):
    workspace.run(
        "import time\nprint('title')\nfor n in range(3):\n"
        "    print(f'\\033[31m{n}\\033[0m\\nrow')\n    time.sleep(0.1)\n"
        "    if n < 2: print('\\033[2A', end='')\nprint('end')"
    )

    assert workspace.output == "title\n2\nrow\nend\n"
    colour = "e => getComputedStyle(e).color"
    red = workspace.console.get_by_text("2", exact=True).evaluate(colour)
    assert red != workspace.console.evaluate(colour)


def test_input_waits_takes_the_line_and_echoes_it(workspace):
    workspace.start("name = input('Name? ')\nprint('Hello', name)")

    workspace.program_input.wait_for()
    assert workspace.run_status == "Waiting for input"
    workspace.page.keyboard.type("Ada")  # it has the focus
    workspace.page.keyboard.press("Enter")
    assert workspace.wait_ended() == "Finished"
    assert workspace.output == "Name? Ada\nHello Ada\n"
    assert workspace.program_input.count() == 0


def test_standard_input_is_read_in_every_way(workspace):
    workspace.start(
        "import sys\n"
        "print(len(input()))\n"
        "print(sys.stdin.readline().strip().upper())\n"
        "for line in sys.stdin:\n"
        "    print('got', line.strip())\n"
        "print('over')\n"
    )

    for line in ("ä" * 20_000, "second", "third", "end"):
        workspace.answer(line)
    workspace.program_input.press("Control+d")
    assert workspace.wait_ended() == "Finished"
    for expected in ("20000", "SECOND", "got third", "got end", "over"):
        assert expected in workspace.output


def test_figures_and_pictures_stand_in_order_with_the_text(workspace):
    workspace.run(
        "import matplotlib.pyplot as plt\n"
        "from PIL import Image\n"
        "print('one')\nplt.plot([1, 2, 3])\nplt.show()\n"
        "print('two')\nImage.new('RGB', (40, 30), 'red').show()\n"
        "print('three')\nplt.figure()\nplt.bar([1, 2], [3, 4])\nprint('four')\n"
    )

    order = workspace.console.evaluate(
        "log => [...log.querySelectorAll('img, .console-block')]"
        ".map(e => e.alt || e.innerText.trim()).filter(Boolean)"
    )
    assert order == ["one", "Figure 1", "two", "Image 1", "three\nfour", "Figure 2"]
    for name in ("Figure 1", "Image 1", "Figure 2"):
        picture = workspace.console.get_by_role("img", name=name)
        wait_until(lambda p=picture: p.evaluate("i => i.naturalWidth") > 0, seconds=5, what=name)


def test_animated_figure_is_updated_in_place(workspace):
    workspace.run(
        "import matplotlib.pyplot as plt\nfigure, axes = plt.subplots()\n"
        "for step in range(3):\n    axes.plot([step, 1])\n    plt.pause(0.05)\n"
    )

    assert workspace.console.get_by_role("img").count() == 1


@pytest.mark.parametrize(
    ("code", "line", "words"),
    [
        ("print('a')\nprint(nmae)", 2, "NameError: name 'nmae' is not defined"),
        ("def f():\nprint(1)", 2, "IndentationError: expected an indented block"),
        ("print('a'", 1, "SyntaxError: '(' was never closed"),
        ("def f(n):\n    return f(n + 1)\nf(0)", 3, "RecursionError"),
        ("class A:\n    def __eq__(self, other): return self == other\n\nprint([1][3])", 4, "IndexError"),
    ],
    ids=["name", "indentation", "syntax", "recursion", "index"],
)
def test_error_shows_the_students_own_lines_and_leads_there(workspace, code, line, words):
    status = workspace.run(code)

    assert status == "Failed"
    assert words in workspace.output
    assert "/project" not in workspace.output
    assert "codeyard" not in workspace.output
    workspace.console.get_by_role("button", name=f'File "main.py", line {line}').first.click()
    active = workspace.page.locator(".cm-lineNumbers .cm-activeLineGutter").first
    assert (active.text_content() or "").strip() == str(line)


@pytest.mark.parametrize("code", ENDLESS.values(), ids=ENDLESS.keys())
def test_stop_stops(workspace, code):
    workspace.start(code)
    wait_until(lambda: workspace.run_status in ("Running", "Waiting for input"), seconds=30, what="running")
    time.sleep(0.5)

    workspace.stop_button.click()

    assert workspace.wait_ended(seconds=STOPPED_WITHIN) == "Stopped"
    assert workspace.run("print('next')") == "Finished"
    assert workspace.output == "next\n"


def test_escape_in_the_console_stops(workspace):
    workspace.start("import time\ntime.sleep(1000)")
    workspace.wait_running()

    workspace.console.focus()
    workspace.page.keyboard.press("Escape")

    assert workspace.wait_ended(seconds=STOPPED_WITHIN) == "Stopped"


@pytest.mark.parametrize("code", CRASHES.values(), ids=CRASHES.keys())
def test_crash_ends_in_a_clear_state_and_the_next_run_works(workspace, code):
    assert workspace.run(code) == "Failed"
    assert "Python" in workspace.output

    assert workspace.run("print('next')") == "Finished"


def test_each_run_starts_clean(workspace):
    workspace.run(
        "x = 1\nimport os, sys\nos.makedirs('/project/d', exist_ok=True)\nos.chdir('d')\nsys.marker = 1"
    )

    workspace.run("import os, sys\nprint('x' in globals(), hasattr(sys, 'marker'), os.getcwd())")

    assert workspace.output == "False False /project\n"


def test_asyncio_and_top_level_await_work(workspace):
    workspace.run(
        "import asyncio\nasync def main():\n    await asyncio.sleep(0.05)\n    print('in')\n"
        "asyncio.run(main())\nawait asyncio.sleep(0.05)\nprint('out')"
    )

    assert workspace.output == "in\nout\n"


def test_package_that_this_server_has_not_says_so(workspace):
    assert workspace.run("import geopandas") == "Failed"

    assert "not installed on this server" in workspace.output


def test_line_of_a_hundred_megabytes_leaves_the_page_alive(workspace):
    assert workspace.run("print('x' * 10**8)\nprint('after')", seconds=90) == "Finished"

    assert (workspace.console.text_content() or "").rstrip().endswith("after")
