"""`dbm` and `shelve` where Python comes without the first."""

import importlib
import shelve
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

standard_library = importlib.import_module("codeyard.standard_library")


@pytest.fixture
def dbm(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """`dbm` as programs in a browser get it."""
    monkeypatch.setattr(sys, "meta_path", [standard_library.StandInFinder(), *sys.meta_path])
    monkeypatch.delitem(sys.modules, "dbm", raising=False)
    yield importlib.import_module("dbm")
    sys.modules.pop("dbm")


def test_a_shelf_keeps_objects(dbm: Any, tmp_path: Path) -> None:
    for number in range(3):
        with shelve.open(str(tmp_path / "shelf")) as shelf:  # noqa: S301 -- written by this very test
            shelf[f"key {number}"] = [number, {"ä": None}]

    with shelve.open(str(tmp_path / "shelf"), flag="r") as shelf:  # noqa: S301 -- written by this very test
        assert dict(shelf) == {f"key {number}": [number, {"ä": None}] for number in range(3)}
        assert "key 7" not in shelf


def test_keys_and_values_are_bytes(dbm: Any, tmp_path: Path) -> None:
    with dbm.open(tmp_path / "words", "c") as words:
        words["ä"], words[b"b"] = "ö", b"2"
        words["b"] = "3"
        del words["ä"]

        assert (words.keys(), words["b"], words.get("x"), len(words)) == ([b"b"], b"3", None, 1)
        with pytest.raises(KeyError):
            del words["ä"]


def test_the_file_is_that_of_newer_pythons(dbm: Any, tmp_path: Path) -> None:
    dbm.open(tmp_path / "words", "n").close()

    with closing(sqlite3.connect(tmp_path / "words")) as file:
        (made,) = file.execute("SELECT sql FROM sqlite_schema WHERE name = 'Dict'").fetchone()
    assert "key BLOB UNIQUE NOT NULL, value BLOB NOT NULL" in made
    assert dbm.whichdb(tmp_path / "words") == "dbm.sqlite3"
    assert dbm.whichdb(tmp_path / "nothing") is None


def test_what_cannot_be_opened_is_an_error(dbm: Any, tmp_path: Path) -> None:
    (tmp_path / "text").write_text("no database " * 100)

    for name, flag in (("nothing", "r"), ("nothing", "w"), ("text", "c")):
        with pytest.raises(dbm.error):
            dbm.open(tmp_path / name, flag)
    with pytest.raises(ValueError, match="Flag must be one of"):
        dbm.open(tmp_path / "x", "q")
    assert dbm.whichdb(tmp_path / "text") == ""
