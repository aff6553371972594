"""However a program ends, the state is clear and the next run works; and each run starts clean."""

import pytest
from playwright.sync_api import Page

from tests.browser.sessions import open_once
from tests.browser.workspace import Workspace, wait_until
from tests.live import LiveSite

FILES = {
    "main.py": "print(1)",
    "shapes.py": 'def area(r):\n    """The area of a square.\n\n    >>> area(3)\n    9\n    """\n    return r * r\n',
    "scores.csv": "name,score\nAda,12\nBob,9\n",
    "settings.json": '{"level": 3}',
}


@pytest.fixture
def workspace(one_page: Page, live: LiveSite) -> Workspace:
    """A project with a few files, the same one for every test."""
    return open_once(one_page, live, FILES)


ENDS = {
    "sys.exit": ("import sys\nprint('a')\nsys.exit()\nprint('b')", "Finished", "a\n"),
    "sys.exit with a text": ("import sys\nsys.exit('No name given')", "Finished", "No name given"),
    "sys.exit with a number": ("import sys\nprint('a')\nsys.exit(3)", "Finished", "a\n"),
    "exit": ("print('a')\nexit()\nprint('b')", "Finished", "a\n"),
    "quit": ("print('a')\nquit()", "Finished", "a\n"),
    "exit in a function": ("def f():\n    exit('bye')\nf()", "Finished", "bye"),
    "KeyboardInterrupt": ("raise KeyboardInterrupt", "Failed", "KeyboardInterrupt"),
    "os._exit": ("import os\nprint('a', flush=True)\nos._exit(0)", "Failed", "a\n"),
    "recursion": ("def f(n):\n    return f(n + 1)\nf(0)", "Failed", "f calls itself too often"),
    "recursion in a property": (
        "class A:\n    @property\n    def x(self): return self.x\nA().x",
        "Failed",
        "RecursionError",
    ),
    "recursion through a cache": (
        "from functools import lru_cache\n@lru_cache(None)\n"
        "def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)\n"
        "print(fib(400))",
        "Finished",
        "1760236806450139664682269453924112507703843833044921918867259928965753450442160",
    ),
    "recursion in __eq__": (
        "class A:\n    def __eq__(self, other): return self == other\nA() == A()",
        "Failed",
        "main.py",
    ),
    "recursion in __repr__": (
        "class A:\n    def __repr__(self): return repr(self)\nprint(A())",
        "Failed",
        "main.py",
    ),
    "recursion in a key": (
        "def order(x): return sorted([x], key=order)\norder(1)",
        "Failed",
        "main.py",
    ),
    "memory": ("x = []\nwhile True:\n    x.append('x' * 10**8)", "Failed", "MemoryError"),
    "too large": ("x = 'x' * 10**10", "Failed", "larger than the memory"),
    "unraised in async": (
        "import asyncio\nasync def f():\n    await asyncio.sleep(0.01)\n    return nmae\nasyncio.run(f())",
        "Failed",
        "nmae is not defined",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("source", "status", "words"), ENDS.values(), ids=ENDS.keys())
def test_every_end_is_clear_and_the_next_run_works(
    workspace: Workspace, source: str, status: str, words: str
) -> None:
    assert workspace.run(source, seconds=90) == status, workspace.output
    assert words in workspace.output

    assert workspace.run("print('next')") == "Finished"
    assert workspace.output == "next\n"


def test_each_run_starts_clean(workspace: Workspace) -> None:
    workspace.run(
        "import os, sys, random, builtins, matplotlib.pyplot as plt\n"
        "os.environ['LEFT'] = '1'\nos.chdir('/tmp')\nrandom.seed(1)\nbuiltins.left = 1\nsys.path.append('/left')\n"
        "plt.figure()\nplt.figure()\nprint(random.random())\nimport shapes\nshapes.left = 1\n"
    )
    seeded = workspace.output.splitlines()[0]

    workspace.run(
        "import os, sys, random, builtins, matplotlib.pyplot as plt, shapes\n"
        "print(os.environ.get('LEFT'), os.getcwd(), hasattr(builtins, 'left'), '/left' in sys.path)\n"
        "print(plt.get_fignums(), hasattr(shapes, 'left'), 'left' in globals(), random.random())\n"
    )

    first, second = workspace.output.splitlines()[:2]
    assert first == "None /project False False"
    assert second.startswith("[] False False")
    assert seeded not in second


def test_random_numbers_differ_from_run_to_run(workspace: Workspace) -> None:
    seen = set()
    for _ in range(3):
        workspace.run("import random\nprint(random.random(), hash('a'))")
        seen.add(workspace.output.split()[0])

    assert len(seen) == 3


def test_asyncio_in_all_its_forms(workspace: Workspace) -> None:
    status = workspace.run(
        "import asyncio\n"
        "async def cook(name, seconds):\n    await asyncio.sleep(seconds)\n    print(name)\n    return name\n"
        "async def main():\n"
        "    print(await asyncio.gather(cook('rice', 0.1), cook('tea', 0.02)))\n"
        "    async with asyncio.TaskGroup() as group:\n        group.create_task(cook('soup', 0.01))\n"
        "    try:\n        async with asyncio.timeout(0.01): await asyncio.sleep(5)\n"
        "    except TimeoutError: print('late')\n"
        "    queue = asyncio.Queue()\n    await queue.put(1)\n    print(await queue.get())\n"
        "asyncio.run(main())\n"
        "print(await cook('top', 0))\n"
        "results = [await task for task in [cook('a', 0), cook('b', 0)]]\n"
        "print(results)\n"
    )

    assert status == "Finished", workspace.output
    assert workspace.output.split() == (
        ["tea", "rice", "['rice',", "'tea']", "soup", "late", "1", "top", "top", "a", "b", "['a',", "'b']"]
    )


def test_the_standard_library_works_on_project_files(workspace: Workspace) -> None:
    status = workspace.run(
        "import csv, json, sqlite3, pathlib, doctest, shapes\n"
        "rows = list(csv.DictReader(open('scores.csv')))\n"
        "print([row['name'] for row in rows], json.loads(pathlib.Path('settings.json').read_text()))\n"
        "db = sqlite3.connect('school.db')\n"
        "with db: db.execute('CREATE TABLE pupils (name, score INT)')\n"
        "with db: db.executemany('INSERT INTO pupils VALUES (:name, :score)', rows)\n"
        "print(db.execute('SELECT max(score), name FROM pupils').fetchone())\ndb.close()\n"
        "print(sorted(path.name for path in pathlib.Path().glob('s*.*')))\n"
        "print(doctest.testmod(shapes))\n"
    )

    assert status == "Finished", workspace.output
    assert "['Ada', 'Bob'] {'level': 3}" in workspace.output
    assert "(12, 'Ada')" in workspace.output
    assert "['school.db', 'scores.csv', 'settings.json', 'shapes.py']" in workspace.output
    assert "TestResults(failed=0, attempted=1)" in workspace.output
    wait_until(lambda: workspace.has_file("school.db"), seconds=10, what="the database among the files")


def test_unittest_main_ends_clearly(workspace: Workspace) -> None:
    workspace.run(
        "import unittest\nfrom shapes import area\n"
        "class AreaTest(unittest.TestCase):\n"
        "    def test_right(self): self.assertEqual(area(3), 9)\n"
        "    def test_wrong(self): self.assertEqual(area(3), 10)\n"
        "if __name__ == '__main__':\n    unittest.main()\n"
    )

    assert "AssertionError: 9 != 10" in workspace.output
    assert "Ran 2 tests" in workspace.output
    assert "FAILED (failures=1)" in workspace.output
    assert "SystemExit" not in workspace.output


def images(workspace: Workspace) -> list[str]:
    """The names of the pictures in the console."""
    found = workspace.console.get_by_role("img").evaluate_all("all => all.map((one) => one.alt)")
    return [str(name) for name in found]


FIGURES = {
    "several": (
        "for n in range(3):\n    plt.figure()\n    plt.plot([n, 1])\nplt.show()",
        ["Figure 1", "Figure 2", "Figure 3"],
    ),
    "left open": ("plt.plot([1, 2])", ["Figure 1"]),
    "saved": ("plt.plot([1, 2])\nplt.savefig('chart.png')\nplt.close()", []),
    "interactive": (
        "plt.ion()\nfor n in range(4):\n    plt.clf()\n    plt.plot([n, 1])\n    plt.draw()\n    plt.pause(0.02)",
        ["Figure 1"],
    ),
    "drawn": (
        "plt.ion()\nfigure = plt.figure()\nfor n in range(3):\n    plt.plot([n, 1])\n"
        "    figure.canvas.draw()\n    figure.canvas.flush_events()",
        ["Figure 1"],
    ),
    "animation": (
        "from matplotlib.animation import FuncAnimation\nfigure, axes = plt.subplots()\n"
        "line, = axes.plot([0, 1], [0, 1])\nsteps = []\n"
        "def step(n):\n    steps.append(n)\n    line.set_ydata([n, 1])\n    return line,\n"
        "animation = FuncAnimation(figure, step, frames=5, interval=20, blit=True)\nplt.show()\n"
        "assert steps[-5:] == [0, 1, 2, 3, 4], steps",
        ["Figure 1"],
    ),
    "two shows": (
        "plt.subplot(1, 2, 1)\nplt.plot([1])\nplt.subplot(1, 2, 2)\nplt.bar(['a'], [1])\nplt.show()\n"
        "plt.plot([2])\nplt.show()",
        ["Figure 1", "Figure 2"],
    ),
}


@pytest.mark.parametrize(("source", "shown"), FIGURES.values(), ids=FIGURES.keys())
def test_figures_appear_once_each(workspace: Workspace, source: str, shown: list[str]) -> None:
    status = workspace.run(f"import matplotlib.pyplot as plt\n{source}\n", seconds=90)

    assert status == "Finished", workspace.output
    assert images(workspace) == shown
    assert "Warning" not in workspace.output


def test_tables_and_formulas_are_readable(workspace: Workspace) -> None:
    status = workspace.run(
        "import pandas as pd, sympy\n"
        "wide = pd.DataFrame({f'column {n}': [n * 1000.5] * 3 for n in range(12)})\nprint(wide)\n"
        "x = sympy.symbols('x')\nsympy.pprint(sympy.sqrt(x) / 2)\n"
        "print(sympy.solve(x**2 - 4))\n",
        seconds=120,
    )

    assert status == "Finished", workspace.output
    assert "√x" in workspace.output
    assert max(len(line) for line in workspace.output.splitlines()) <= 80
    assert "column 11" in workspace.output


def test_libraries_know_how_wide_the_console_is(workspace: Workspace) -> None:
    workspace.run(
        "import shutil\nwidth = shutil.get_terminal_size().columns\nprint('x' * width)\nprint(width)"
    )

    width = int(workspace.output.split()[-1])
    line = workspace.console.locator(".console-block").first
    heights = line.evaluate(
        "e => [e.getBoundingClientRect().height, parseFloat(getComputedStyle(e).lineHeight)]"
    )
    assert 20 <= width <= 200
    assert round(heights[0] / heights[1]) == 2, "a line of that many characters is not broken"


def test_pictures_of_the_project_are_opened(workspace: Workspace) -> None:
    status = workspace.run(
        "from PIL import Image\nImage.new('RGB', (30, 20), 'red').save('red.png')\n"
        "picture = Image.open('red.png')\nprint(picture.size, picture.getpixel((0, 0)))\npicture.rotate(90).show()\n",
        seconds=90,
    )

    assert status == "Finished", workspace.output
    assert "(30, 20) (255, 0, 0)" in workspace.output
    assert images(workspace) == ["Image 1"]
    wait_until(lambda: workspace.has_file("red.png"), seconds=10, what="the picture among the files")
