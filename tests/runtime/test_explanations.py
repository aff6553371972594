"""Errors in plain words: for the mistakes that beginners make, whatever their program does to hide them."""

import importlib
import re
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from tests.runtime.wrong_programs import WRONG_PROGRAMS, WrongProgram

errors = importlib.import_module("codeyard.errors")
explanations = importlib.import_module("codeyard.explanations")
wording = importlib.import_module("codeyard.explanations.wording")
similar = importlib.import_module("codeyard.explanations.similar")
connections = importlib.import_module("codeyard.explanations.connections")
libraries = importlib.import_module("codeyard.explanations.libraries")
network = importlib.import_module("codeyard.network")
FAMILIES = (
    "syntax", "signs", "reading", "gaps", "indentation", "names", "type_errors", "attributes", "lookups",
    "value_errors", "modules", "files", "limits", "libraries", "groups",
)  # fmt: skip


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def report(project: Path, source: str, files: dict[str, str] | None = None) -> Any:
    """The report of the error that a program ends with; modules that it imports are forgotten afterwards."""
    for name, text in {**(files or {}), "main.py": source}.items():
        (project / name).write_text(text, encoding="utf-8")
    before = dict(sys.modules)
    for name in files or {}:
        sys.modules.pop(name.removesuffix(".py"), None)
    importlib.invalidate_caches()
    try:
        exec(compile(source, str(project / "main.py"), "exec", dont_inherit=True), {"__name__": "__main__"})  # noqa: S102
    except BaseException as error:
        return errors.report(error, f"{project}/")
    finally:
        sys.modules.clear()
        sys.modules.update(before)
    raise AssertionError("the program was to fail")


def words(explanation: Any) -> str:
    """All that the card says, without the marks around code."""
    return f"{explanation['title']} | {explanation['text']} | {explanation['hint']}".replace("`", "")


@pytest.mark.parametrize(
    "wrong", [one for one in WRONG_PROGRAMS if not one.browser_only], ids=lambda one: one.name
)
def test_mistakes_of_beginners_are_explained_with_their_line(project: Path, wrong: WrongProgram) -> None:
    explanation = report(project, wrong.source, wrong.files).explanation

    assert explanation is not None
    assert explanation["line"] == wrong.line
    for piece in wrong.words:
        assert piece in words(explanation)


