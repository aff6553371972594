"""A track in Exercism's layout becomes a collection; what cannot be taken is told line by line."""

import json
from pathlib import Path

import pytest

from exercises.document import exercise_files, read_folder, read_upload
from exercises.document.archive import zipped
from tests.checks.interpreters import check, solution

ROOT = Path(__file__).parent / "track"
TRACK = {path.relative_to(ROOT).as_posix(): path.read_bytes() for path in ROOT.rglob("*") if path.is_file()}
PRACTICE = "exercises/practice/high-tide"


def read(**changes):
    """The collection of the track, with files changed: `instructions`, `meta`, `tests`, `stub`, `example`."""
    paths = {
        "instructions": ".docs/instructions.md",
        "meta": ".meta/config.json",
        "tests": "high_tide_test.py",
        "stub": "high_tide.py",
        "example": ".meta/example.py",
    }
    files = {**TRACK, **{f"{PRACTICE}/{paths[name]}": content for name, content in changes.items()}}
    return read_folder({path: content for path, content in files.items() if content is not None}, "track")


def high_tide(found):
    return next((each.document for each in found.collections[0].exercises if each.slug == "high-tide"), None)


def told(found):
    return [str(message) for message in found.messages if PRACTICE in message.path]


def test_a_track_becomes_a_collection_with_its_slugs_in_order():
    found = read()

    (collection,) = found.collections
    assert (collection.slug, collection.title) == ("exercism-python", "Exercism: Python")
    assert [exercise.slug for exercise in collection.exercises] == ["fish-market", "high-tide", "two-ferries"]


def test_the_report_says_what_was_not_taken_and_where():
    assert sorted(str(message) for message in read().messages) == [
        "config.json:44: “old-pier”: The exercise is deprecated; it was left out.",
        "config.json:53: “lost-buoy”: There is no folder with this exercise.",
        "exercises/concept/fish-market/stall_test.py: The numbers of tasks (pytest.mark.task) were left out.",
        "exercises/practice/lighthouse/lighthouse_test.py: The tests are written for pytest; only those for "
        "unittest can be taken. The exercise “lighthouse” was left out.",
        "exercises/practice/two-ferries/.docs/instructions.md:5: A picture on another server is not shown.",
        "exercises/practice/two-ferries/.meta/example.py:1: This needs threading. Locks and queues can be tried "
        "out, but no second thread can be started. Use asyncio for things that take turns.",
    ]
    assert read().faults == []


def test_an_exercise_has_all_its_parts():
    document = high_tide(read())

    assert document["title"] == "High Tide"
    assert document["summary"] == "Find the hour of the highest water."
    assert document["difficulty"] == "easy"
    assert document["topics"] == ["conditionals", "list methods"]
    assert document["credit"] == (
        "By ada-lane, sam-reed for Exercism. Source: A notice on a harbour wall (https://harbour.example/tides)."
    )
    assert document["main"] == "high_tide.py"
    assert [file["path"] for file in document["starter"]] == ["high_tide.py"]
    assert document["solution"][0]["path"] == "high_tide.py"
    assert "heights.index" in document["solution"][0]["text"]
    assert [(check["kind"], check["file"]) for check in document["checks"]] == [
        ("unittest", "high_tide_test.py")
    ]


def test_the_text_joins_what_exercism_shows_on_one_page():
    text = high_tide(read())["text"]

    assert text.startswith("The harbour master")
    assert "> **Note**\n>\n> When two hours are equal" in text
    assert text.endswith(
        "## Errors\n\nRaise a `ValueError` with the words `no heights` when the list is empty."
    )


def test_hints_keep_the_links_that_they_use():
    hints = read().collections[0].exercises[0].document["hints"]

    assert [hint.split("\n")[0] for hint in hints] == [
        "**General**", "**1. Open the stall**", "**2. Put a fish on it**"
    ]  # fmt: skip
    assert hints[2].endswith("[append]: https://docs.python.org/3/tutorial/datastructures.html")
    assert "[lists]:" not in hints[2]


@pytest.mark.parametrize("number", range(3))
def test_the_engine_passes_the_solution_and_not_the_starter(number):
    document = read().collections[0].exercises[number].document

    (solved,) = check(document, solution(document))
    (begun,) = check(document, document["starter"])

    assert solved["state"] == "passed", solved
    assert begun["state"] != "passed"


