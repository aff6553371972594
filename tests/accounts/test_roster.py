"""Adding students to a class from a list: seen before anything is written, then all or nothing."""

import json
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts import services
from accounts.enums import Column
from accounts.models import Enrolment, User
from accounts.roster.limits import LINES
from accounts.roster.planning import plan_roster
from accounts.roster.table import read_rows
from tests import factories
from tests.accounts.back_office import CLASSES, text

PROBLEM = re.compile(r'<a href="#line-(\d+)">Line \d+</a>: ([^<]+)</li>')


@pytest.fixture
def office(teacher):
    return factories.signed_in(teacher)


@pytest.fixture
def address(classroom):
    return f"{CLASSES}{classroom.pk}/roster/"


def preview(office, address, typed, **more):
    """The page that says what would happen."""
    return text(office.post(address, {"do": "preview", "text": typed, **more}))


def confirmation(page):
    """What the preview's form sends back, apart from its buttons."""
    fields = dict(re.findall(r'<input type="hidden" name="(seen|columns)" value="([^"]*)">', page))
    for place, options in re.findall(r'<select name="(column-\d+)".*?>(.*?)</select>', page, re.DOTALL):
        fields[place] = re.search(r'value="([^"]+)" selected', options).group(1)
    if re.search(r'name="heading"[^>]* checked', page):
        fields["heading"] = "1"
    return fields


def add(office, address, typed, **more):
    """Look at the list, then add it as it was shown."""
    page = preview(office, address, typed)
    return office.post(address, {"do": "import", "text": typed, **confirmation(page), **more})


def outcomes(page):
    """What would happen to each line, without markup."""
    found = re.findall(r'<td class="roster-outcome">(.*?)</td>', page, re.DOTALL)
    return [" ".join(re.sub(r"<[^>]+>", " ", one).split()) for one in found]


def test_looking_changes_nothing(office, address, classroom):
    page = preview(office, address, "Nia Brown\nBrown, Otis")

    assert outcomes(page) == ["New: nia.b for Nia Brown", "New: otis.b for Otis Brown"]
    assert not User.objects.filter(display_name__contains="Brown").exists()


def test_a_pasted_list_becomes_students_of_the_class(office, address, classroom, ada):
    answer = add(office, address, "Nia Brown\r\n\r\nBrown, Otis\r\n👩‍🚀 Zoë Müller\r\n")

    assert answer["Location"] == f"{CLASSES}{classroom.pk}/change/"
    students = classroom.students.exclude(pk=ada.pk)
    assert {(one.username, one.display_name, one.role) for one in students} == {
        ("nia.b", "Nia Brown", "student"),
        ("otis.b", "Otis Brown", "student"),
        ("zoe.m", "👩‍🚀 Zoë Müller", "student"),
    }
    assert not any(one.has_usable_password() for one in students)
    assert "3 students added to Computing 9C." in text(office.get(answer["Location"]))


def test_a_file_is_read_and_its_text_can_be_mended(office, address):
    data = "Nachname;Vorname;Klasse\r\nMüller;Jörg;9C\r\n".encode("cp1252")

    page = text(office.post(address, {"do": "preview", "file": SimpleUploadedFile("9c.csv", data)}))

    assert outcomes(page) == ["New: joerg.m for Jörg Müller"]
    assert "Nachname;Vorname;Klasse\nMüller;Jörg;9C" in page


def test_columns_and_heading_can_be_changed(office, address):
    typed = "Lovelace,Ada\nHopper,Grace"
    form = confirmation(preview(office, address, typed))
    assert (form["column-0"], form["column-1"]) == ("first", "last")

    turned = preview(
        office, address, typed, **{**form, "column-0": "last", "column-1": "first", "heading": "1"}
    )

    assert outcomes(turned) == ["New: grace.h for Grace Hopper"]


def test_what_was_not_seen_is_not_added(office, address):
    page = preview(office, address, "Nia Brown")

    answer = office.post(address, {"do": "import", "text": "Nia Brown\nSomebody Else", **confirmation(page)})

    assert "You changed something." in text(answer)
    assert not User.objects.filter(display_name="Nia Brown").exists()


@pytest.mark.parametrize(
    "change", [{"column-0": "username"}, {"heading": "1"}, {"seen": ""}, {"seen": "0" * 64}, {"columns": "9"}]
)
def test_a_forged_confirmation_adds_nothing_unseen(office, address, change):
    typed = "nia\notis"
    form = {**confirmation(preview(office, address, typed)), **change}

    answer = office.post(address, {"do": "import", "text": typed, **form})

    expected = 302 if "columns" in change else 200  # as many columns as there are: guessed as they were shown
    assert answer.status_code == expected
    assert User.objects.filter(username="nia").exists() is (expected == 302)


