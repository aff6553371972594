"""What a teacher uploads and downloads: one exercise.md, or a ZIP."""

from collections.abc import Iterable
from pathlib import PurePosixPath

from exercises.document import limits
from exercises.document.archive import ArchiveError, unzip, zipped
from exercises.document.folder_form import Files, collection_files, exercise_files, read_folder
from exercises.document.identifiers import short_name, slug
from exercises.document.imports import Import, ImportedCollection, ImportedExercise, Message
from exercises.document.text_form import read_file

_ZIP = b"PK"


def read_upload(name: str, content: bytes) -> Import:
    """The exercises and collections of an uploaded file, and all that is wrong with them."""
    shown = PurePosixPath(name.replace("\\", "/")).name[:100] or "upload"
    stem = shown.rsplit(".", 1)[0]
    if content[:2] == _ZIP:
        try:
            return read_folder(unzip(content), stem)
        except ArchiveError as error:
            return Import(messages=[Message(shown, None, str(error))])
    if shown.lower().endswith(".md"):
        return _read_markdown(shown, stem, content)
    return Import(messages=[Message(shown, None, "Upload an exercise.md, or a ZIP with exercises.")])


def write_zip(things: Iterable[ImportedCollection | ImportedExercise]) -> bytes:
    """A ZIP with a folder for each collection or exercise, which `read_upload` reads."""
    files: dict[str, bytes] = {}
    for thing in things:
        inside = _files_of(thing)
        files |= {f"{thing.slug}/{path}": content for path, content in inside.items()}
    return zipped(files)


def _files_of(thing: ImportedCollection | ImportedExercise) -> Files:
    return (
        collection_files(thing) if isinstance(thing, ImportedCollection) else exercise_files(thing.document)
    )


def _read_markdown(shown: str, stem: str, content: bytes) -> Import:
    found = Import()
    if len(content) > limits.ARCHIVE_BYTES:
        found.messages.append(Message(shown, None, "This file is too large."))
        return found
    try:
        document, problems = read_file(content.decode())
    except UnicodeDecodeError:
        found.messages.append(Message(shown, None, "This file is not UTF-8 text."))
        return found
    found.report(shown, problems)
    if not problems:
        name = slug(document["title"], "exercise") if stem == "exercise" else short_name(stem)
        found.exercises.append(ImportedExercise(name, document))
    return found
