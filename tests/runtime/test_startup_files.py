"""What a start of Python loads: chosen from real programs, complete, with no trace of the machine it was made on."""

import base64
import json
import zipfile
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from runtime_static import own_code, vendor
from runtime_static.installation.startup.modules import imported_modules, lesson_modules

PROJECT = Path(__file__).resolve().parents[2]


def installed(part: str) -> Path:
    return Path(settings.VENDOR_ROOT) / vendor.python_address(part).removeprefix(settings.VENDOR_URL)


def names_in(part: str) -> set[str]:
    with zipfile.ZipFile(installed(part)) as archive:
        return {name for name in archive.namelist() if not name.endswith("/")}


def test_imports_are_read_from_the_programs(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(
        "import random, numpy\nfrom xml.dom import minidom\ndef f():\n    import csv\n"
    )

    assert imported_modules(tmp_path.glob("*.py")) == ["csv", "random", "xml.dom"]


def test_lessons_are_those_that_the_guide_promises() -> None:
    modules = lesson_modules()

    assert {"statistics", "csv", "unittest.mock", "doctest"} <= set(modules)
    assert not {"tkinter", "socket", "numpy"} & set(modules)


def test_both_parts_together_are_the_whole_standard_library() -> None:
    with zipfile.ZipFile(PROJECT / "node_modules" / "pyodide" / "python_stdlib.zip") as archive:
        whole = {name.removesuffix(".py") for name in archive.namelist() if not name.endswith("/")}
    core, library = names_in("core"), names_in("library")

    assert not core & library
    assert {name.removesuffix("c").removesuffix(".py") for name in core | library} == whole


def test_a_start_brings_bytecode_only_and_what_the_demo_programs_import() -> None:
    core = names_in("core")

    assert all(name.endswith(".pyc") for name in core)
    packages = json.loads(installed("lock").read_text())["packages"].values()
    loaded_by_import = {name for package in packages for name in package["imports"]}
    for name in {*imported_modules(Path(settings.FIRST_PROGRAMS).rglob("*.py"))} - loaded_by_import:
        file = name.replace(".", "/")
        assert {f"{file}.pyc", f"{file}/__init__.pyc"} & core or name in ("sys", "time", "math"), name


def test_lessons_have_bytecode_in_the_library() -> None:
    library = names_in("library")

    assert {"statistics.pyc", "doctest.pyc", "wave.pyc"} <= library
    assert "smtplib.py" in library


def test_every_module_of_the_library_is_named_in_the_lock_file() -> None:
    named = set(json.loads(installed("lock").read_text())["codeyard"]["library"]["modules"])

    assert {"wave", "email.mime.text", "encodings.cp1252", "xml.dom.minidom"} <= named


def test_the_snapshot_holds_nothing_of_this_machine() -> None:
    memory = installed("snapshot").read_bytes()

    assert len(memory) > 1_000_000
    for trace in (PROJECT, Path(settings.DATA_DIR).resolve(), Path.home() / "."):
        text = str(trace)
        assert len(text) < 5 or text.encode() not in memory, text
    assert b"/home/student" in memory


@pytest.mark.parametrize("package", own_code.PACKAGES)
def test_own_package_is_served_in_one_piece_and_for_ever(package: str) -> None:
    client = Client(headers={"host": settings.RUN_HOST})

    answer = client.get(f"/frame/code/{package}/{own_code.served_digest(package)}.json")

    files = json.loads(answer.content)
    assert {name.removesuffix("c") for name in files} == set(own_code.texts(package))
    assert "immutable" in answer["Cache-Control"]
    assert client.get(f"/frame/code/{package}/0123456789abcdef.json").status_code == 404
    assert client.get(f"/frame/code/django/{own_code.served_digest(package)}.json").status_code == 404


def test_what_checks_need_comes_with_no_start() -> None:
    frame = Client(headers={"host": settings.RUN_HOST}).get("/frame/open/").content.decode()

    data = json.loads(frame.partition('id="frame-data"')[2].partition(">")[2].partition("</script>")[0])
    assert "/codeyard/" in data["code"] and "/codeyard_checks/" in data["checks"]
    assert not [name for name in json.loads(own_code.served_files("codeyard")) if "checks" in name]


def test_own_package_travels_compressed_where_the_browser_takes_it() -> None:
    client = Client(headers={"host": settings.RUN_HOST, "accept-encoding": "gzip"})

    answer = client.get(f"/frame/code/codeyard/{own_code.served_digest('codeyard')}.json")

    assert answer["Content-Encoding"] == "gzip"
    assert len(answer.content) < len(own_code.served_files("codeyard"))


@pytest.fixture
def changed_sources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Sources that have changed since the set-up made bytecode of them."""
    (tmp_path / "codeyard").mkdir()
    (tmp_path / "codeyard/program.py").write_text("answer = 42\n")
    monkeypatch.setattr(own_code, "FOLDER", tmp_path)
    own_code.served_digest.cache_clear()
    own_code.served_files.cache_clear()
    yield
    own_code.served_digest.cache_clear()
    own_code.served_files.cache_clear()


@pytest.mark.usefixtures("changed_sources")
def test_changed_sources_are_served_as_they_are() -> None:
    assert own_code.served_digest("codeyard").endswith("-source")
    assert base64.b64decode(json.loads(own_code.served_files("codeyard"))["program.py"]) == b"answer = 42\n"
