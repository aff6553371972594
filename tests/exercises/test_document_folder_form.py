"""Exercises and collections as folders: what is written is read back, and what cannot be taken is told."""

from exercises.document import collection_files, exercise_files, read_file, read_folder, validate
from exercises.document.imports import ImportedCollection, ImportedExercise

AREA = b"""---
title: Area
checks:
  - name: A square
    kind: function
    cases:
      - call: area(3)
        gives: 9
---

Write a function `area`.
"""
FILES = {
    "exercise.md": AREA,
    "starter/main.py": b"def area(side):\n    ...\n",
    "solution/main.py": b"def area(side):\n    return side ** 2\n",
    "pictures/square.png": b"\x89PNG\r\n\x1a\n\x00",
}


def told(found):
    return [str(message) for message in found.messages]


def test_a_folder_with_an_exercise_is_read():
    found = read_folder(FILES, "area")

    assert told(found) == []
    assert [exercise.slug for exercise in found.exercises] == ["area"]
    document = found.exercises[0].document
    assert document["starter"] == [{"path": "main.py", "text": "def area(side):\n    ...\n"}]
    assert document["pictures"][0].keys() == {"path", "base64"}
    assert read_folder(exercise_files(document), "area").exercises[0].document == document


def test_a_collection_keeps_the_order_that_it_lists():
    document = read_folder(FILES, "area").exercises[0].document
    both = [ImportedExercise("volume", document), ImportedExercise("area", document)]
    collection = ImportedCollection("shapes", "Shapes", "Two of them", "# Shapes", both)

    found = read_folder(collection_files(collection), "shapes")

    assert told(found) == []
    assert found.collections == [collection]


def test_a_fault_names_the_file_and_the_line():
    files = {
        "collection.yaml": b"title: Shapes\n",
        "area/exercise.md": AREA.replace(b"gives: 9", b"gives: nine"),
    }

    found = read_folder(files, "shapes")

    assert told(found) == [
        "area/exercise.md:8: check 1 “A square”, case 1, field gives: “nine” is no plain Python value. "
        "For text, write it in quotes inside quotes: \"'nine'\"."
    ]


def test_a_missing_folder_and_one_too_many_are_told():
    files = {"collection.yaml": b"title: Shapes\nexercises: [volume]\n", "area/exercise.md": AREA}

    found = read_folder(files, "shapes")

    assert told(found) == [
        "collection.yaml: There is no folder “volume” with an exercise.md.",
        "area: The folder is not among the exercises of collection.yaml, so it was left out.",
    ]
    assert [message.fault for message in found.messages] == [True, False]


def test_two_folders_of_one_short_name_are_told():
    files = {"collection.yaml": b"title: Shapes\n", "\u5f62/exercise.md": AREA, "\u72b6/exercise.md": AREA}

    found = read_folder(files, "shapes")

    assert told(found) == [
        "\u72b6/exercise.md: Another folder is called “exercise”, too. Give each a name of its own, in Latin letters."
    ]


def test_a_folder_keeps_the_short_name_that_it_was_exported_with():
    exercise = ImportedExercise("Area_2", read_folder(FILES, "area").exercises[0].document)
    collection = ImportedCollection("Year_8", "Year 8", "", "", [exercise])

    assert read_folder(collection_files(collection), "Year_8").collections == [collection]


def test_files_of_windows_are_the_same_exercise():
    windows = {
        path: content if path.endswith("png") else content.replace(b"\n", b"\r\n")
        for path, content in FILES.items()
    }
    windows["exercise.md"] = b"\xef\xbb\xbf" + windows["exercise.md"]

    assert read_folder(windows, "area") == read_folder(FILES, "area")


def test_an_empty_folder_is_told():
    assert told(read_folder({"notes.txt": b""}, "area")) == [
        "area: There is neither exercise.md nor collection.yaml in it."
    ]


def test_a_file_that_is_no_exercise_is_told():
    assert (
        read_file("# Area")[1][0].sentence == "The file must begin with its fields between two lines “---”."
    )
    assert validate([])[1]