def test_every_bad_line_is_named_and_nothing_is_half_done(office, address, classroom):
    factories.student("taken")
    typed = "\n".join(
        [
            "Name;User name",
            "Nia Brown;nia",
            ";",
            "Otis Reed;bad name",
            f"{'x' * 101};long",
            f"Long;{'x' * 61}",
            "Again;NIA",
            "Theirs;taken",
            '"Open;quote',
            ";;9C",
        ]
    )
    page = preview(office, address, typed)

    assert dict(PROBLEM.findall(page)) == {
        "4": "A user name has only letters, digits and . @ + - _",
        "5": "This name is longer than 100 characters.",
        "6": "This user name is longer than 60 characters.",
        "7": "Line 2 has the same user name.",
        "8": "Somebody whom you do not teach has the user name taken. If it is the same person, let her join with "
        "the code of the class; otherwise leave the user name out.",
        "9": "A quotation mark is opened in this line and never closed.",
        "10": "There is no name in this line.",
    }
    refused = text(office.post(address, {"do": "import", "text": typed, **confirmation(page)}))
    assert "Mend the lines with problems, or leave them out." in refused
    assert not User.objects.filter(username="nia").exists()

    office.post(address, {"do": "import", "text": typed, "leave_out": "1", **confirmation(page)})
    assert {one.username for one in classroom.students.all()} == {"ada", "nia"}


class TestWhoIsAtTheSchoolAlready:
    """A user name finds a student only where the teacher teaches her; a name finds nobody outside the class."""

    def test_a_student_of_hers_is_only_enrolled(self, office, address, teacher, classroom):
        nia = factories.student("nia")
        factories.classroom(teacher, nia)

        page = preview(office, address, "Name,User name\nSomebody,NIA")
        add(office, address, "Name,User name\nSomebody,NIA")

        assert outcomes(page) == [
            "nia ( nia ) comes into this class as well".replace("( ", "(").replace(" )", ")")
        ]
        nia.refresh_from_db()
        assert (nia.display_name, nia in classroom.students.all()) == ("", True)

    def test_so_is_one_of_an_archived_class_of_hers(self, office, address, teacher, classroom):
        nia = factories.student("nia")
        old = factories.classroom(teacher, nia)
        services.set_archived(classroom=old, archived=True)

        add(office, address, "User name\nnia")

        assert nia in classroom.students.all()

    @pytest.mark.parametrize("role", ["student", "teacher", "administrator"])
    def test_typing_a_user_name_opens_nobodys_work(self, office, address, classroom, role):
        foreign = factories.person("foreign", role, "Foreign Person")

        page = preview(office, address, "User name\nforeign")
        office.post(
            address,
            {"do": "import", "text": "User name\nforeign", "leave_out": "1", **confirmation(page)},
        )

        assert [number for number, _ in PROBLEM.findall(page)] == ["2"]
        assert "Foreign Person" not in page
        assert foreign not in classroom.students.all()

    def test_an_administrator_enrols_any_student_but_no_teacher(
        self, administrator, address, classroom, teacher
    ):
        nia = factories.student("nia")
        office = factories.signed_in(administrator)

        page = preview(office, address, "User name\nnia\ngrace")
        add(office, address, "User name\nnia\ngrace", leave_out="1")

        assert dict(PROBLEM.findall(page)) == {"3": "grace is the user name of somebody who is no student."}
        assert nia in classroom.students.all()
        assert teacher not in classroom.students.all()

    def test_the_same_list_twice_changes_nothing(self, office, address, classroom):
        typed = "Mia Schmidt\nMia Schmidt\nNia Brown"
        add(office, address, typed)
        before = set(classroom.students.values_list("username", flat=True))

        page = preview(office, address, typed)

        assert before == {"ada", "mia.s", "mia.s2", "nia.b"}
        assert all(one.endswith("is in the class already") for one in outcomes(page))
        assert 'value="import"' not in page

    def test_a_name_that_another_student_of_hers_has_is_pointed_out(self, office, address, teacher):
        factories.classroom(teacher, factories.person("mia", name="Mia Schmidt"))
        factories.classroom(factories.teacher(), factories.person("otis", name="Otis Reed"))

        page = preview(office, address, "Mia Schmidt\nOtis Reed")

        assert "A student of yours, mia, has this name." in page
        assert outcomes(page)[1] == "New: otis.r for Otis Reed"


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "There are no names yet."),
        ("\n".join(f"Student {number}" for number in range(LINES + 1)), "This list has 2,001 lines."),
        ("x" * (1024 * 1024 + 1), "This list is longer than 1 MB."),
    ],
)
def test_a_list_that_cannot_be_looked_at_says_why(office, address, typed, sentence):
    assert sentence in preview(office, address, typed)


def test_what_was_typed_stays_when_a_file_is_refused(office, address):
    large = SimpleUploadedFile("9c.csv", b"x" * (1024 * 1024 + 1))

    page = text(office.post(address, {"do": "preview", "text": "Nia Brown", "file": large}))

    assert "This file is larger than 1 MB." in page
    assert "Nia Brown</textarea>" in page