# What the Python in the browser says, where the Python of this machine may say something else.
MESSAGES = (
    (
        TypeError("cannot use 'list' as a dict key (unhashable type: 'list')"),
        "A list cannot be a key of a dictionary",
    ),
    (TypeError("cannot use 'dict' as a set element (unhashable type: 'dict')"), "an item of a set"),
    (TypeError("argument of type 'int' is not a container or iterable"), "Nothing can be in"),
    (TypeError("%d format: a real number is required, not str"), "`%d` needs a number"),
    (
        TypeError("f() got an unexpected keyword argument 'nmae'. Did you mean 'name'?"),
        "Did you mean `name`?",
    ),
    (TypeError("A() takes no arguments"), "`A()` takes no values"),
    (ValueError("too many values to unpack (expected 2, got 3)"), "but there are 3"),
    (ValueError("expected a nonnegative input, got -1.0"), "no result for this number"),
    (ValueError("int() base must be >= 2 and <= 36, or 0"), "no such way of counting"),
    (ValueError("list.remove(x): x not in list"), "is not in the list"),
    (ZeroDivisionError("zero to a negative power"), "0 cannot have a negative power"),
    (OverflowError("cannot fit 'int' into an index-sized integer"), "larger than the memory"),
    (OverflowError((34, "Numerical result out of range")), "too large for a decimal number"),
    (ModuleNotFoundError("No module named 'nunpy'", name="nunpy"), "Did you mean `numpy`?"),
    (
        ModuleNotFoundError("No module named 'os.foo'; 'os' is not a package", name="os.foo"),
        "no modules inside it",
    ),
    (ModuleNotFoundError("No module named 'x': it needs a desktop", name="x"), "`x` cannot be imported here"),
    (UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid start byte"), "cannot read the letters"),
    (MemoryError(), "The memory is full"),
    (EOFError("EOF when reading a line"), "nothing more to read"),
    (KeyboardInterrupt(), "interrupted"),
    (NotImplementedError(), "has not been written yet"),
    (StopIteration(), "one more item"),
    (RuntimeError("dictionary changed size during iteration"), "It was changed while a loop"),
    (LookupError("unknown encoding: foo"), "There is no encoding `foo`"),
    (ExceptionGroup("several", [ValueError("a"), KeyError("b")]), "2 errors happened together"),
    (FileExistsError(17, "File exists", "notes.txt"), "`notes.txt` is there already"),
    (IsADirectoryError(31, "Is a directory", "data"), "`data` is a folder"),
    (PermissionError(63, "Operation not permitted"), "may not do this here"),
)


@pytest.mark.parametrize(("error", "piece"), MESSAGES, ids=lambda one: type(one).__name__)
def test_messages_of_the_browsers_python_are_known(error: BaseException, piece: str) -> None:
    found, _ = explanations.explain(error, str(error), "/project/")

    assert found is not None
    assert piece in f"{found.title} {found.text}"


SYNTAX_MESSAGES = {
    "expected ':'": "",
    "f-string: expecting '}'": "In this f-string a `{` has no `}`",
    "f-string: single '}' is not allowed": "In this f-string a `}` has no `{`",
    "f-string: valid expression required before '}'": "The curly brackets of this f-string are empty",
    "unterminated f-string literal (detected at line 1)": "A quotation mark is missing",
    "invalid syntax. Is this intended to be part of the string?": "Quotation marks inside the text",
    "parameter without a default follows parameter with a default": "A parameter without a default",
    "expected expression after 'else', but statement is given": "A value is missing at `else`",
    "Expected one or more names after 'import'": "After `import` a name is missing",
    "name 'x' is assigned to before global declaration": "`global x` comes too late",
    "expected an indented block after 'if' statement on line 3": "After `if` on line 3",
    "'{' was never closed": "A curly bracket `{` was opened but never closed",
    "named arguments must follow bare *": "The `*` in this definition stands alone",
    "arguments cannot follow var-keyword argument": "Nothing may come after `**`",
    "an error that nobody has thought of": "Python cannot read this line",
}


@pytest.mark.parametrize(("message", "title"), SYNTAX_MESSAGES.items())
def test_syntax_errors_of_the_browsers_python_are_known(message: str, title: str) -> None:
    kind = IndentationError if "indented" in message else SyntaxError
    error = kind(message, ("/project/main.py", 1, 1, "x", 1, 2))

    found, problem = explanations.explain(error, message, "/project/")

    assert found is not None
    assert title in found.title
    assert (problem.path, problem.line) == ("main.py", 1)


def rules() -> list[Any]:
    """Every rule of every family."""
    found = []
    for name in FAMILIES:
        module = importlib.import_module(f"codeyard.explanations.{name}")
        tables = [value for value in vars(module).values() if isinstance(value, tuple)]
        found += [rule for table in tables for rule in table if isinstance(rule, wording.Rule)]
    return found


class LongGroups:
    """Stands for a match whose groups are all long."""

    def __init__(self, count: int) -> None:
        self.count = count

    def groups(self) -> tuple[str, ...]:
        """As `re.Match.groups`."""
        return ("x" * 500,) * self.count


def test_every_fixed_text_is_complete_and_within_the_limits() -> None:
    checked = 0
    for rule in rules():
        if rule.write.__qualname__ != "say.<locals>.write":
            continue
        found = rule.write(None, LongGroups(re.compile(rule.pattern).groups))
        checked += 1
        assert found.title and found.text and found.hint, rule.pattern
        for text in (found.title, found.text, found.hint):
            assert text.count("`") % 2 == 0, text
            assert "{{" not in text.replace("`{{`", "") or "f-string" in text or "curly" in text, text
        assert found == found.limited(), rule.pattern
    assert checked > 150


HOSTILE = """
class Evil(type):
    def __getattribute__(cls, name): raise SystemExit("metaclass")
class Hostile(metaclass=Evil):
    def __repr__(self): raise SystemExit("repr")
    def __eq__(self, other): raise SystemExit("eq")
    def __hash__(self): return 1
    def __len__(self): raise SystemExit("len")
    def __getattr__(self, name): raise SystemExit("getattr")
    def __index__(self): raise SystemExit("index")
    def __bool__(self): raise SystemExit("bool")
    def __iter__(self): raise SystemExit("iter")
    def __format__(self, how): raise SystemExit("format")
    @property
    def parts(self): raise SystemExit("property")
x = object.__new__(Hostile)
rows = [x, {x: x}]
"""


@pytest.mark.parametrize(
    "line",
    [
        "[1][5 if rows else x]", "rows[7]", "rows[1]['a' + str(rows and 1)]", "1 + rows", "x + 1", "x()", "nmae",
        "self_", "{}[x, x]", "raise ValueError(rows and 1)", "assert rows == 5", "int(rows)", "rows.parst",
        "[].remove(1)", "open('nope')",
    ],
)  # fmt: skip
def test_nothing_of_the_program_runs_while_it_is_explained(project: Path, line: str) -> None:
    found = report(project, f"{HOSTILE}\n{line}\n")

    assert found.text
    assert "metaclass" not in found.text


@pytest.mark.parametrize(
    ("message", "title"),
    [
        ("bad color string: redd", "There is no colour `redd`"),
        ("'redd' is not a valid value for color: supported inputs are …", "There is no colour `redd`"),
        ("Invalid URL 'example.org': No scheme supplied.", "`example.org` is not a whole address"),
        ("cannot identify image file 'marks.csv'", "The file `marks.csv` is not a picture"),
        ("something else: 5", "`thing` could not do what line 3 asks for"),
    ],
)
def test_errors_inside_libraries_are_told_in_plain_words(message: str, title: str) -> None:
    problem = SimpleNamespace(library="thing", path="main.py", line=3, message=message)

    assert libraries.inside(problem).title == title


def test_a_package_that_the_server_lacks_may_be_named_in_requirements() -> None:
    error = ModuleNotFoundError(
        "No module named 'nltk': the package nltk is not installed on this server", name="nltk"
    )

    found, _ = explanations.explain(error, str(error), "/project/")

    assert found.text == "The package nltk is not installed on this server."
    assert "write `nltk` into a file `requirements.txt`" in found.hint


def test_an_own_error_class_gets_no_explanation(project: Path) -> None:
    source = "class NameError(Exception):\n    pass\n\nraise NameError(\"name 'x' is not defined\")\n"

    assert report(project, source).explanation is None


def test_an_explanation_that_fails_leaves_the_error_as_it_is(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RecursionError

    monkeypatch.setattr(explanations, "explain", broken)

    found = report(project, "print(nmae)\n")

    assert found.explanation is None
    assert found.summary == "NameError: name 'nmae' is not defined"


def test_large_values_are_shortened(project: Path) -> None:
    found = report(project, "key = 'x' * 10**6\nd = {'y' * 10**6: 1, 5: 2}\nd[key]\n").explanation

    assert len(found["title"]) <= wording.TITLE_LIMIT
    assert len(found["text"]) <= wording.TEXT_LIMIT


def test_an_error_inside_a_library_names_the_students_line(project: Path) -> None:
    found = report(project, "import statistics\n\nstatistics.quantiles([1], n=0)\n").explanation

    assert (found["path"], found["line"]) == ("main.py", 3)


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        (
            network.blocked_sentence("https://a.example/x", is_online=True, is_closed=False),
            "could not be read",
        ),
        (network.blocked_sentence("http://a.example/x", is_online=True, is_closed=False), "with http://"),
        (network.blocked_sentence("https://a.example/x", is_online=False, is_closed=False), "no network"),
        (
            network.blocked_sentence("https://a.example/x", is_online=True, is_closed=True),
            "without the network",
        ),
        (network.late_sentence("https://a.example/x", 2), "took too long"),
    ],
)
def test_an_address_that_cannot_be_read_is_explained(sentence: str, title: str) -> None:
    for message in (sentence, f"<urlopen error {sentence}>"):
        explanation = connections.explain(SimpleNamespace(message=message))

        assert title in explanation.title
        assert "a.example" in f"{explanation.title} {explanation.text}"


def test_a_second_error_says_that_another_came_first(project: Path) -> None:
    source = "try:\n    1 / 0\nexcept ZeroDivisionError:\n    print(nmae)\n"

    assert "Another error came first" in report(project, source).explanation["text"]
    assert "came first" not in report(project, "print(nmae)\n").explanation["text"]


def test_columns_count_characters(project: Path) -> None:
    found = report(project, "print('äöü😀', nmae)\n").explanation

    assert found["column"] == 15


@pytest.mark.parametrize(
    ("word", "candidates", "meant"),
    [
        ("nmae", ["name", "same"], "name"),
        ("form", ["for", "from"], "from"),
        ("Print", ["print"], "print"),
        ("x", ["y"], None),
        ("total", ["count"], None),
        ("name", ["name"], None),
        ("lenght", ["length", "len"], "length"),
    ],
)
def test_closest_name(word: str, candidates: list[str], meant: str | None) -> None:
    assert similar.closest(word, candidates) == meant
