"""What the tables of exercises hold, and what they let go."""

import pytest
from django.db.models import ProtectedError

from exercises.errors import NotPublishableError
from exercises.models import Attempt, Exercise, ExerciseVersion, Snapshot, Work
from exercises.services import publish
from exercises.services.documents import document_of
from tests import factories as make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("school")]


def test_document_comes_back_as_it_went_in():
    document = make.document(
        pictures=[{"path": "a.png", "base64": "iVBORw=="}],
        tests=[{"path": "t.py", "text": "assert 1\n"}, {"path": "a.py", "text": ""}],
    )

    exercise = make.exercise(**document)

    assert document_of(Exercise.objects.get(pk=exercise.pk)) == document


def test_slugs_are_free_within_a_collection():
    units = [make.collection(), make.collection()]

    slugs = [make.exercise(collection=unit).slug for unit in (units[0], units[0], units[1])]

    assert slugs == ["double", "double-2", "double"]


def test_publishing_numbers_versions_and_keeps_the_old_one():
    exercise = make.exercise()

    first, second = make.published(exercise), make.published(exercise)

    assert (first.number, second.number) == (1, 2)
    assert Exercise.objects.get(pk=exercise.pk).published == second


def test_publishing_is_refused_without_a_trial_of_this_document():
    exercise = make.exercise()
    make.published(exercise)
    exercise.text = "Another task."
    exercise.save()

    with pytest.raises(NotPublishableError, match="Try it"):
        publish(exercise=exercise, by=None)


def test_versions_and_attempts_are_written_once():
    exercise = make.exercise()
    version = make.published(exercise)
    attempt = make.attempt(make.work(exercise, make.student()))

    for row in (version, attempt, attempt.snapshot):
        with pytest.raises(TypeError):
            row.save()


def test_erasing_a_student_erases_her_work_and_leaves_the_exercise():
    exercise, student = make.exercise(), make.student()
    make.published(exercise)
    make.attempt(make.work(exercise, student))

    student.delete()

    assert not Work.objects.exists()
    assert not Attempt.objects.exists()
    assert not Snapshot.objects.exists()
    assert ExerciseVersion.objects.filter(exercise=exercise).exists()


def test_erasing_a_teacher_leaves_what_she_wrote():
    teacher = make.teacher()
    exercise = make.exercise(teacher, make.collection(teacher))
    make.published(exercise)

    teacher.delete()

    exercise.refresh_from_db()
    assert exercise.author is None
    assert exercise.published is not None
    assert exercise.published.by is None


def test_version_in_use_cannot_vanish():
    exercise = make.exercise()
    version = make.published(exercise)
    make.attempt(make.work(exercise, make.student()))

    for row in (version, exercise):
        with pytest.raises(ProtectedError):
            row.delete()


def test_exercise_without_work_can_be_deleted():
    exercise = make.exercise()
    make.published(exercise)

    exercise.delete()

    assert not ExerciseVersion.objects.exists()
