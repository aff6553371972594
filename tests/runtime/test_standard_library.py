"""The part of the standard library that is loaded on demand."""

import importlib
import random
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from codeyard import standard_library  # type: ignore[import-not-found]


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Path]:
    """An archive with a module and a part of a package; nothing of it stays imported."""
    path = tmp_path / "library.zip"
    with zipfile.ZipFile(path, "w") as content:
        content.writestr("rarely_used.py", "answer = 42\n")
        content.writestr("json/rare_part.py", "answer = 43\n")
    paths, finders = sys.path[:], sys.meta_path[:]
    yield path
    sys.path[:], sys.meta_path[:] = paths, finders
    for name in ("rarely_used", "json.rare_part"):
        sys.modules.pop(name, None)


def finder(archive: Path, asked: list[str], *, comes: bool = True) -> standard_library.LibraryFinder:
    def fetch() -> bool:
        asked.append("archive")
        return comes

    found = standard_library.LibraryFinder(["rarely_used", "json.rare_part"], fetch, str(archive))
    sys.meta_path.append(found)
    return found


def test_a_module_and_a_part_of_a_package_are_found_with_one_request(archive: Path) -> None:
    asked: list[str] = []
    finder(archive, asked)

    assert importlib.import_module("rarely_used").answer == 42
    assert importlib.import_module("json.rare_part").answer == 43
    assert asked == ["archive"]


def test_a_name_that_is_nowhere_asks_for_nothing(archive: Path) -> None:
    asked: list[str] = []
    finder(archive, asked)

    with pytest.raises(ModuleNotFoundError):
        importlib.import_module("no_such_module_anywhere")
    assert asked == []


def test_an_archive_that_does_not_come_is_said_in_words_and_asked_for_again(archive: Path) -> None:
    asked: list[str] = []
    finder(archive, asked, comes=False)

    for _ in range(2):
        with pytest.raises(ImportError, match="rarely_used could not be loaded from the server"):
            importlib.import_module("rarely_used")
    assert len(asked) == 2


def test_waking_up_gives_other_random_numbers() -> None:
    state = random.getstate()
    first = random.random()
    random.setstate(state)

    standard_library.wake_up()

    assert random.random() != first


def clear_as_python_does() -> None:
    """What `PathFinder.invalidate_caches` does at its end since Python 3.12."""
    from importlib.metadata import MetadataPathFinder

    MetadataPathFinder.invalidate_caches()


def test_clearing_the_caches_of_imports_does_not_import_metadata(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, standard_library.METADATA, raising=False)

    standard_library.sparing_metadata(clear_as_python_does)()

    assert standard_library.METADATA not in sys.modules


def test_metadata_that_a_program_has_imported_is_cleared(monkeypatch: pytest.MonkeyPatch) -> None:
    metadata = importlib.import_module(standard_library.METADATA)
    cleared: list[bool] = []
    monkeypatch.setattr(metadata.MetadataPathFinder, "invalidate_caches", lambda: cleared.append(True))

    standard_library.sparing_metadata(clear_as_python_does)()

    assert cleared == [True]
