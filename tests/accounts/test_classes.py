"""A class's pages in the back office: making it, sharing it, and what is done with its students."""

import csv
import io
import re

import pytest
from django.contrib.admin.models import LogEntry
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts import services
from accounts.models import Classroom
from tests import factories
from tests.accounts.back_office import CLASSES, text


@pytest.fixture
def office(teacher):
    return factories.signed_in(teacher)


@pytest.fixture
def colleague(school):
    return factories.teacher("alan")


def page_of(office, classroom, tail="change/", **query):
    return text(office.get(f"{CLASSES}{classroom.pk}/{tail}", query))


def do(office, classroom, what, tail="settings/", **more):
    return office.post(f"{CLASSES}{classroom.pk}/{tail}", {"do": what, **more})


class TestMakingAndNaming:
    """Whoever makes a class teaches it."""

    def test_a_teacher_makes_a_class_of_her_own(self, office, teacher):
        answer = office.post(f"{CLASSES}add/", {"name": "  Code   club ", "teachers": ["1"]})

        made = Classroom.objects.get()
        assert answer["Location"] == f"{CLASSES}{made.pk}/change/"
        assert (made.name, list(made.teachers.all())) == ("Code club", [teacher])

    def test_a_name_that_another_class_has_is_refused_until_that_one_is_archived(self, office, classroom):
        form = {"name": classroom.name}

        assert "There is a class with this name." in text(office.post(f"{CLASSES}add/", form))
        do(office, classroom, "archive", confirmed="1")
        assert office.post(f"{CLASSES}add/", form).status_code == 302
        page = text(do(office, classroom, "restore"))

        assert "Give this one another name first." in page
        classroom.refresh_from_db()
        assert classroom.archived

    def test_she_renames_it(self, office, classroom):
        do(office, classroom, "rename", name="Computing 10C")
        page = text(do(office, classroom, "rename", name=" "))

        assert "errornote" in page
        classroom.refresh_from_db()
        assert classroom.name == "Computing 10C"
        assert LogEntry.objects.filter(change_message="The class is called Computing 10C now.").exists()

    def test_archiving_is_asked_first_and_can_be_taken_back(self, office, classroom, ada):
        assert "Archive the class" in text(do(office, classroom, "archive"))
        classroom.refresh_from_db()
        assert not classroom.archived

        do(office, classroom, "archive", confirmed="1")
        page = page_of(office, classroom)
        assert "Bring the class back" in page
        assert ada.username not in page
        for tail in ("csv/", "join-sheet/"):
            assert office.get(f"{CLASSES}{classroom.pk}/{tail}").status_code == 404

        do(office, classroom, "restore")
        assert ada.username in page_of(office, classroom)


class TestTwoWhoShareAClass:
    """Both see its students; a third teacher sees none."""

    def test_sharing_shows_the_students_to_both_and_to_nobody_else(self, office, classroom, colleague, ada):
        third = factories.teacher("third")
        factories.classroom(third)
        do(office, classroom, "share", teacher=colleague.pk)

        assert f">{ada.username}</a>" in page_of(factories.signed_in(colleague), classroom)
        assert f">{ada.username}</a>" in page_of(office, classroom)
        answer = factories.signed_in(third).get(f"{CLASSES}{classroom.pk}/change/")
        assert answer.status_code == 404

    def test_only_active_colleagues_of_this_school_are_offered(self, office, classroom, colleague, ada):
        gone = factories.teacher("gone")
        gone.is_active = False
        gone.save()

        page = page_of(office, classroom, "settings/")

        offered = re.findall(r'<option value="(\d+)">', page)
        assert offered == [str(colleague.pk)]
        for forged in (ada.pk, gone.pk, "0", "x", "9" * 30):
            assert "Choose a teacher first." in text(do(office, classroom, "share", teacher=forged))

    def test_a_teacher_leaves_only_while_another_one_stays(self, office, classroom, teacher, colleague):
        with pytest.raises(ValidationError, match="Nobody else teaches"):
            services.leave_classroom(classroom=classroom, teacher=teacher)
        assert "Nobody else teaches this class." in text(do(office, classroom, "leave", confirmed="1"))

        services.add_teacher(classroom=classroom, teacher=colleague)
        assert "Leave the class" in text(do(office, classroom, "leave"))
        assert teacher in classroom.teachers.all()
        do(office, classroom, "leave", confirmed="1")
        assert list(classroom.teachers.all()) == [colleague]
        assert office.get(f"{CLASSES}{classroom.pk}/change/").status_code == 404

    def test_a_teacher_takes_no_colleague_out_but_an_administrator_does(
        self, office, classroom, teacher, colleague, administrator
    ):
        services.add_teacher(classroom=classroom, teacher=colleague)

        do(office, classroom, "remove", teacher=colleague.pk)
        assert classroom.teachers.count() == 2

        do(factories.signed_in(administrator), classroom, "remove", teacher=teacher.pk)
        assert list(classroom.teachers.all()) == [colleague]


