"""Opening an exercise: a person gets a project of her own with the starter's files."""

from django.db import transaction

from accounts.models import User
from exercises.document.files import bytes_of
from exercises.models import Exercise, ExerciseVersion, Work
from exercises.puzzles import own_input_files, person_key
from projects.enums import Purpose
from projects.models.project import LONGEST_PROJECT_NAME
from projects.services import add_project


@transaction.atomic
def open_exercise(*, person: User, exercise: Exercise) -> Work:
    """The person's work on a published exercise, made when she has none.

    Raises ValueError for an exercise that is not published, TooLargeError when she has no room for its files.
    """
    if work := _work_of(person, exercise):
        return work
    User.objects.select_for_update(no_key=True).get(pk=person.pk)  # two tabs must not both make one
    if work := _work_of(person, exercise):
        return work
    version = exercise.open_version
    project = add_project(
        owner=person,
        name=version.document["title"][:LONGEST_PROJECT_NAME],
        files=starter_files(version, person),
        main_path=version.document["main"],
        purpose=Purpose.EXERCISE,
    )
    return Work.objects.create(exercise=exercise, student=person, project=project)


def starter_files(version: ExerciseVersion, person: User) -> dict[str, bytes]:
    """What a person begins with: the starter, and her own inputs of puzzles."""
    files = {file["path"]: bytes_of(file) for file in version.document["starter"]}
    files.setdefault(version.document["main"], b"")
    inputs = own_input_files(version.document, version.recorded, person_key(person))
    return {**files, **{path: text.encode() for path, text in inputs.items()}}


def _work_of(person: User, exercise: Exercise) -> Work | None:
    return (
        Work.objects.filter(exercise=exercise, student=person)
        .select_related("project__owner", "student")
        .first()
    )
