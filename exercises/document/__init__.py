"""The document of an exercise: what it may hold, its one canonical form, and how it is written in files.

Nothing here knows the database. docs/checks.md is the contract, docs/exercise-format.md the description for teachers.
"""

from exercises.document.canonical import canonical, digest
from exercises.document.disk import read_files, write_files
from exercises.document.exercism import is_track, read_track
from exercises.document.folder_form import collection_files, exercise_files, read_folder
from exercises.document.imports import Import, ImportedCollection, ImportedExercise, Message
from exercises.document.problems import Problem
from exercises.document.public import public
from exercises.document.text_form import read_file, write_file
from exercises.document.uploads import read_upload, write_zip
from exercises.document.validation import validate

__all__ = [
    "Import",
    "ImportedCollection",
    "ImportedExercise",
    "Message",
    "Problem",
    "canonical",
    "collection_files",
    "digest",
    "exercise_files",
    "is_track",
    "public",
    "read_file",
    "read_files",
    "read_folder",
    "read_track",
    "read_upload",
    "validate",
    "write_file",
    "write_files",
    "write_zip",
]
