"""Exercises and collections as folders with files. A folder is given as its files: path → content.

collection.yaml            title, summary, text, exercises: [folder, …]
FOLDER/exercise.md         fields and text
FOLDER/starter/main.py     and solution/, tests/, pictures/
"""

from collections.abc import Mapping
from typing import Any

from exercises.document import limits
from exercises.document.disk import COLLECTION, EXERCISE
from exercises.document.exercism import is_track, read_track
from exercises.document.files import bytes_of, file_of
from exercises.document.identifiers import short_name
from exercises.document.imports import Import, ImportedCollection, ImportedExercise, Message
from exercises.document.problems import Place, with_lines
from exercises.document.records import Field, Listing, Record
from exercises.document.shapes import FaultError, Text
from exercises.document.terse import terse_record
from exercises.document.text_form import read_file, write_file
from exercises.document.validation import FOLDERS, TOO_LARGE, markdown
from exercises.document.yaml_reading import YamlError, read_yaml
from exercises.document.yaml_writing import write_yaml

Files = Mapping[str, bytes]

_COLLECTION_FIELDS = Record(
    "a collection",
    {
        "title": Field(Text(limits.TITLE, filled=True)),
        "summary": Field(Text(limits.SUMMARY), ""),
        "text": Field(Text(limits.TEXT, lines=True, then=markdown), ""),
        "exercises": Field(Listing(Text(limits.NAME, filled=True), limits.COLLECTION_EXERCISES), []),
    },
)


def read_folder(files: Files, name: str) -> Import:
    """What the files of a folder of this name hold: one exercise, one collection, several of them side by side, or a
    track in Exercism's layout.
    """
    if track := _track(files):
        return read_track(track)
    found = Import()
    files = {path: content for path, content in files.items() if not _is_clutter(path)}
    if EXERCISE in files:
        _add_exercise(files, name, "", found.exercises, found)
    elif COLLECTION in files:
        _add_collection(files, name, "", found)
    else:
        _read_side_by_side(files, found)
    if not found.collections and not found.exercises and not found.messages:
        found.messages.append(Message(name, None, f"There is neither {EXERCISE} nor {COLLECTION} in it."))
    return found


def exercise_files(document: Mapping[str, Any]) -> dict[str, bytes]:
    """The files of a folder that holds this exercise."""
    inside = {f"{folder}/{file['path']}": bytes_of(file) for folder in FOLDERS for file in document[folder]}
    return {EXERCISE: write_file(document, with_files=False).encode(), **inside}


def collection_files(collection: ImportedCollection) -> dict[str, bytes]:
    """The files of a folder that holds this collection."""
    fields = {"title": collection.title, "summary": collection.summary, "text": collection.text}
    written = terse_record(
        _COLLECTION_FIELDS, {**fields, "exercises": [exercise.slug for exercise in collection.exercises]}
    )
    files = {COLLECTION: write_yaml(written).encode()}
    for exercise in collection.exercises:
        inside = exercise_files(exercise.document).items()
        files |= {f"{exercise.slug}/{path}": content for path, content in inside}
    return files


def _track(files: Files) -> Files | None:
    """The files of a track, which may stand in a folder of their own as in a ZIP of a repository."""
    tops = {path.split("/")[0] for path in files}
    inside = _inside(files, tops.pop()) if len(tops) == 1 else files
    return next((some for some in (files, inside) if is_track(some)), None)


def _read_side_by_side(files: Files, found: Import) -> None:
    for folder in sorted({path.split("/")[0] for path in files if "/" in path}):
        inside = _inside(files, folder)
        if EXERCISE in inside:
            _add_exercise(inside, folder, f"{folder}/", found.exercises, found)
        elif COLLECTION in inside:
            _add_collection(inside, folder, f"{folder}/", found)


def _add_exercise(files: Files, name: str, shown: str, target: list[ImportedExercise], found: Import) -> None:
    if sum(map(len, files.values())) > limits.WRITTEN_BYTES:  # before anything is made of it
        found.messages.append(Message(f"{shown}{EXERCISE}", None, TOO_LARGE))
        return
    folders: dict[str, list[dict[str, str]]] = {folder: [] for folder in FOLDERS}
    for path, content in sorted(files.items()):
        folder, slash, inside = path.partition("/")
        if slash and folder in folders:
            folders[folder].append(file_of(inside, content))
        elif path != EXERCISE:
            found.messages.append(Message(f"{shown}{path}", None, _STRAY, fault=False))
    try:
        text = files[EXERCISE].decode()
    except UnicodeDecodeError:
        found.messages.append(Message(f"{shown}{EXERCISE}", None, "This file is not UTF-8 text."))
        return
    document, problems = read_file(text, folders)
    if problems:
        found.report(f"{shown}{EXERCISE}", problems)
    elif short_name(name) in [exercise.slug for exercise in target]:
        sentence = f"Another folder is called “{short_name(name)}”, too. Give each a name of its own, in Latin letters."
        found.messages.append(Message(f"{shown}{EXERCISE}", None, sentence))
    else:
        target.append(ImportedExercise(short_name(name), document))


def _add_collection(files: Files, name: str, shown: str, found: Import) -> None:
    fields = _collection_fields(files[COLLECTION], f"{shown}{COLLECTION}", found)
    if fields is None:
        return
    collection = ImportedCollection(short_name(name), fields["title"], fields["summary"], fields["text"])
    folders = sorted(
        {path.split("/")[0] for path in files if path.endswith(f"/{EXERCISE}") and path.count("/") == 1}
    )
    listed = fields["exercises"] or folders
    for folder in listed:
        if folder in folders:
            _add_exercise(_inside(files, folder), folder, f"{shown}{folder}/", collection.exercises, found)
        else:
            sentence = f"There is no folder “{folder}” with an {EXERCISE}."
            found.messages.append(Message(f"{shown}{COLLECTION}", None, sentence))
    for folder in folders:
        if folder not in listed:
            sentence = f"The folder is not among the exercises of {COLLECTION}, so it was left out."
            found.messages.append(Message(f"{shown}{folder}", None, sentence, fault=False))
    found.collections.append(collection)


def _collection_fields(content: bytes, path: str, found: Import) -> dict[str, Any] | None:
    place = Place([])
    try:
        tree = read_yaml(content.decode())
        fields = _COLLECTION_FIELDS.check(tree.value, place)
    except UnicodeDecodeError:
        found.messages.append(Message(path, None, "This file is not UTF-8 text."))
    except YamlError as error:
        found.messages.append(Message(path, error.line, str(error)))
    except FaultError as fault:
        found.messages.append(Message(path, None, str(fault)))
    else:
        found.report(path, with_lines(place.problems, tree.lines))
        return None if place.problems else fields
    return None


def _inside(files: Files, folder: str) -> dict[str, bytes]:
    start = f"{folder}/"
    return {path.removeprefix(start): content for path, content in files.items() if path.startswith(start)}


def _is_clutter(path: str) -> bool:
    parts = path.split("/")
    return any(part.startswith(".") or part in ("__pycache__", "__MACOSX", "Thumbs.db") for part in parts)


_STRAY = f"Only {EXERCISE} and the folders {', '.join(FOLDERS)} belong to an exercise; this was left out."
