"""The people whom tests of the back office know: an administrator, a teacher, her class and a student in it."""

import pytest

from accounts.models import Classroom, User
from schools.models import School
from tests import factories


@pytest.fixture
def administrator(school: School) -> User:
    """An administrator of north."""
    return factories.administrator("boss")


@pytest.fixture
def teacher(school: School) -> User:
    """A teacher of north."""
    return factories.teacher("grace")


@pytest.fixture
def ada(school: School) -> User:
    """A student of north."""
    return factories.student("ada")


@pytest.fixture
def classroom(teacher: User, ada: User) -> Classroom:
    """The teacher's class, with Ada in it."""
    return factories.classroom(teacher, ada, name="Computing 9C")
