"""Exercises as they are written to files: the working copies."""

from collections.abc import Iterable

from exercises.document import ImportedCollection, ImportedExercise, Message, validate
from exercises.models import Collection, Exercise
from exercises.services.documents import document_of


def exported_collection(collection: Collection) -> tuple[ImportedCollection, list[Message]]:
    """The collection with those exercises that are complete, and what is wrong with the others."""
    exercises, messages = exported_exercises(collection.exercises.filter(archived=False))
    made = ImportedCollection(
        collection.slug, collection.title, collection.summary, collection.text, exercises
    )
    return made, messages


def exported_exercises(exercises: Iterable[Exercise]) -> tuple[list[ImportedExercise], list[Message]]:
    """Those exercises that are complete, and what is wrong with the others."""
    exported, messages = [], []
    for exercise in exercises:
        document, problems = validate(document_of(exercise))
        if not problems:
            exported.append(ImportedExercise(exercise.slug, document))
        messages += [Message(exercise.slug, None, str(problem)) for problem in problems]
    return exported, messages
