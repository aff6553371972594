"""Everything that changes exercises and the work on them. Nothing else saves."""

from exercises.services.attempts import add_attempt, open_hint, take_attempt
from exercises.services.documents import replace_document, store_document
from exercises.services.exports import exported_collection, exported_exercises
from exercises.services.imports import store_import
from exercises.services.opening import open_exercise
from exercises.services.publishing import publish, store_trial
from exercises.services.working_copies import delete_check, duplicate_exercise, save_check

__all__ = [
    "add_attempt",
    "delete_check",
    "duplicate_exercise",
    "exported_collection",
    "exported_exercises",
    "open_exercise",
    "open_hint",
    "publish",
    "replace_document",
    "save_check",
    "store_document",
    "store_import",
    "store_trial",
    "take_attempt",
]
