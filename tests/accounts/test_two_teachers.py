"""Two teachers in the back office: whatever one of them asks for, nothing of the other's comes."""

import re

import pytest

from accounts.models import User
from tests import factories
from tests.accounts.back_office import CLASSES, PEOPLE, PROJECTS, text


class TestTwoTeachers:
    """Whatever one of them asks for, nothing of the other's comes."""

    FOREIGN = ("foreign-pupil", "Foreign Pupil", "Foreign Class", "Foreign Project", "foreign-teacher")

    @pytest.fixture
    def theirs(self, school):
        pupil = factories.person("foreign-pupil", name="Foreign Pupil")
        other = factories.teacher("foreign-teacher")
        return {
            "pupil": pupil,
            "classroom": factories.classroom(other, pupil, name="Foreign Class"),
            "project": factories.project(pupil, name="Foreign Project"),
            "teacher": other,
        }

    @pytest.fixture
    def office(self, teacher, classroom, ada, theirs):
        factories.project(ada)
        # One student is in both teachers' classes: her other class is not this teacher's business.
        shared = factories.student("shared")
        for place in (classroom, theirs["classroom"]):
            place.students.add(shared)
        return factories.signed_in(teacher)

    def test_crawling_every_link_shows_no_foreign_name(self, office):
        seen, waiting, leaks = set(), ["/admin/", "/"], []
        while waiting:
            address = waiting.pop()
            if address in seen or len(seen) > 300:
                continue
            seen.add(address)
            answer = office.get(address)
            assert answer.status_code < 500
            page = answer.content.decode(errors="replace")
            known = ("foreign-teacher",) if address.endswith("/settings/") else ()  # to share a class with
            leaks += [(address, name) for name in self.FOREIGN if name in page and name not in known]
            for link in re.findall(r'href="([^"#]+)"', page):
                link = link.replace("&amp;", "&")
                if link.startswith("?"):
                    link = address.split("?")[0] + link
                if link.startswith(("/admin/", "/projects/")) and "/static/" not in link:
                    waiting.append(link)
        assert len(seen) > 15
        assert leaks == []

    def test_asking_for_foreign_rows_answers_as_for_no_rows(self, office, theirs):
        pupil, classroom, project = theirs["pupil"].pk, theirs["classroom"].pk, theirs["project"].pk
        addresses = [
            *(f"{PEOPLE}{pupil}/{page}/" for page in ("change", "delete", "history", "sign-in-help")),
            *(
                f"{CLASSES}{classroom}/{page}/"
                for page in ("change", "delete", "history", "settings", "students", "join-sheet", "csv")
            ),
            *(f"{PROJECTS}{project}/{page}/" for page in ("change", "delete", "history")),
            f"/projects/{project}/",
        ]
        for address in addresses:
            assert office.get(address).status_code in (403, 404, 405), address
            assert office.post(address, {"do": "code", "post": "yes"}).status_code in (403, 404, 405), address

    def test_her_own_class_can_be_chosen_in_lists(self, office, classroom):
        for address in (PEOPLE, PROJECTS):
            shown = text(office.get(address, {"class": classroom.pk}))
            assert "ada" in shown
            assert "Computing 9C" in shown

    def test_foreign_ids_in_forms_are_left_alone(self, office, classroom, theirs):
        """Neither her student can be moved here, nor can one of ours be moved there."""
        own, foreign = classroom.students.get(username="ada"), theirs["classroom"]
        address = f"{CLASSES}{classroom.pk}/students/"

        for what in ("move", "copy", "take-out"):
            forms = [
                {"student": [theirs["pupil"].pk], "target": classroom.pk},
                {"student": [own.pk], "target": foreign.pk},
            ]
            for form in forms:
                office.post(address, {"do": what, **form})

        assert {one.username for one in classroom.students.all()} == {"ada", "shared"}
        assert {one.username for one in foreign.students.all()} == {"foreign-pupil", "shared"}

    def test_foreign_rows_in_actions_are_left_alone(self, office, theirs):
        before = User.objects.get(pk=theirs["pupil"].pk).password

        office.post(PEOPLE, {"action": "give_codes", "_selected_action": [str(theirs["pupil"].pk)]})

        assert User.objects.get(pk=theirs["pupil"].pk).password == before

    def test_searches_filters_and_completion_know_no_foreign_rows(self, office, theirs):
        field = {"app_label": "accounts", "model_name": "enrolment", "field_name": "student"}
        addresses = [
            (PEOPLE, {"q": "foreign"}),
            (PEOPLE, {"class": theirs["classroom"].pk}),
            (PROJECTS, {"q": "Foreign"}),
            (PROJECTS, {"class": theirs["classroom"].pk}),
            (CLASSES, {"q": "Foreign"}),
            ("/admin/autocomplete/", {**field, "term": ""}),
            ("/admin/autocomplete/", {**field, "term": "foreign"}),
        ]
        for address, query in addresses:
            page = text(office.get(address, query))
            assert not [name for name in self.FOREIGN if name in page], (address, query)

    @pytest.mark.parametrize(
        "query",
        [
            "password__startswith=a", "password__regex=.", "username__startswith=f", "enrolments__classroom__name=x",
            "projects__name=x", "classrooms__teachers__password__startswith=a", "is_active__exact=1", "role=teacher",
        ],
    )  # fmt: skip
    def test_lookups_that_no_filter_shows_are_refused(self, office, query):
        assert office.get(f"{PEOPLE}?{query}").status_code == 400

    def test_odd_queries_are_no_faults(self, office):
        odd = ["class=x", "class=-1", f"class={2**70}", "p=-1", "p=99999999999999999999", "q=%00", "o=9999.x"]
        for query in [*odd, "_to_field=password", "_popup=1", "e=1"]:
            assert office.get(f"{PEOPLE}?{query}").status_code < 500, query
        for object_id in ("0", "-1", str(2**63), str(2**70), "x", "%00", "1%27", "_5F"):
            assert office.get(f"{PEOPLE}{object_id}/change/").status_code in (400, 404), object_id
