"""What a wheel must be: every hostile archive is refused with one sentence, and nothing is unpacked."""

import stat
import zipfile
from pathlib import Path

import pytest

from projects.requirements.errors import RequirementsError
from projects.requirements.limits import WHEEL_ENTRIES
from projects.requirements.wheel_checks import check_wheel
from tests.projects.packages import PURE, make_wheel


def refusal(path: Path) -> str:
    with pytest.raises(RequirementsError) as caught:
        check_wheel(path, "thing")
    return str(caught.value)


def test_a_pure_wheel_passes(tmp_path):
    check_wheel(
        make_wheel(tmp_path, "thing", files={"thing/__init__.py": "x = 1\n", "thing/data.json": "{}"}),
        "thing",
    )


@pytest.mark.parametrize(
    "name",
    [
        "../evil.py", "a/../../evil.py", "/etc/passwd", "a\\..\\evil.py", "C:/evil.py", "./evil.py", "a/./b.py",
        "a\nb.py", "x" * 300,
    ],
)  # fmt: skip
def test_names_that_lead_outside_are_refused(tmp_path, name):
    assert "outside its own folder" in refusal(make_wheel(tmp_path, "thing", files={name: "x"}))


@pytest.mark.parametrize(
    "name", ["thing/fast.so", "thing/fast.cpython-314-wasm.SO", "thing.pyd", "a/b.dylib"]
)
def test_compiled_code_is_refused(tmp_path, name):
    assert "holds compiled code" in refusal(make_wheel(tmp_path, "thing", files={name: "x"}))


@pytest.mark.parametrize(
    "name", ["codeyard/program.py", "pyodide/__init__.py", "js.py", "_codeyard.py", "sitecustomize.py"]
)
def test_parts_of_the_runtime_are_not_replaced(tmp_path, name):
    assert "replace parts of Python" in refusal(make_wheel(tmp_path, "thing", files={name: "x"}))


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path):
    path = make_wheel(tmp_path, "thing", files={"zeros.bin": b"\0" * 30_000_000})

    assert path.stat().st_size < 100_000
    assert "too large" in refusal(path)


def test_too_many_entries_are_refused(tmp_path):
    names = {f"thing/{number}.py": "x" for number in range(WHEEL_ENTRIES + 1)}

    assert "too large" in refusal(make_wheel(tmp_path, "thing", files=names))


def test_two_files_of_one_name_are_refused(tmp_path):
    path = make_wheel(tmp_path, "thing")
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(path, "a") as archive:
        archive.writestr("thing.py", "other")

    assert "two files" in refusal(path)


def test_a_link_is_refused(tmp_path):
    path = make_wheel(tmp_path, "thing")
    entry = zipfile.ZipInfo("thing/link")
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(entry, "/etc/passwd")

    assert "links" in refusal(path)


def test_other_compression_is_refused(tmp_path):
    path = make_wheel(tmp_path, "thing")
    with zipfile.ZipFile(path, "a", zipfile.ZIP_LZMA) as archive:
        archive.writestr("thing/more.py", "x" * 1000)

    assert "cannot be used" in refusal(path)


@pytest.mark.parametrize("about", ["", "Root-Is-Purelib: false\n", "x" * 20_000])
def test_what_does_not_say_that_it_is_pure_is_refused(tmp_path, about):
    assert refusal(make_wheel(tmp_path, "thing", about=about))


def test_two_descriptions_are_refused(tmp_path):
    files = {"other-1.0.dist-info/WHEEL": PURE}

    assert "not a package" in refusal(make_wheel(tmp_path, "thing", files=files))


@pytest.mark.parametrize("content", [b"", b"<!doctype html>", b"PK\x03\x04" + b"x" * 200])
def test_what_is_no_archive_is_refused(tmp_path, content):
    path = tmp_path / "thing.whl"
    path.write_bytes(content)

    assert "damaged" in refusal(path)


def test_a_flipped_byte_inside_is_noticed(tmp_path):
    path = make_wheel(tmp_path, "thing", files={"thing.py": "x = 'abcdefgh'\n" * 500})
    content = bytearray(path.read_bytes())
    content[60] ^= 0xFF
    path.write_bytes(content)

    assert "damaged" in refusal(path)
