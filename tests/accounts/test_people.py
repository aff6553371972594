"""People, their names and roles, and who sees whom."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from accounts.enums import Role
from accounts.models import Enrolment, User
from accounts.names import normalise_username
from accounts.permissions import can_give_password_code, can_see_work_of, teaches
from accounts.queries import classrooms_visible_to, people_visible_to, students_of
from accounts.services import add_classroom, add_person, change_role, enrol
from tests import factories

pytestmark = pytest.mark.usefixtures("school")


@pytest.mark.parametrize("typed", ["Ada", "ADA", "  ada ", "ａｄａ", "ÁDA".replace("Á", "A")])
def test_every_spelling_of_a_name_is_one_name(typed):
    assert normalise_username(typed) == "ada"


@pytest.mark.parametrize("username", ["", " ", "a b", "a/b", "<b>", "a\0", "x" * 61, "ﷺ" * 20])
def test_an_impossible_user_name_is_refused(username):
    with pytest.raises(ValidationError):
        add_person(username=username)


def test_names_are_unique_in_every_spelling():
    add_person(username="Ada")

    with pytest.raises(ValidationError):
        add_person(username="ＡＤＡ")


def test_the_database_knows_the_roles():
    someone = factories.student()

    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.filter(pk=someone.pk).update(role="headmaster")


@pytest.mark.parametrize(
    ("role", "is_staff"), [(Role.STUDENT, False), (Role.TEACHER, True), (Role.ADMINISTRATOR, True)]
)
def test_being_staff_follows_the_role(role, is_staff):
    someone = factories.person(role=role)

    assert someone.is_staff is is_staff
    with pytest.raises(AttributeError):
        someone.is_staff = not is_staff


def test_a_teacher_sees_her_students_and_nobody_else():
    mine, theirs = factories.student(), factories.student()
    teacher, other = factories.teacher(), factories.teacher()
    own = factories.classroom(teacher, mine)
    factories.classroom(other, theirs, mine)

    assert set(students_of(teacher)) == {mine}
    assert set(people_visible_to(teacher)) == {teacher, mine}
    assert list(classrooms_visible_to(teacher)) == [own]
    assert teaches(teacher, mine)
    assert not can_see_work_of(teacher, theirs)


def test_a_student_sees_herself():
    one, classmate = factories.student(), factories.student()
    factories.classroom(factories.teacher(), one, classmate)

    assert list(people_visible_to(one)) == [one]
    assert not classrooms_visible_to(one).exists()
    assert not can_see_work_of(one, classmate)


def test_an_archived_class_shows_no_students():
    one, teacher = factories.student(), factories.teacher()
    classroom = factories.classroom(teacher, one)

    classroom.archived = True
    classroom.save()

    assert not students_of(teacher).exists()
    assert not can_see_work_of(teacher, one)
    assert not can_give_password_code(teacher, one)


def test_an_administrator_sees_everybody():
    administrator, one = factories.administrator(), factories.student()
    colleague = factories.teacher()

    assert set(people_visible_to(administrator)) == {administrator, one, colleague}
    assert can_give_password_code(administrator, colleague)
    assert not can_give_password_code(administrator, administrator)


def test_only_teachers_teach_and_only_students_are_enrolled():
    one, teacher = factories.student(), factories.teacher()

    with pytest.raises(ValidationError):
        add_classroom(name="9A", teachers=[one])
    with pytest.raises(ValidationError):
        enrol(student=teacher, classroom=factories.classroom(teacher))


def test_a_new_role_ends_the_places_of_the_old_one():
    one, teacher = factories.student(), factories.teacher()
    classroom = factories.classroom(teacher, one)

    change_role(person=one, role=Role.TEACHER)
    change_role(person=teacher, role=Role.STUDENT)

    assert not Enrolment.objects.exists()
    assert not classroom.teachers.exists()


def test_the_last_administrator_stays():
    only = factories.administrator()

    with pytest.raises(ValidationError):
        change_role(person=only, role=Role.TEACHER)
    factories.administrator()
    assert change_role(person=only, role=Role.TEACHER).role == Role.TEACHER


def test_schools_share_nobody(south, in_school):
    factories.student("ada")

    with in_school(south):
        assert not User.objects.exists()
        factories.student("ada")
