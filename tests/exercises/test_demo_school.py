"""The collections of the demo school."""

import pytest

from exercises.document import digest
from exercises.models import Collection, Exercise, ExerciseVersion
from exercises.services.demo import fill_demo_collections
from exercises.services.documents import document_of
from tests import factories as make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("school")]


def test_collections_are_published_once():
    make.teacher("teacher")

    fill_demo_collections()
    fill_demo_collections()

    assert list(Collection.objects.values_list("slug", flat=True)) == ["first-steps", "data-and-charts"]
    assert not Exercise.objects.filter(published__isnull=True).exists()
    assert ExerciseVersion.objects.count() == Exercise.objects.count()


def test_what_a_teacher_changed_stays_and_the_rest_is_brought_up_to_date():
    fill_demo_collections()
    mine, old = Exercise.objects.all()[:2]
    mine.title = "Mine"
    mine.save()
    ExerciseVersion.objects.filter(pk=old.published_id).update(recorded_sha256="of an earlier release")

    fill_demo_collections()

    mine.refresh_from_db()
    old.refresh_from_db()
    assert mine.title == "Mine"
    assert mine.open_version.number == 1
    assert old.open_version.number == 2


def test_what_is_stored_is_what_is_in_the_folders():
    fill_demo_collections()

    for exercise in Exercise.objects.select_related("published"):
        assert digest(document_of(exercise)) == exercise.open_version.document_sha256
        assert digest(exercise.open_version.document) == exercise.open_version.document_sha256
