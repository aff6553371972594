"""Changing working copies one part at a time."""

from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from accounts.models import User
from exercises.document import Problem, validate
from exercises.document.identifiers import with_ids
from exercises.models import Check, Collection, Exercise
from exercises.services.documents import CHECK_FIELDS, document_of, store_document


def current_document(exercise: Exercise) -> tuple[dict[str, Any], list[Problem]]:
    """The working copy as a document in its canonical form, and what is wrong with it."""
    return validate(document_of(exercise))


def touch(exercise: Exercise) -> None:
    """Remember that a part of the exercise was changed."""
    Exercise.objects.filter(pk=exercise.pk).update(changed_at=timezone.now())


@transaction.atomic
def save_check(*, exercise: Exercise, check: dict[str, Any], row: Check | None = None) -> Check:
    """Write a valid CHECK into `row`, or make a new one at the end; `id` is kept, or made from the name."""
    if row is None:
        others = [(one.key, one.name) for one in exercise.checks.all()]
        last = exercise.checks.aggregate(last=Max("position"))["last"]
        key = with_ids([*others, ("", check["name"])])[-1]
        row = Check(exercise=exercise, key=key, position=0 if last is None else last + 1)
    for field in CHECK_FIELDS:
        setattr(row, field, check[field])
    row.spec = {field: value for field, value in check.items() if field not in {"id", *CHECK_FIELDS}}
    row.full_clean()
    row.save()
    touch(exercise)
    return row


@transaction.atomic
def delete_check(*, check: Check) -> None:
    """Take a check out of the working copy."""
    touch(check.exercise)
    check.delete()


@transaction.atomic
def duplicate_exercise(*, person: User, exercise: Exercise, collection: Collection | None) -> Exercise:
    """A copy of the working copy that belongs to `person`. It is not published."""
    document = document_of(exercise)
    title = f"{document['title'][:110]} (copy)"
    return store_document(author=person, document={**document, "title": title}, collection=collection)
