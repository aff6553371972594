"""A whole track: which exercises it has, in which order, and which of them are taken."""

from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

from exercises.document import limits
from exercises.document.exercism.exercise import read_exercise
from exercises.document.exercism.metadata import (
    MetadataError,
    inner,
    line_of_slug,
    objects,
    read_object,
    shortened,
    text,
)
from exercises.document.exercism.sources import NotTakenError, Source
from exercises.document.identifiers import SLUG, slug
from exercises.document.imports import Import, ImportedCollection, ImportedExercise, Message
from exercises.document.shapes import FaultError

CONFIG = "config.json"
GROUPS = ("concept", "practice")
_LEFT_OUT = {"deprecated": "The exercise is deprecated", "wip": "The exercise is not finished"}


def is_track(files: Mapping[str, bytes]) -> bool:
    """Whether these files are a track's."""
    return CONFIG in files and any(
        path.startswith(("exercises/practice/", "exercises/concept/")) for path in files
    )


def read_track(files: Mapping[str, bytes]) -> Import:
    """One collection of all exercises that can be taken; a line of the report says why each other one cannot."""
    found = Import()
    try:
        config = read_object(files[CONFIG])
    except MetadataError as error:
        found.messages.append(Message(CONFIG, error.line, str(error)))
        return found
    language = text(config, "language") or "Python"
    collection = ImportedCollection(
        slug(f"exercism-{text(config, 'slug') or language}"),
        shortened(f"Exercism: {language}", limits.TITLE),
        shortened(text(config, "blurb"), limits.SUMMARY),
    )
    folders = _folders(files)
    for group in GROUPS:
        for about in objects(inner(config, "exercises"), group):
            _add(collection, group, about, folders, files[CONFIG], found)
    found.collections.append(collection)
    return found


def _add(
    collection: ImportedCollection,
    group: str,
    about: dict[str, Any],
    folders: dict[str, dict[str, bytes]],
    config: bytes,
    found: Import,
) -> None:
    name = text(about, "slug")
    line = line_of_slug(config, name)
    folder = f"exercises/{group}/{name}"
    if reason := _why_not(name, text(about, "status"), folder in folders, collection):
        found.messages.append(Message(CONFIG, line, reason, fault=False))
        return
    source = Source(folder, folders[folder], about)
    try:
        document = read_exercise(source)
    except (NotTakenError, FaultError) as error:
        path = getattr(error, "path", "")
        sentence = f"{error} The exercise “{name}” was left out."
        found.messages.append(
            Message(f"{folder}/{path}", getattr(error, "line", None), sentence, fault=False)
        )
        return
    found.messages += source.messages
    collection.exercises.append(ImportedExercise(name, document))


def _why_not(name: str, status: str, there: bool, collection: ImportedCollection) -> str:
    if not SLUG.fullmatch(name) or len(name) > limits.NAME:
        return f"“{name[:60]}” cannot be an exercise's slug; it was left out."
    if status in _LEFT_OUT:
        return f"“{name}”: {_LEFT_OUT[status]}; it was left out."
    if not there:
        return f"“{name}”: There is no folder with this exercise."
    if name in [exercise.slug for exercise in collection.exercises]:
        return f"“{name}”: The exercise stands here twice."
    if len(collection.exercises) >= limits.COLLECTION_EXERCISES:
        return f"“{name}”: A collection may have {limits.COLLECTION_EXERCISES} exercises at most."
    return ""


def _folders(files: Mapping[str, bytes]) -> dict[str, dict[str, bytes]]:
    """The files of each exercise's folder, by `exercises/GROUP/SLUG`."""
    folders: dict[str, dict[str, bytes]] = {}
    for path, content in files.items():
        parts = PurePosixPath(path).parts
        if len(parts) > 3 and parts[0] == "exercises" and parts[1] in GROUPS:
            folders.setdefault("/".join(parts[:3]), {})["/".join(parts[3:])] = content
    return folders
