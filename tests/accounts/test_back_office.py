"""The back office: what teachers and administrators see, and what they can do."""

import re

import pytest
from django.conf import settings
from django.contrib.admin.models import LogEntry
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import Classroom, User
from tests import factories
from tests.accounts.back_office import CLASSES, PEOPLE, PROJECTS, text
from tests.clients import school_client
from tests.factories import PASSWORD

CODE = re.compile(r"<code>([a-z2-9]{4}-[a-z2-9]{4})</code>")


def sign_in(username, password):
    client = school_client("north")
    client.post("/accounts/login/", {"login": username, "password": password})
    return client


class TestTheDoor:
    """One page to sign in, and students stay outside."""

    def test_strangers_are_sent_to_the_one_sign_in_page(self, client):
        assert client.get("/admin/")["Location"] == "/admin/login/?next=/admin/"
        assert client.get("/admin/login/?next=/admin/accounts/")["Location"].startswith(
            "/accounts/login/?next="
        )
        assert "evil" not in client.get("/admin/login/?next=//evil.example")["Location"]

    def test_a_student_is_refused(self, ada):
        client = factories.signed_in(ada)

        assert client.get("/admin/", follow=True).status_code == 403

    def test_staff_come_in(self, teacher, administrator):
        for person in (teacher, administrator):
            page = text(factories.signed_in(person).get("/admin/"))
            assert "People" in page
            assert "Classes" in page
            assert "Projects" in page

    def test_nothing_is_shown_that_nobody_needs(self, administrator):
        page = text(factories.signed_in(administrator).get("/admin/"))

        for name in (
            "Axes",
            "Groups",
            "Email addresses",
            "Social",
            "Authenticators",
            "Sessions",
            "Permissions",
        ):
            assert name not in page

    def test_leaving_uses_the_one_sign_out_page(self, teacher):
        page = text(factories.signed_in(teacher).get("/admin/"))

        assert 'action="/accounts/logout/"' in page


class TestTeacher:
    """She fills her classes and helps her students; roles and names are the administrators' business."""

    @pytest.fixture
    def office(self, teacher, classroom):
        return factories.signed_in(teacher)

    def test_a_new_student_gets_a_code_and_chooses_a_password(self, office, classroom):
        answer = office.post(
            f"{PEOPLE}add/", {"username": "Nia", "display_name": "Nia B", "classroom": str(classroom.pk)}
        )

        code = CODE.search(text(answer)).group(1)
        nia = User.objects.get(username="nia")
        assert (nia.role, nia.must_change_password) == ("student", True)
        assert list(nia.classrooms.all()) == [classroom]
        assert sign_in("nia", code).get("/")["Location"] == "/accounts/password/"

    def test_a_new_student_needs_a_class_of_hers(self, office):
        foreign = factories.classroom(factories.teacher())

        for chosen in ("", str(foreign.pk)):
            page = text(
                office.post(f"{PEOPLE}add/", {"username": "nia", "display_name": "", "classroom": chosen})
            )
            assert "errorlist" in page
        assert not User.objects.filter(username="nia").exists()

    def test_a_name_that_is_taken_is_told_without_saying_by_whom(self, office, classroom):
        factories.person("hidden", name="Hidden Person")

        page = text(
            office.post(
                f"{PEOPLE}add/", {"username": "HIDDEN", "display_name": "", "classroom": str(classroom.pk)}
            )
        )

        assert "Somebody in this school has this user name already." in page
        assert "Hidden Person" not in page

    def test_a_student_can_be_unlocked(self, office, ada):
        for _ in range(settings.AXES_FAILURE_LIMIT):
            sign_in("ada", "guess")

        office.post(f"{PEOPLE}{ada.pk}/sign-in-help/", {"do": "unlock"})

        assert sign_in("ada", PASSWORD).get("/projects/").status_code == 200
        assert LogEntry.objects.filter(object_id=str(ada.pk), change_message="Unlocked.").exists()

    def test_a_student_can_be_given_a_new_password(self, office, ada):
        before = sign_in("ada", PASSWORD)

        page = text(office.post(f"{PEOPLE}{ada.pk}/sign-in-help/", {"do": "code"}))

        code = CODE.search(page).group(1)
        assert before.get("/projects/").status_code == 302
        assert sign_in("ada", code).get("/projects/")["Location"] == "/accounts/password/"

    def test_looking_at_the_help_changes_nothing(self, office, ada):
        page = text(office.get(f"{PEOPLE}{ada.pk}/sign-in-help/"))

        assert not CODE.search(page)
        assert sign_in("ada", PASSWORD).get("/projects/").status_code == 200

    def test_a_whole_class_can_be_given_passwords(self, office, classroom, ada):
        nia = factories.student("nia")
        factories.classroom(classroom.teachers.get(), nia)

        page = text(
            office.post(PEOPLE, {"action": "give_codes", "_selected_action": [str(ada.pk), str(nia.pk)]})
        )

        assert len(CODE.findall(page)) == 2

    def test_she_deletes_nothing(self, office, classroom, ada):
        for address in (f"{CLASSES}{classroom.pk}/delete/", f"{PEOPLE}{ada.pk}/delete/"):
            assert office.post(address, {"post": "yes"}).status_code == 403
        assert Classroom.objects.exists()
        assert User.objects.filter(pk=ada.pk).exists()

    def test_a_students_project_has_a_link_to_the_workspace(self, office, ada):
        project = factories.project(ada, name="Maze")

        page = text(office.get(PROJECTS))

        assert f'<a href="/projects/{project.pk}/">Open</a>' in page
        assert office.get(f"{PROJECTS}add/").status_code == 403
        assert office.post(f"{PROJECTS}{project.pk}/change/", {"name": "Hers"}).status_code == 403

    def test_thirty_fields_in_a_form_change_nothing(self, office, ada):
        before = User.objects.filter(pk=ada.pk).values().get()
        forged = {
            "display_name": before["display_name"], "username": "root", "role": "administrator", "is_active": "",
            "is_staff": "on", "is_superuser": "on", "password": "md5$x$y", "password1": "x", "password2": "x",
            "pk": "1",
            "id": "1", "must_change_password": "on", "password_expires_at": "2030-01-01", "date_joined": "2000-01-01",
            "last_login": "2000-01-01", "groups": "1", "user_permissions": "1", "classrooms": "1", "classroom": "1",
            "taught_classrooms": "1", "enrolments": "1", "projects": "1", "_state": "x", "objects": "x",
            "email": "a@b.c",
            "first_name": "x", "last_name": "y", "usable_password": "true", "_password": "x", "backend": "x",
        }  # fmt: skip

        answer = office.post(f"{PEOPLE}{ada.pk}/change/", forged)

        assert len(forged) == 30
        assert answer.status_code == 302
        assert User.objects.filter(pk=ada.pk).values().get() == before

    def test_a_forged_role_of_a_new_person_is_ignored(self, office, classroom):
        office.post(
            f"{PEOPLE}add/",
            {"username": "nia", "display_name": "", "classroom": str(classroom.pk), "role": "administrator"},
        )

        assert User.objects.get(username="nia").role == "student"