def test_columns_that_contradict_each_other_are_named(office, address):
    typed = "Ada,Lovelace"
    form = confirmation(preview(office, address, typed))

    for chosen, sentence in (
        (("first", "first"), "Two columns are called “First name”."),
        (("name", "last"), "Choose either “Name”"),
        (("leave-out", "leave-out"), "Say which column holds the names."),
    ):
        columns = {f"column-{place}": kind for place, kind in enumerate(chosen)}
        page = preview(office, address, typed, **{**form, **columns})
        assert sentence in page
        assert 'value="import"' not in page


class TestHostileLists:
    """Whatever stands in a list is stored as text and shown as text."""

    PAYLOADS = (
        "=HYPERLINK(A1)",
        "+1+1",
        "-2+3",
        "@SUM(A1)",
        "<script>alert(1)</script>",
        '"><img src=x onerror=alert(1)>',
        "{{ 7*7 }}{% now 'Y' %}",
        "\u202eevil\u202c",
        "Ro\0bert') OR 1=1 --",
    )

    def test_payloads_are_kept_as_text(self, office, address, classroom):
        for typed in self.PAYLOADS:
            page = preview(office, address, typed)
            add(office, address, typed)
            assert "<script>alert(1)" not in page
            assert "<img src=x" not in page
            assert "49" not in "".join(outcomes(page))

        names = set(classroom.students.values_list("display_name", flat=True))
        assert {"=HYPERLINK(A1)", "+1+1", "@SUM(A1)", "<script>alert(1)</script>", "evil"} <= names
        assert "Robert') OR 1=1 --" in names

    def test_a_line_of_a_megabyte_is_a_problem_with_a_number(self, office, address):
        page = preview(office, address, f"Ada Lovelace\n{'x' * 1_000_000}")

        assert dict(PROBLEM.findall(page)) == {"2": "This name is longer than 100 characters."}

    def test_the_exported_list_has_no_formula(self, office, address, classroom):
        add(office, address, "\n".join(self.PAYLOADS[:4]))

        exported = office.get(f"{CLASSES}{classroom.pk}/csv/").content.decode("utf-8-sig")

        assert not re.search(r"(?m)(^|,)\"?[=+\-@\t]", exported)


class TestProgress:
    """A page with scripts asks for lines of JSON."""

    def steps(self, office, address, typed):
        page = preview(office, address, typed)
        form = {"do": "import", "text": typed, **confirmation(page)}
        return office.post(address, form, headers={"Accept": "application/x-ndjson"})

    def test_it_comes_line_by_line_and_ends_with_what_was_done(self, office, address, classroom):
        typed = "\n".join(f"Student Number{number}" for number in range(250))

        answer = self.steps(office, address, typed)

        steps = [json.loads(line) for line in answer.getvalue().decode().splitlines()]
        assert steps[:-1] == [{"done": done, "of": 250} for done in (100, 200, 250)]
        assert steps[-1] == {"text": "250 students added to Computing 9C."}
        assert classroom.students.count() == 251

    def test_whoever_goes_away_has_added_nobody(self, teacher, classroom):
        rows = read_rows("\n".join(f"Student Number{number}" for number in range(250)))
        plan = plan_roster(asker=teacher, classroom=classroom, rows=rows, columns=[Column.NAME])

        steps = services.add_from_roster(classroom=classroom, lines=plan.lines)
        assert next(steps) == 100
        assert classroom.students.count() == 101
        steps.close()  # as a server does when nobody takes the answer any more

        assert classroom.students.count() == 1
        assert not User.objects.filter(username="student.n0").exists()

    def test_a_name_that_was_taken_meanwhile_takes_all_back(self, office, address, classroom):
        typed = "\n".join(f"Student Number{number}" for number in range(150))
        answer = self.steps(office, address, typed)
        factories.student("student.n150")

        steps = [json.loads(line) for line in answer.getvalue().decode().splitlines()]

        assert "Nothing was added" in steps[-1]["error"]
        assert classroom.students.count() == 1


def test_looking_asks_the_database_as_often_for_one_line_as_for_thirty(office, address, classroom):
    preview(office, address, "Nia Brown")
    counts = []
    for number in (1, 30):
        typed = "\n".join(f"Name{one} Brown;user{one}" for one in range(number))
        with CaptureQueriesContext(connection) as queries:
            preview(office, address, f"Name;User name\n{typed}")
        counts.append(len(queries))

    assert counts[0] == counts[1]


def test_adding_asks_once_for_each_hundred(office, address, classroom):
    counts = []
    for number, letter in ((5, "a"), (95, "b")):
        typed = "\n".join(f"{letter}{one} Brown" for one in range(number))
        page = preview(office, address, typed)
        form = {"do": "import", "text": typed, **confirmation(page)}
        with CaptureQueriesContext(connection) as queries:
            assert office.post(address, form).status_code == 302
        counts.append(len(queries))

    assert counts[0] == counts[1]
    assert Enrolment.objects.filter(classroom=classroom).count() == 101
