"""Projects that belong to an exercise: their owner writes in them, and does not manage them."""

import pytest

from projects import services
from projects.enums import Purpose
from projects.models import Project
from projects.queries import projects_of
from tests import factories as make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("school")]


@pytest.fixture
def project() -> Project:
    return services.add_project(owner=make.student(), name="Double", purpose=Purpose.EXERCISE)


def test_project_of_an_exercise_is_not_among_ones_own(project):
    own = make.project(project.owner)

    assert list(projects_of(project.owner)) == [own]


@pytest.mark.parametrize(
    "manage",
    [
        lambda who, pk: services.rename_project(person=who, project_id=pk, name="Mine"),
        lambda who, pk: services.duplicate_project(person=who, project_id=pk),
        lambda who, pk: services.delete_project(person=who, project_id=pk),
    ],
    ids=["rename", "duplicate", "delete"],
)
def test_project_of_an_exercise_is_not_managed_by_its_owner(project, manage):
    with pytest.raises(Project.DoesNotExist):
        manage(project.owner, project.pk)

    assert Project.objects.get().name == "Double"


def test_project_of_an_exercise_is_written_in(project):
    file = make.save(project.owner, project, "print(2)\n", path="second.py")

    assert file.project == project
