"""A request that arrives twice is answered twice alike, and done once."""

import pytest

from projects.errors import InvalidError, StaleError
from projects.limits import RECENT_KEYS
from projects.models import ProjectFile
from projects.services import rename_file
from projects.services.replays import Change
from tests import factories

pytestmark = pytest.mark.usefixtures("school")


def test_a_replayed_save_is_answered_as_the_first_time(owner, project):
    file = factories.first_file(project)
    first = factories.save(owner, project, "x = 1", file_id=file.pk, base=1, key="k1")

    again = factories.save(owner, project, "x = 1", file_id=file.pk, base=1, key="k1")

    assert (again.revision, again.path, again.saved_at) == (first.revision, first.path, first.saved_at)
    assert ProjectFile.objects.get(pk=file.pk).revision == 2


def test_a_replay_after_a_later_save_does_not_tell_the_later_revision(owner, project):
    file = factories.first_file(project)
    factories.save(owner, project, "one", file_id=file.pk, base=1, key="k1")
    factories.save(owner, project, "two", file_id=file.pk, base=2, key="k2")

    again = factories.save(owner, project, "one", file_id=file.pk, base=1, key="k1")

    assert (again.revision, bytes(again.content)) == (2, b"one")
    assert bytes(ProjectFile.objects.get(pk=file.pk).content) == b"two"


def test_a_replayed_creation_is_answered_as_the_first_time(owner, project):
    made = factories.save(owner, project, "x", path="new.py", key="k1")

    again = factories.save(owner, project, "x", file_id=made.pk, path="new.py", key="k1")

    assert again.revision == 1
    assert project.files.count() == 2


def test_a_replayed_rename_answers_with_the_text_of_then(owner, project):
    file = factories.first_file(project)
    factories.save(owner, project, "then", file_id=file.pk, base=1)
    change = Change(operation="rename", path="start.py", base_revision=2, key="r1")
    rename_file(person=owner, project_id=project.pk, file_id=file.pk, change=change)
    factories.save(owner, project, "later", file_id=file.pk, base=3, path="start.py")

    again = rename_file(person=owner, project_id=project.pk, file_id=file.pk, change=change)

    assert (again.revision, bytes(again.content)) == (3, b"then")


def test_a_key_of_another_change_is_refused(owner, project):
    file = factories.first_file(project)
    factories.save(owner, project, "one", file_id=file.pk, base=1, key="k1")

    with pytest.raises(InvalidError):
        factories.save(owner, project, "two", file_id=file.pk, base=1, key="k1")


def test_a_key_that_is_long_past_is_simply_stale(owner, project):
    file = factories.first_file(project)
    for number in range(1, RECENT_KEYS + 3):
        factories.save(owner, project, f"{number}", file_id=file.pk, base=number, key=f"k{number}")

    with pytest.raises(StaleError):
        factories.save(owner, project, "1", file_id=file.pk, base=1, key="k1")