def test_a_track_can_be_uploaded_and_read_back():
    found = read_upload(
        "python-main.zip", zipped({f"python-main/{path}": text for path, text in TRACK.items()})
    )

    assert found.collections == read().collections
    for exercise in found.collections[0].exercises:
        again = read_folder(exercise_files(exercise.document), exercise.slug)
        assert again.exercises == [exercise]


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"tests": None}, "high_tide_test.py: There is no such file, so nothing could be checked."),
        ({"tests": b"x ="}, "high_tide_test.py: “x =” is no Python: invalid syntax."),
        ({"tests": b"x = 1"}, "high_tide_test.py: There are no tests in this file."),
        ({"tests": b"\xff\xfe"}, "high_tide_test.py: This file is not UTF-8 text."),
        ({"meta": b'{\n "files": [}'}, ".meta/config.json:2: This is no JSON: Expecting value."),
        ({"meta": b"[" * 100_000}, ".meta/config.json: This is no JSON that can be read."),
        ({"meta": b"[]"}, ".meta/config.json: This must be a JSON object."),
        (
            {"meta": b'{"files": {"solution": ["../high_tide.py"]}}'},
            ".meta/config.json: field main: A file name must not contain empty parts, “.” or “..”.",
        ),
        (
            {"stub": b"x" * 2_000_000},
            ".meta/config.json: starter file 1 “high_tide.py”: A file may be 1 MB at most.",
        ),
    ],
)
def test_an_exercise_that_cannot_be_taken_is_told_and_the_others_are_taken(changes, sentence):
    found = read(**changes)

    assert high_tide(found) is None
    assert f"{PRACTICE}/{sentence} The exercise “high-tide” was left out." in told(found)
    assert len(found.collections[0].exercises) == 2


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        (
            {"meta": None},
            ".meta/config.json: There is no such file, so the other files were found by their names.",
        ),
        ({"stub": None}, "high_tide.py: There is no stub, so a student begins with an empty file."),
        (
            {"example": None},
            ".meta/example.py: There is no solution for every file, so it cannot be published yet.",
        ),
        ({"example": b"import subprocess"}, ".meta/example.py:1: This needs subprocess. "),
        ({"example": b"from socket import *"}, ".meta/example.py:1: This needs socket. "),
        ({"example": b"x ="}, ".meta/example.py: This file is no Python, and was taken as it is."),
        (
            {"tests": b"import unittest\nclass A(unittest.TestCase):\n    pass\n"},
            "high_tide_test.py: The tests do not import high_tide.",
        ),
    ],
)
def test_what_is_missing_or_cannot_work_is_told(changes, sentence):
    found = read(**changes)

    assert high_tide(found) is not None
    assert any(line.startswith(f"{PRACTICE}/{sentence}") for line in told(found)), told(found)


@pytest.mark.parametrize(
    ("number", "word"), [(1, "easy"), (3, "easy"), (4, "medium"), (6, "medium"), (7, "hard")]
)
def test_difficulty_in_three_steps(number, word):
    config = json.loads(TRACK["config.json"])
    config["exercises"]["practice"][0]["difficulty"] = number

    found = read_folder({**TRACK, "config.json": json.dumps(config, indent=2).encode()}, "track")

    assert high_tide(found)["difficulty"] == word


def test_files_beside_the_stub_and_named_ones_go_into_the_starter():
    folder = "exercises/practice/two-ferries"
    config = TRACK[f"{folder}/.meta/config.json"].replace(b'"cars.py"', b'"cars.py", "data/ports.csv"')
    more = {
        f"{folder}/.meta/config.json": config,
        f"{folder}/data/ports.csv": b"Dover\n",
        f"{folder}/approaches/locks/content.md": b"# Locks",
        f"{folder}/.approaches/config.json": b"{}",
    }

    document = read_folder({**TRACK, **more}, "track").collections[0].exercises[2].document

    assert [file["path"] for file in document["starter"]] == [
        "cars.py", "data/ports.csv", "ferry_helpers.py", "timetable.txt", "two_ferries.py"
    ]  # fmt: skip


def test_half_characters_of_json_are_replaced():
    config = TRACK["config.json"].replace(b'"High Tide"', b'"High \\ud800 Tide"')

    found = read_folder({**TRACK, "config.json": config}, "track")

    assert high_tide(found)["title"] == "High ? Tide"


def test_a_broken_config_is_a_fault():
    found = read_folder({**TRACK, "config.json": b'{\n"exercises": \n'}, "track")

    assert [str(message) for message in found.faults] == ["config.json:3: This is no JSON: Expecting value."]
    assert found.collections == []
