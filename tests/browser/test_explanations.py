"""Wrong programs in the real workspace: each gets its explanation, with the line that leads there."""

import pytest
from playwright.sync_api import Page

from tests.browser.sessions import open_once
from tests.browser.workspace import Workspace
from tests.live import LiveSite
from tests.runtime.wrong_programs import READ_PROGRAMS, SHOWN_PROGRAMS, WrongProgram

FILES = {"main.py": "print(1)", "data.txt": "1\n", "shapes.py": "def area(r)\n    pass\n"}


@pytest.fixture
def workspace(one_page: Page, live: LiveSite) -> Workspace:
    """A project with the files that some of the programs need, the same one for every test."""
    return open_once(one_page, live, FILES)


def place(line: int, path: str = "main.py") -> str:
    return f"Line {line} of {path}"


@pytest.mark.parametrize(
    "wrong", [one for one in SHOWN_PROGRAMS if "random.py" not in one.files], ids=lambda one: one.name
)
def test_mistakes_of_beginners_are_explained(workspace: Workspace, wrong: WrongProgram) -> None:
    status = workspace.run(wrong.source)

    said = workspace.output
    assert status == "Failed"
    for piece in wrong.words:
        assert piece in said
    path = next((name for name in wrong.files if name.endswith(".py")), "main.py")
    assert workspace.console.get_by_role("button", name=place(wrong.line, path)).count() == 1
    assert f'File "{path}", line {wrong.line}' in said, "the traceback stands beneath it"


def test_further_mistakes_are_explained(workspace: Workspace) -> None:
    sources = {one.name: one.source for one in READ_PROGRAMS}
    status = workspace.run(
        f"import linecache\nfrom pathlib import Path\nfrom codeyard import errors\nsources = {sources!r}\n"
        "for name, source in sources.items():\n"
        "    Path('wrong.py').write_text(source)\n"
        "    linecache.clearcache()\n"
        "    try:\n"
        "        exec(compile(source, '/project/wrong.py', 'exec'), {'__name__': '__main__'})\n"
        "        print(name, 'is not wrong')\n"
        "    except BaseException as error:\n"
        "        found = errors.report(error).explanation or {}\n"
        "        print(name, *found.values(), sep=' | ')\n"
    )

    said = {line.split(" | ")[0]: line.replace("`", "") for line in workspace.output.splitlines()}
    assert status == "Finished"
    for wrong in READ_PROGRAMS:
        for piece in (*wrong.words, f"| {wrong.line} |"):
            assert piece in said[wrong.name], said[wrong.name]


def test_the_place_leads_to_the_expression(workspace: Workspace) -> None:
    workspace.run("name = 'Ada'\nprint('Hello', nmae)\n")

    workspace.console.get_by_role("button", name=place(2)).click()
    workspace.page.keyboard.press("Shift+Control+ArrowRight")

    assert workspace.page.evaluate("getSelection().toString()") == "nmae"


def test_the_failing_expression_is_marked(workspace: Workspace) -> None:
    for source, mark, marked in (
        ("x = [1, 2]\nprint(1 + x[5] * 2)\n", "    print(1 + x[5] * 2)\n              ~^^^\n", "x[5]"),
        ("print('a'\n", "    print('a'\n         ^\n", "("),
        ("import shapes\n", "    def area(r)\n               ^\n", ""),
        ("try:\n    1 / 0\nexcept ZeroDivisionError:\n    int('x')\n", "    1 / 0\n    ~~^~~\n", "1 / 0"),
        (
            "def f(n):\n    return n * f(n - 1)\nf(1)\n",
            "    return n * f(n - 1)\n               ~^^^^^^^\n",
            "f(n - 1)",
        ),
    ):
        workspace.run(source)

        assert mark in workspace.output, source
        assert marked in workspace.console.locator("mark").all_inner_texts(), source


def test_marks_stand_below_lines_that_fit_and_broken_lines_are_marked_all_the_same(
    workspace: Workspace,
) -> None:
    workspace.run("x = [1, 2]\nx[5]\n")
    row = workspace.console.locator(".console-marks")
    assert row.evaluate("e => e.clientHeight") > 0

    workspace.run(f"x = [1, 2]\nprint({'1 + ' * 60}x[5])\n")

    assert row.evaluate("e => e.clientHeight") == 0
    assert workspace.console.locator("mark").inner_text() == "x[5]"


def test_a_long_traceback_is_folded_and_its_last_line_stays(workspace: Workspace) -> None:
    calls = "".join(f"def f{n}(): f{n + 1}()\n" for n in range(20))
    workspace.run(f"{calls}def f20(): return nmae\nf0()\n")

    assert "NameError: name 'nmae' is not defined" in workspace.output
    assert "in f9\n" not in workspace.output
    workspace.console.get_by_role("button", name="more lines").click()
    assert "in f9\n" in workspace.output


def test_an_error_is_announced_once_with_its_place(workspace: Workspace) -> None:
    workspace.run("print(nmae)\nname = 1\n")

    (announced,) = workspace.alerts
    assert announced.startswith("NameError, Line 1 of main.py. nmae is not defined.")


def test_an_own_error_is_shown_without_an_explanation(workspace: Workspace) -> None:
    workspace.run("class TooOld(Exception):\n    pass\n\nraise TooOld('200 years')\n")

    assert "TooOld: 200 years" in workspace.output
    assert "Try this" not in workspace.output


def test_hostile_objects_do_not_disturb_the_report(workspace: Workspace) -> None:
    workspace.run(
        "class Odd:\n"
        "    def __repr__(self): raise SystemExit\n"
        "    def __getattr__(self, name): return self\n"
        "    def __getattribute__(self, name): while_ = 1 / 0\n"
        "odd = Odd()\nprint([1][odd])\n"
    )

    assert "list indices must be integers" in workspace.output
    assert "has to be a whole number" in workspace.output
    assert workspace.run("print('next')") == "Finished"
