"""Which packages a project needs."""

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

imports = importlib.import_module("codeyard.imports")
PACKAGES = {
    "numpy": "numpy",
    "matplotlib": "matplotlib",
    "bs4": "beautifulsoup4",
    "lxml": "lxml",
    "pandas": "pandas",
}


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("import numpy as np, os.path", {"numpy", "os"}),
        ("from matplotlib.pyplot import plot", {"matplotlib"}),
        ("def f():\n    try:\n        import bs4\n    except ImportError:\n        pass", {"bs4"}),
        ("from . import helper\nfrom .a import b", set()),
        ("import numpy\nprint('", set()),
        ("\x00", set()),
        ("text = 'import numpy'", set()),
    ],
)
def test_imported_names(source: str, names: set[str]) -> None:
    assert imports.imported_names(source) == names


def test_companions_come_with_the_call_that_needs_them() -> None:
    assert imports.imported_names("import bs4\nbs4.BeautifulSoup('', 'lxml')") == {"bs4", "lxml"}
    assert imports.imported_names("import pandas as pd\npd.read_csv('a').plot()") == {"pandas", "matplotlib"}
    assert imports.imported_names("import pandas as pd\nplt = 1") == {"pandas"}


def test_time_zones_come_with_their_tables() -> None:
    assert imports.imported_names("from zoneinfo import ZoneInfo") == {"zoneinfo", "tzdata"}


def test_all_files_of_a_project_count_and_own_modules_come_first(tmp_path: Path) -> None:
    (tmp_path / "main.py").write_text("import helper, numpy, bs4")
    (tmp_path / "helper.py").write_text("import matplotlib.pyplot")
    (tmp_path / "notes.txt").write_text("import lxml")
    (tmp_path / "bs4").mkdir()
    (tmp_path / "bs4" / "__init__.py").write_text("import lxml")

    assert imports.needed_packages(tmp_path, PACKAGES) == ["lxml", "matplotlib", "numpy"]


def test_packages_of_sources_that_will_run_beside_the_project(tmp_path: Path) -> None:
    (tmp_path / "main.py").write_text("import numpy\n")

    needed = imports.needed_packages(tmp_path, PACKAGES, ["import main, matplotlib", "not Python at all"])

    assert needed == ["matplotlib", "numpy"]


class Loads:
    """Stands for the browser, which fetches a package: puts a module where Python finds it."""

    def __init__(self, folder: Path, works: bool = True) -> None:
        self.folder = folder
        self.works = works
        self.asked: list[str] = []

    def __call__(self, package: str) -> bool:
        self.asked.append(package)
        (self.folder / "late_package.py").write_text("value = 42\n")
        return self.works


@pytest.fixture
def student(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A project's folder, importable, with sys.meta_path restored afterwards."""
    monkeypatch.setattr(sys, "meta_path", list(sys.meta_path))
    site = tmp_path / "site"
    site.mkdir()
    monkeypatch.syspath_prepend(str(site))
    yield tmp_path
    sys.modules.pop("late_package", None)


def finder(student: Path, load: Loads) -> None:
    sys.meta_path.append(
        imports.PackageFinder(
            {"late_package": "late-package"}, {"absent": "absent-package"}, load, f"{student}/"
        )
    )


def run_as_student(student: Path, source: str) -> dict[str, object]:
    scope: dict[str, object] = {}
    exec(compile(source, f"{student}/main.py", "exec"), scope)  # noqa: S102
    return scope


def test_a_package_that_shows_only_at_run_time_is_loaded(student: Path) -> None:
    load = Loads(student / "site")
    finder(student, load)

    scope = run_as_student(student, "import importlib\nvalue = importlib.import_module('late_package').value")

    assert scope["value"] == 42
    assert load.asked == ["late-package"]


def test_libraries_that_probe_load_nothing(student: Path) -> None:
    load = Loads(student / "site")
    finder(student, load)

    with pytest.raises(ModuleNotFoundError):
        exec(compile("import late_package", "/lib/somewhere/probe.py", "exec"), {})  # noqa: S102

    assert load.asked == []


def test_a_package_that_is_not_installed_is_named_in_one_sentence(student: Path) -> None:
    finder(student, Loads(student / "site"))

    with pytest.raises(
        ModuleNotFoundError, match="the package absent-package is not installed on this server"
    ):
        run_as_student(student, "import absent")


def test_where_python_cannot_wait_the_error_says_what_to_write(student: Path) -> None:
    finder(student, Loads(student / "site", works=False))

    with pytest.raises(ModuleNotFoundError, match="write 'import late_package' at the top of the program"):
        run_as_student(student, "__import__('late_package')")
