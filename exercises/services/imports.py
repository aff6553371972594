"""What was read from files becomes collections and exercises. Reading the same again changes what has changed."""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.db import transaction

from accounts.models import User
from exercises.document import Import, ImportedCollection, ImportedExercise, digest, validate
from exercises.errors import ImportRefusedError
from exercises.models import Collection, Exercise
from exercises.services.documents import document_of, replace_document, store_document

MayChange = Callable[[Collection | Exercise], bool]


@dataclass(slots=True)
class Stored:
    """What became of one collection, or of the exercises that are in none (`collection` is None)."""

    collection: Collection | None
    made: list[Exercise] = field(default_factory=list)
    changed: list[Exercise] = field(default_factory=list)
    same: list[Exercise] = field(default_factory=list)

    @property
    def title(self) -> str:
        """The collection's title, or what stands for it."""
        return self.collection.title if self.collection else "Exercises without a collection"


def store_import(*, author: User, found: Import, may_change: MayChange = lambda _: True) -> list[Stored]:
    """Store everything, each collection as a whole or not at all.

    A collection is known by its slug, an exercise by its slug in the collection; what is published stays published as
    it was. Raises ImportRefusedError with one sentence, also when `found` has faults or `may_change` says no.
    """
    if found.faults:
        raise ImportRefusedError("Nothing was imported. Correct what is named above and import it again.")
    stored = [_store_collection(author, read, may_change) for read in found.collections]
    if found.exercises:
        stored.append(_store_exercises(author, None, found.exercises, may_change))
    return stored


@transaction.atomic
def _store_collection(author: User, read: ImportedCollection, may_change: MayChange) -> Stored:
    known = Collection.objects.select_for_update().filter(slug=read.slug).first()
    if known and not may_change(known):
        raise ImportRefusedError(f"There is a collection “{known}” that is not yours to change.")
    collection = known or Collection(slug=read.slug, author=author, order=Collection.objects.count())
    collection.title, collection.summary, collection.text = read.title, read.summary, read.text
    try:
        collection.full_clean()
    except ValidationError as error:
        raise ImportRefusedError(f"“{read.title}”: {' '.join(error.messages)}") from None
    collection.save()
    return _store_exercises(author, collection, read.exercises, may_change)


@transaction.atomic
def _store_exercises(
    author: User, collection: Collection | None, read: list[ImportedExercise], may_change: MayChange
) -> Stored:
    stored = Stored(collection)
    there = Exercise.objects.filter(collection=collection)
    known = {one.slug: one for one in (there if collection else there.filter(author=author))}
    for position, each in enumerate(read):
        try:
            exercise = _store_exercise(author, each, known.pop(each.slug, None), stored, may_change)
        except ValidationError as error:
            raise ImportRefusedError(f"“{each.document['title']}”: {' '.join(error.messages)}") from None
        if collection:
            Exercise.objects.filter(pk=exercise.pk).update(position=position)
    for position, exercise in enumerate(known.values() if collection else (), start=len(read)):
        Exercise.objects.filter(pk=exercise.pk).update(position=position)
    return stored


def _store_exercise(
    author: User, read: ImportedExercise, known: Exercise | None, stored: Stored, may_change: MayChange
) -> Exercise:
    if known is None:
        made = store_document(
            author=author, document=read.document, collection=stored.collection, slug=read.slug
        )
        stored.made.append(made)
        return made
    if digest(validate(document_of(known))[0]) == digest(read.document):
        stored.same.append(known)
        return known
    if not may_change(known):
        raise ImportRefusedError(f"There is an exercise “{known}” that is not yours to change.")
    stored.changed.append(known)
    return replace_document(exercise=known, document=read.document)
