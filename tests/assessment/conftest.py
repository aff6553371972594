"""A teacher with a class of two students, and a collection with one published exercise."""

import pytest

from accounts.models import Classroom, User
from exercises.models import Collection, Exercise
from schools.models import School
from tests import factories


@pytest.fixture
def teacher(school: School) -> User:
    """A teacher of north."""
    return factories.teacher("grace")


@pytest.fixture
def ada(school: School) -> User:
    """A student of hers."""
    return factories.student("ada")


@pytest.fixture
def ben(school: School) -> User:
    """Another."""
    return factories.student("ben")


@pytest.fixture
def classroom(teacher: User, ada: User, ben: User) -> Classroom:
    """Their class."""
    return factories.classroom(teacher, ada, ben, name="Computing 9C")


@pytest.fixture
def collection(teacher: User) -> Collection:
    """A published collection."""
    return factories.collection(teacher, "First steps")


@pytest.fixture
def exercise(teacher: User, collection: Collection) -> Exercise:
    """Published, with one visible check (`two`) and a hidden one (`three`)."""
    made = factories.exercise(teacher, collection)
    factories.published(made)
    return made