class TestAdministrator:
    """All people and classes of the school."""

    @pytest.fixture
    def office(self, administrator):
        return factories.signed_in(administrator)

    def test_a_teacher_is_made(self, office):
        page = text(
            office.post(
                f"{PEOPLE}add/",
                {"username": "alan", "display_name": "", "role": "teacher", "classroom": ""},
            )
        )

        assert CODE.search(page)
        assert User.objects.get(username="alan").role == "teacher"

    def test_a_student_becomes_a_teacher(self, office, ada, classroom):
        office.post(
            f"{PEOPLE}{ada.pk}/change/",
            {"username": "ada", "display_name": "Ada", "role": "teacher", "is_active": "on"},
        )

        ada.refresh_from_db()
        assert (ada.role, ada.display_name) == ("teacher", "Ada")
        assert not classroom.enrolments.exists()

    def test_a_class_is_made_with_its_teacher(self, office, teacher):
        answer = office.post(f"{CLASSES}add/", {"name": "Code club", "teachers": [str(teacher.pk)]})

        made = Classroom.objects.get(name="Code club")
        assert answer["Location"] == f"{CLASSES}{made.pk}/change/"
        assert list(made.teachers.all()) == [teacher]

    def test_she_cannot_shut_herself_out(self, office, administrator):
        office.post(
            f"{PEOPLE}{administrator.pk}/change/",
            {"username": "boss", "display_name": "B", "role": "student"},
        )

        administrator.refresh_from_db()
        assert (administrator.role, administrator.is_active) == ("administrator", True)

    def test_a_student_cannot_be_put_among_the_teachers_of_a_class(self, office, ada):
        page = text(office.post(f"{CLASSES}add/", {"name": "Code club", "teachers": [str(ada.pk)]}))

        assert "errorlist" in page
        assert not Classroom.objects.exists()


@pytest.mark.parametrize("address", [PEOPLE, CLASSES, PROJECTS])
@pytest.mark.parametrize("role", ["teacher", "administrator"])
def test_a_list_asks_the_database_as_often_for_one_row_as_for_three(school, address, role):
    asker = factories.person("asker", role)
    client = factories.signed_in(asker)
    client.get(address)
    counts = []
    for rows in (1, 2):
        for _ in range(rows):
            pupil = factories.student()
            factories.classroom(asker, pupil)
            factories.project(pupil)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200
        counts.append(len(queries))

    assert counts[0] == counts[1]