class TestTickedStudents:
    """Move, copy, take out."""

    @pytest.fixture
    def other(self, teacher):
        return factories.classroom(teacher, name="Code club")

    def act(self, office, classroom, what, *students, **more):
        return do(office, classroom, what, "students/", student=[one.pk for one in students], **more)

    def test_moving_and_copying(self, office, classroom, other, ada):
        self.act(office, classroom, "copy", ada, target=other.pk)
        assert set(ada.classrooms.all()) == {classroom, other}

        self.act(office, classroom, "move", ada, target=other.pk)
        assert list(ada.classrooms.all()) == [other]

    def test_taking_out_asks_first_and_keeps_the_work(self, office, classroom, ada):
        project = factories.project(ada)

        page = text(self.act(office, classroom, "take-out", ada))
        assert "work stay" in page
        assert ada in classroom.students.all()

        self.act(office, classroom, "take-out", ada, confirmed="1")
        assert ada not in classroom.students.all()
        project.refresh_from_db()
        assert project.deleted_at is None

    @pytest.mark.parametrize("what", ["move", "copy", "take-out"])
    def test_nobody_ticked_is_said(self, office, classroom, other, what):
        self.act(office, classroom, what, target=other.pk)

        assert "Tick the students first." in page_of(office, classroom)

    def test_a_class_that_was_not_chosen_is_said(self, office, classroom, ada):
        for target in ("", "x", classroom.pk, factories.classroom(factories.teacher()).pk):
            self.act(office, classroom, "move", ada, target=target)
            assert "Choose the class first." in page_of(office, classroom)
        assert list(ada.classrooms.all()) == [classroom]

    def test_other_classes_are_shown_when_they_are_hers(self, office, classroom, other, ada):
        services.enrol(student=ada, classroom=other)
        services.enrol(student=ada, classroom=factories.classroom(factories.teacher(), name="Secret class"))

        page = page_of(office, classroom)

        assert "<td>Code club</td>" in page
        assert "Secret class" not in page


class TestTheCode:
    """The code on the class's page, and the sheet to print."""

    def test_the_page_shows_the_code_and_renews_closes_and_opens_it(self, office, classroom):
        first = classroom.join_code
        assert f">{first}</code>" in page_of(office, classroom)

        do(office, classroom, "renew-code")
        do(office, classroom, "close-code")
        classroom.refresh_from_db()
        assert classroom.join_code != first
        assert not classroom.joining_open

        do(office, classroom, "open-code")
        classroom.refresh_from_db()
        assert classroom.joining_open

    def test_the_sheet_shows_school_class_address_and_code(self, office, classroom, north):
        page = page_of(office, classroom, "join-sheet/")

        for shown in (
            north.name,
            classroom.name,
            "north.localhost/join",
            classroom.join_code,
            "data:image/svg+xml",
        ):
            assert shown in page

    def test_the_picture_on_the_sheet_holds_the_address_with_the_code(self, office, classroom, monkeypatch):
        import segno

        pictured = []
        make = segno.make
        monkeypatch.setattr(segno, "make", lambda text, **how: pictured.append(text) or make(text, **how))

        page_of(office, classroom, "join-sheet/")

        assert pictured == [f"http://north.localhost/join/{classroom.join_code}/"]


class TestLinksOfOtherApps:
    """Apps above this one name their links in the settings."""

    def test_a_route_gets_the_class_as_argument_or_in_the_query(self, office, classroom, settings):
        settings.CLASSROOM_LINKS = [
            {"label": "Code sheet", "route": "admin:accounts_classroom_join_sheet"},
            {"label": "Their work", "route": "admin:projects_project_changelist", "query": "class"},
        ]

        page = page_of(office, classroom)

        assert f'<a href="{CLASSES}{classroom.pk}/join-sheet/">Code sheet</a>' in page
        assert f'<a href="/admin/projects/project/?class={classroom.pk}">Their work</a>' in page

    def test_every_link_of_the_settings_leads_somewhere(self, office, classroom, settings):
        for link in settings.CLASSROOM_LINKS:
            address = re.search(rf'<a href="([^"]+)">{link["label"]}</a>', page_of(office, classroom)).group(
                1
            )
            assert office.get(address).status_code == 200, link


def test_the_list_of_a_class_is_a_csv_without_formulas(office, classroom):
    cheeky = factories.person("cheeky", name='=HYPERLINK("http://evil.example")')
    services.enrol(student=cheeky, classroom=classroom)

    answer = office.get(f"{CLASSES}{classroom.pk}/csv/")

    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert rows[0] == ["Name", "User name", "Other classes", "Last sign-in"]
    assert [row[1] for row in rows[1:]] == ["cheeky", "ada"]
    assert rows[1][0] == '\'=HYPERLINK("http://evil.example")'


def test_markup_in_names_is_shown_as_text(office, classroom):
    nasty = factories.person("nasty", name="<script>alert(1)</script>")
    services.enrol(student=nasty, classroom=classroom)
    services.rename_classroom(classroom=classroom, name="<b>9C</b>")

    for tail in ("change/", "settings/", "join-sheet/"):
        page = page_of(office, classroom, tail)
        assert "<script>alert(1)" not in page
        assert "<b>9C" not in page


@pytest.mark.parametrize("role", ["teacher", "administrator"])
def test_the_page_of_a_class_asks_the_database_as_often_for_one_student_as_for_three(school, role):
    asker = factories.person("asker", role)
    client = factories.signed_in(asker)
    mine, other = factories.classroom(asker, factories.student()), factories.classroom(asker)
    address = f"{CLASSES}{mine.pk}/change/"
    client.get(address)
    counts = []
    for rows in (0, 2):
        for _ in range(rows):
            pupil = factories.student()
            for place in (mine, other):
                services.enrol(student=pupil, classroom=place)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200
        counts.append(len(queries))

    assert counts[0] == counts[1]
