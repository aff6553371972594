"""Between an exercise's rows and its document, the plain data that `docs/checks.md` describes."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils.text import slugify

from accounts.models import User
from exercises.document.files import bytes_of, file_of
from exercises.enums import FileRole
from exercises.models import Check, Collection, Exercise, ExerciseFile, Hint

Document = dict[str, Any]

SCALARS = ("title", "summary", "difficulty", "topics", "credit", "text", "show_solution")
CHECK_FIELDS = ("name", "kind", "weight", "message", "hidden", "show", "seconds")
LONGEST_SLUG = 100


@transaction.atomic
def store_document(
    *, author: User | None, document: Document, collection: Collection | None = None, slug: str = ""
) -> Exercise:
    """A new exercise at the end of `collection`, from a valid document. Raises ValidationError."""
    siblings = Exercise.objects.filter(collection=collection)
    exercise = Exercise(
        author=author,
        collection=collection,
        slug=slug or _free_slug(document["title"], collection),
        position=siblings.count(),
    )
    replace_document(exercise=exercise, document=document)
    return exercise


@transaction.atomic
def replace_document(*, exercise: Exercise, document: Document) -> Exercise:
    """Make the working copy what a valid document says; what is published stays. Raises ValidationError."""
    for field in SCALARS:
        setattr(exercise, field, document[field])
    exercise.main_path = document["main"]
    exercise.full_clean()
    exercise.save()
    for parts in (exercise.files, exercise.checks, exercise.hints):
        parts.all().delete()
    ExerciseFile.objects.bulk_create(_files(exercise, document))
    Check.objects.bulk_create(_checks(exercise, document["checks"]))
    Hint.objects.bulk_create(
        Hint(exercise=exercise, position=position, text=text)
        for position, text in enumerate(document["hints"])
    )
    return exercise


def document_of(exercise: Exercise) -> Document:
    """The working copy as a document."""
    files = list(exercise.files.all())
    return {
        **{field: getattr(exercise, field) for field in SCALARS},
        "main": exercise.main_path,
        **{role: [file_shape(file) for file in files if file.role == role] for role in FileRole.values},
        "hints": [hint.text for hint in exercise.hints.all()],
        "checks": [check_shape(check) for check in exercise.checks.all()],
    }


def check_shape(check: Check) -> dict[str, Any]:
    """CHECK."""
    return {
        "id": check.key,
        **{field: getattr(check, field) for field in CHECK_FIELDS},
        "seconds": int(check.seconds) if check.seconds.is_integer() else check.seconds,
        **check.spec,
    }


def file_shape(file: ExerciseFile) -> dict[str, str]:
    """FILE."""
    return file_of(file.path, bytes(file.content))


def _files(exercise: Exercise, document: Document) -> Iterable[ExerciseFile]:
    for role in FileRole.values:
        for position, file in enumerate(document[role]):
            yield ExerciseFile(
                exercise=exercise,
                role=role,
                position=position,
                path=file["path"],
                content=bytes_of(file),
                is_binary="base64" in file,
            )


def _checks(exercise: Exercise, checks: list[dict[str, Any]]) -> Iterable[Check]:
    for position, check in enumerate(checks):
        own = {field: check[field] for field in CHECK_FIELDS}
        spec = {field: value for field, value in check.items() if field not in {"id", *CHECK_FIELDS}}
        yield Check(exercise=exercise, position=position, key=check["id"], spec=spec, **own)


def _free_slug(title: str, collection: Collection | None) -> str:
    """The title as a slug, with a number where another exercise of the collection has it."""
    stem = slugify(title)[: LONGEST_SLUG - 5] or "exercise"
    taken = set(Exercise.objects.filter(collection=collection).values_list("slug", flat=True))
    numbered = (f"{stem}-{number}" for number in range(2, len(taken) + 3))
    return next(slug for slug in (stem, *numbered) if slug not in taken)
