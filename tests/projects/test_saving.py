"""Saving, renaming and deleting through the services."""

from uuid import uuid4

import pytest

from projects.errors import InvalidError, NameTakenError, StaleError
from projects.models import Project, ProjectFile
from projects.services import delete_file, rename_file
from projects.services.replays import Change
from tests import factories

pytestmark = pytest.mark.usefixtures("school")


def rename(owner, project, file, path, base, key="rename"):
    change = Change(operation="rename", path=path, base_revision=base, key=key)
    return rename_file(person=owner, project_id=project.pk, file_id=file.pk, change=change)


def delete(owner, project, file, base, key="delete"):
    change = Change(operation="delete", base_revision=base, key=key)
    return delete_file(person=owner, project_id=project.pk, file_id=file.pk, change=change)


def test_a_new_file_gets_revision_1_and_a_version(owner, project):
    file = factories.save(owner, project, "x = 1", path="new.py")

    assert (file.revision, file.path, bytes(file.content)) == (1, "new.py", b"x = 1")
    assert [version.revision for version in file.versions.all()] == [1]


def test_a_save_on_the_latest_revision_counts_up(owner, project):
    file = factories.first_file(project)

    saved = factories.save(owner, project, "x = 2", file_id=file.pk, base=1)

    assert saved.revision == 2
    assert bytes(ProjectFile.objects.get(pk=file.pk).content) == b"x = 2"


def test_a_save_on_an_old_revision_is_refused_with_the_text_on_the_server(owner, project):
    file = factories.first_file(project)
    factories.save(owner, project, "the other device", file_id=file.pk, base=1)

    with pytest.raises(StaleError) as refused:
        factories.save(owner, project, "this device", file_id=file.pk, base=1)

    assert bytes(refused.value.file.content) == b"the other device"
    assert refused.value.file.revision == 2


def test_making_a_file_that_exists_is_stale(owner, project):
    file = factories.first_file(project)

    with pytest.raises(StaleError):
        factories.save(owner, project, "again", file_id=file.pk, base=0)


def test_saving_a_file_that_never_was_is_refused(owner, project):
    with pytest.raises(ProjectFile.DoesNotExist):
        factories.save(owner, project, "x", base=3)


def test_an_id_of_another_project_is_not_taken_over(owner, project):
    stranger = factories.student()
    theirs = factories.first_file(factories.project(stranger, main="secret = 1"))

    with pytest.raises(InvalidError):
        factories.save(owner, project, "mine", file_id=theirs.pk, path="other.py")

    theirs.refresh_from_db()
    assert bytes(theirs.content) == b"secret = 1"


@pytest.mark.parametrize("path", ["MAIN.py", "main.py"])
def test_a_name_that_clashes_is_refused(owner, project, path):
    with pytest.raises(NameTakenError):
        factories.save(owner, project, "x", path=path)


def test_a_file_cannot_stand_where_a_folder_is(owner, project):
    factories.save(owner, project, "x", path="data/numbers.txt")

    with pytest.raises(NameTakenError):
        factories.save(owner, project, "x", path="DATA")
    with pytest.raises(NameTakenError):
        factories.save(owner, project, "x", path="main.py/x.txt")


def test_a_rename_counts_up_and_keeps_the_text(owner, project):
    file = factories.first_file(project)

    renamed = rename(owner, project, file, "start.py", base=1)

    assert (renamed.path, renamed.revision) == ("start.py", 2)
    assert bytes(renamed.content) == bytes(file.content)


def test_the_main_file_stays_the_main_file_under_its_new_name(owner, project):
    rename(owner, project, factories.first_file(project), "start.py", base=1)

    project.refresh_from_db()
    assert project.main_path == "start.py"


def test_a_rename_may_change_only_the_case(owner, project):
    assert rename(owner, project, factories.first_file(project), "Main.py", base=1).path == "Main.py"


def test_a_deleted_file_comes_back_with_the_revision_of_its_deletion(owner, project):
    file = factories.first_file(project)
    deleted = delete(owner, project, file, base=1)

    saved = factories.save(owner, project, "back", file_id=file.pk, base=deleted.revision)

    assert deleted.deleted_at is not None
    assert (saved.deleted_at, saved.revision) == (None, 3)


def test_the_name_of_a_deleted_file_is_free(owner, project):
    delete(owner, project, factories.first_file(project), base=1)

    assert factories.save(owner, project, "new", path="main.py").revision == 1


def test_a_stale_rename_or_deletion_is_refused(owner, project):
    file = factories.first_file(project)
    factories.save(owner, project, "x", file_id=file.pk, base=1)

    with pytest.raises(StaleError):
        rename(owner, project, file, "start.py", base=1)
    with pytest.raises(StaleError):
        delete(owner, project, file, base=1)


def test_nobody_else_can_write_whatever_she_may_see(owner, project):
    teacher = factories.teacher()
    factories.classroom(teacher, owner)

    for other in (teacher, factories.administrator(), factories.student()):
        with pytest.raises(Project.DoesNotExist):
            factories.save(other, project, "x", file_id=uuid4(), path="other.py")


def test_a_deleted_project_takes_no_saves(owner, project):
    from projects.services import delete_project

    delete_project(person=owner, project_id=project.pk)

    with pytest.raises(Project.DoesNotExist):
        factories.save(owner, project, "x", path="new.py")
