"""What a student reads of an error."""

import importlib
import sys
from pathlib import Path
from typing import Any

import pytest

errors = importlib.import_module("codeyard.errors")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.syspath_prepend(str(tmp_path))
    return tmp_path


def run(project: Path, source: str, name: str = "main.py") -> Any:
    """The report of the error that a program ends with."""
    path = project / name
    path.write_text(source, encoding="utf-8")
    try:
        exec(compile(source, str(path), "exec"), {"__name__": "__main__"})  # noqa: S102
    except BaseException as error:
        return errors.report(error, f"{project}/")
    raise AssertionError("the program was to fail")


def test_traceback_shows_only_the_students_frames_with_relative_names(project: Path) -> None:
    report = run(project, "def f(x):\n    return 1 / x\n\nf(0)\n")

    assert report.text.startswith(
        'Traceback (most recent call last):\n  File "main.py", line 4, in <module>\n'
    )
    assert str(project) not in report.text
    assert "test_errors" not in report.text
    assert report.summary == "ZeroDivisionError: division by zero"
    assert report.frames == [
        {"path": "main.py", "line": 4, "name": "<module>"},
        {"path": "main.py", "line": 2, "name": "f"},
    ]


def test_frames_of_a_library_are_left_out_where_the_student_called_it(project: Path) -> None:
    report = run(project, "import json\njson.loads('{bad')\n")

    assert "json/decoder.py" not in report.text
    assert [frame["line"] for frame in report.frames] == [2]


def test_an_error_without_a_frame_of_the_students_keeps_the_librarys(project: Path) -> None:
    import json

    try:
        json.loads("{bad")
    except ValueError as error:
        report = errors.report(error, f"{project}/")

    assert "decoder.py" in report.text
    assert report.frames == []


def test_syntax_error_names_file_and_line_without_a_traceback_header(project: Path) -> None:
    report = run(project, "print('a'\nprint('b')\n")

    assert report.text.startswith('  File "main.py", line 1\n')
    assert report.summary == "SyntaxError: '(' was never closed"
    assert report.frames == [{"path": "main.py", "line": 1, "name": "<module>"}]


def test_syntax_error_in_a_module_of_the_project_points_there(project: Path) -> None:
    (project / "broken_helper.py").write_text("def go(:\n    pass\n")

    report = run(project, "import broken_helper\n")

    assert 'File "broken_helper.py", line 1' in report.text
    assert report.frames[-1] == {"path": "broken_helper.py", "line": 1, "name": "<module>"}
    assert report.frames[0]["path"] == "main.py"


def test_chained_errors_of_the_student_are_both_shown(project: Path) -> None:
    report = run(
        project,
        "try:\n    int('x')\nexcept ValueError as error:\n    raise RuntimeError('wrapped') from error\n",
    )

    assert "invalid literal for int()" in report.text
    assert "direct cause of the following exception" in report.text
    assert report.summary == "RuntimeError: wrapped"


def test_what_a_library_caught_inside_itself_is_left_out(project: Path) -> None:
    source = "import fractions, sys\nsys.modules['lib_for_test'].lookup('zz')\n"
    library: dict[str, Any] = {}
    code = (
        "def lookup(key):\n    try:\n        {}[key]\n"
        "    except KeyError as error:\n        raise KeyError(key) from error\n"
    )
    exec(compile(code, "/lib/somewhere/lib.py", "exec"), library)  # noqa: S102
    sys.modules["lib_for_test"] = type("Library", (), {"lookup": staticmethod(library["lookup"])})  # type: ignore[assignment]
    try:
        report = run(project, source)
    finally:
        del sys.modules["lib_for_test"]

    assert "direct cause" not in report.text
    assert "/lib/somewhere" not in report.text
    assert report.summary == "KeyError: 'zz'"


def test_a_thousand_frames_become_few(project: Path) -> None:
    report = run(project, "def f(n):\n    return f(n + 1)\n\nf(0)\n")

    assert "Previous line repeated" in report.text
    assert len(report.text) < 3_000
    assert len(report.frames) == errors.FRAME_LIMIT
    assert report.frames[0]["line"] == 4


def test_a_huge_message_is_shortened(project: Path) -> None:
    report = run(project, "raise ValueError('x' * 1_000_000)\n")

    assert len(report.text) <= errors.TEXT_LIMIT
    assert len(report.summary) <= errors.SUMMARY_LIMIT
    assert "characters left out" in report.text


def test_an_error_whose_text_fails_is_still_reported(project: Path) -> None:
    report = run(project, "class Odd(Exception):\n    def __str__(self):\n        1 / 0\n\nraise Odd()\n")

    assert "Odd" in report.summary


def test_exception_group_shows_its_parts(project: Path) -> None:
    report = run(project, "raise ExceptionGroup('several', [ValueError('a'), KeyError('b')])\n")

    assert "ValueError: a" in report.text
    assert report.summary.startswith("ExceptionGroup: several")
