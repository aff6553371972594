"""How much a person may keep."""

import pytest

from projects import limits
from projects.errors import TooLargeError
from projects.services import add_project, delete_project, duplicate_project, restore_project
from tests import factories

pytestmark = pytest.mark.usefixtures("school")


@pytest.fixture
def project(owner):
    return factories.project(owner, main="0")


def test_a_file_over_its_limit_is_refused(owner, project, monkeypatch):
    monkeypatch.setattr(limits, "FILE_BYTES", 10)

    factories.save(owner, project, "x" * 10, path="fits.txt")
    with pytest.raises(TooLargeError):
        factories.save(owner, project, "x" * 11, path="large.txt")


def test_a_project_over_its_limit_is_refused_and_shrinking_still_works(owner, project, monkeypatch):
    monkeypatch.setattr(limits, "PROJECT_BYTES", 20)
    file = factories.save(owner, project, "x" * 19, path="a.txt")

    with pytest.raises(TooLargeError):
        factories.save(owner, project, "xy", path="b.txt")
    with pytest.raises(TooLargeError):
        factories.save(owner, project, "x" * 20, path="a.txt", file_id=file.pk, base=1)
    assert factories.save(owner, project, "x", path="a.txt", file_id=file.pk, base=1).size == 1


def test_all_projects_together_have_a_limit(owner, project, monkeypatch):
    monkeypatch.setattr(limits, "PERSON_BYTES", 30)
    other = factories.project(owner, name="Other", main="x" * 25)

    with pytest.raises(TooLargeError):
        factories.save(owner, project, "x" * 10, path="a.txt")

    delete_project(person=owner, project_id=other.pk)
    factories.save(owner, project, "x" * 10, path="a.txt")
    with pytest.raises(TooLargeError):
        restore_project(person=owner, project_id=other.pk)


def test_a_project_holds_at_most_so_many_files(owner, project, monkeypatch):
    monkeypatch.setattr(limits, "PROJECT_FILES", 2)
    factories.save(owner, project, "x", path="two.py")

    with pytest.raises(TooLargeError):
        factories.save(owner, project, "x", path="three.py")


def test_a_person_has_at_most_so_many_projects(owner, project, monkeypatch):
    monkeypatch.setattr(limits, "PERSON_PROJECTS", 1)

    with pytest.raises(TooLargeError):
        add_project(owner=owner, name="Second")
    with pytest.raises(TooLargeError):
        duplicate_project(person=owner, project_id=project.pk)


def test_only_the_latest_deleted_projects_are_kept(owner, monkeypatch):
    monkeypatch.setattr("projects.services.projects.DELETED_PROJECTS", 2)
    made = [factories.project(owner, name=f"P{n}") for n in range(3)]

    for one in made:
        delete_project(person=owner, project_id=one.pk)

    assert set(owner.projects.values_list("name", flat=True)) == {"P1", "P2"}
