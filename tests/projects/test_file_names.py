"""The rules for file names. The browser's tests read the same cases."""

import json
from pathlib import Path

import pytest

from projects.file_names import LONGEST_NAME_BYTES, FileNameError, clean_path, folders_of, path_key

CASES = json.loads((Path(__file__).parent / "file_names.json").read_text())


@pytest.mark.parametrize("path", CASES["allowed"])
def test_a_sensible_path_is_kept(path):
    assert clean_path(path) == path


@pytest.mark.parametrize("path", CASES["refused"], ids=repr)
def test_a_path_that_some_system_misreads_is_refused(path):
    with pytest.raises(FileNameError):
        clean_path(path)


@pytest.mark.parametrize(("one", "other"), CASES["clashes"])
def test_paths_that_differ_in_case_or_unicode_form_share_a_key(one, other):
    assert path_key(one) == path_key(other)


def test_a_name_may_be_a_hundred_bytes_and_no_more():
    longest = "é" * (LONGEST_NAME_BYTES // 2)

    assert clean_path(longest) == longest
    with pytest.raises(FileNameError):
        clean_path(longest + "x")


def test_a_path_is_stored_in_composed_form():
    assert clean_path("cafe\u0301.py") == "café.py"


def test_folders_of_a_path_are_named_outermost_first():
    assert folders_of("a/b/c.py") == ["a", "a/b"]
    assert folders_of("c.py") == []
