"""Progress, the page behind a cell, what came out of a run, and their CSV files."""

import csv
import html
import io
import re

import pytest

from assessment.models import Batch
from tests import factories
from tests.assessment.runs import Page, queries_of, run, started, with_changed_check

STATE = re.compile(r'<td data-state="([\w-]+)"')
NAME = re.compile(r'<th scope="row">([^<]*)</th>')


@pytest.fixture
def office(teacher, collection, exercise, classroom):
    return Page(teacher, collection)


def text(answer) -> str:
    """The page of an answer, which must be a page."""
    assert answer.status_code == 200, answer.status_code
    return html.unescape(answer.content.decode())


def table(answer) -> list[list[str]]:
    """The rows of a CSV answer."""
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    return list(csv.reader(io.StringIO(answer.content.decode().removeprefix("\ufeff"), newline="")))


class TestProgress:
    def test_each_state_is_told_by_a_word(self, office, teacher, collection, exercise, ada, ben, classroom):
        cara, dan, eva = (factories.student(name) for name in ("cara", "dan", "eva"))
        classroom.students.add(cara, dan, eva)
        attempts = {one: factories.attempt(factories.work(exercise, one), one.username) for one in (ada, ben)}
        run(started(teacher, collection), teacher, {attempts[ben].pk: {"two": "failed", "three": "passed"}})
        factories.attempt(factories.work(exercise, cara))
        factories.work(exercise, dan)

        shown = text(office.client.get(office.progress))

        assert NAME.findall(shown) == ["ada", "ben", "cara", "dan", "eva"]
        assert STATE.findall(shown) == ["verified", "disagreement", "reported", "started", "not-started"]
        for words in (
            "Verified: 2 of 2 checks passed",
            "Disagreement: 1 of 2 checks passed",
            "Reported: 1 of 1 checks passed",
        ):
            assert f">{words}<" in shown

    def test_it_is_isolated_as_a_workspace_is(self, office):
        answer = office.client.get(office.progress)

        assert answer["Cross-Origin-Embedder-Policy"] == "require-corp"
        assert answer["Cross-Origin-Opener-Policy"] == "same-origin"
        assert "unsafe" not in answer["Content-Security-Policy"]
        assert "frame-ancestors 'none'" in answer["Content-Security-Policy"]
        assert "frame-src http://run.localhost" in answer["Content-Security-Policy"]

    def test_columns_sort_rows(self, office, exercise, ada, ben):
        factories.attempt(factories.work(exercise, ben))

        orders = {
            order: NAME.findall(text(office.client.get(office.progress, {"order": order})))
            for order in ("name", "-name", str(exercise.pk), f"-{exercise.pk}", "nonsense")
        }

        assert orders == {
            "name": ["ada", "ben"],
            "-name": ["ben", "ada"],
            str(exercise.pk): ["ada", "ben"],
            f"-{exercise.pk}": ["ben", "ada"],
            "nonsense": ["ada", "ben"],
        }
        assert 'aria-sort="descending"' in text(
            office.client.get(office.progress, {"order": f"-{exercise.pk}"})
        )

    def test_a_verdict_of_an_older_attempt_is_not_the_latests(
        self, office, teacher, collection, exercise, ada
    ):
        work = factories.work(exercise, ada)
        factories.attempt(work, "first")
        run(started(teacher, collection), teacher)
        factories.attempt(work, "second")

        assert STATE.findall(text(office.client.get(office.progress)))[0] == "reported"

    def test_only_ones_own_students_are_shown(self, office, exercise):
        stranger = factories.person("stranger", name="Foreign Pupil")
        factories.classroom(factories.teacher(), stranger, name="Foreign Class")
        factories.attempt(factories.work(exercise, stranger))

        shown = text(office.client.get(office.progress))

        assert "Foreign" not in shown
        assert office.client.get(f"{office.progress}{stranger.pk}/{exercise.pk}/").status_code == 404
        assert "stranger" not in office.client.get(f"{office.progress}csv/").content.decode()

    def test_another_school_is_not_shown(self, office, exercise, south, in_school):
        with in_school(south):
            pupil = factories.person("southern", name="Southern Pupil")
            factories.classroom(factories.teacher("other"), pupil)

        assert "Southern" not in text(office.client.get(office.progress))

    def test_names_and_titles_are_escaped(self, office, teacher, collection, ada):
        ada.display_name = "<img src=x onerror=alert(1)>"
        ada.save()
        factories.published(factories.exercise(teacher, collection, "<script>alert(1)</script>"))

        shown = office.client.get(office.progress).content.decode()

        assert "<img src=x" not in shown
        assert "<script>alert" not in shown

    def test_an_odd_class_is_not_there(self, office):
        for query in ("class=x", "class=-1", f"class={2**70}", "class=１"):
            assert office.client.get(f"{office.progress}?{query}").status_code == 404, query

    def test_an_unpublished_collection_of_a_colleague_is_not_there(self, office):
        foreign = factories.collection(factories.teacher(), published=False)

        assert office.client.get(f"/admin/exercises/collection/{foreign.pk}/progress/").status_code == 404

    def test_it_takes_as_many_queries_for_three_students_as_for_one(
        self, office, teacher, collection, exercise, classroom
    ):
        classroom.students.clear()
        counts = []
        for number in (1, 3):
            while classroom.students.count() < number:
                student = factories.student()
                classroom.students.add(student)
                factories.attempt(factories.work(exercise, student))
            another = factories.exercise(teacher, collection, f"Exercise {number}")
            factories.published(another)
            run(started(teacher, collection), teacher)
            counts.append(queries_of(lambda: office.client.get(office.progress)))

        assert counts[0] == counts[1]
        assert counts[0] <= 20

    def test_the_collections_lead_there(self, office, collection):
        address = "/admin/exercises/collection/"

        for page in (address, f"{address}{collection.pk}/change/"):
            assert f'href="{office.progress}"' in text(office.client.get(page))


class TestCsv:
    def test_it_is_the_grid(self, office, teacher, collection, exercise, ada, ben):
        factories.attempt(factories.work(exercise, ada))
        run(started(teacher, collection), teacher)

        answer = office.client.get(f"{office.progress}csv/")

        assert table(answer) == [
            ["User name", "Name", "Double: state", "Double: passed", "Double: checks"],
            ["ada", "", "Verified", "2", "2"],
            ["ben", "", "Not started", "", ""],
        ]
        assert answer["Content-Disposition"] == 'attachment; filename="first-steps.csv"'

    def test_no_cell_is_a_formula(self, office, teacher, collection, ada):
        names = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"]
        for name in names:
            factories.published(factories.exercise(teacher, collection, name.strip()))
        for name in names:
            type(ada).objects.filter(pk=ada.pk).update(display_name=name)
            rows = table(office.client.get(f"{office.progress}csv/"))

            assert rows[1][1] == f"'{name}"
            assert not [cell for row in rows for cell in row if cell[:1] in "=+-@\t\r" and cell]


class TestCell:
    def test_it_shows_code_results_and_hashes(self, office, teacher, collection, exercise, ada):
        attempt = factories.attempt(factories.work(exercise, ada), "print('<b>4</b>')\n")
        run(started(teacher, collection), teacher, {attempt.pk: {"two": "failed", "three": "passed"}})
        verdict = attempt.verdicts.get()

        answer = office.client.get(f"{office.progress}{ada.pk}/{exercise.pk}/")

        shown = text(answer)
        assert "Disagreement." in shown
        assert "(hidden)" in shown
        for piece in (attempt.snapshot.sha256, verdict.checks_sha256, verdict.runtime, "1 of 2"):
            assert piece in shown
        assert "<b>4</b>" not in answer.content.decode()

    def test_a_check_beside_the_code_has_a_note(self, office, teacher, collection, exercise, ada):
        attempt = factories.attempt(factories.work(exercise, ada))
        batch = office.start().json()["batch"]
        found = {"attempt": attempt.pk, "runtime": "", "results": []}
        texts = {"summary": "", "given": "", "expected": "", "got": ""}
        for check, trust in (("two", "beside"), ("three", "outside")):
            found["results"].append({"check": check, "state": "passed", "trust": trust, **texts})
        office.post(batch, found)

        assert "runs beside the student's code" in text(
            office.client.get(f"{office.progress}{ada.pk}/{exercise.pk}/")
        )

    def test_an_earlier_attempt_can_be_chosen(self, office, exercise, ada):
        work = factories.work(exercise, ada)
        first, _ = factories.attempt(work, "first try"), factories.attempt(work, "second try")

        shown = text(office.client.get(f"{office.progress}{ada.pk}/{exercise.pk}/", {"attempt": first.pk}))

        assert "first try" in shown
        assert "second try" not in shown

    def test_anothers_attempt_cannot_be_chosen(self, office, exercise, ada, ben):
        other = factories.attempt(factories.work(exercise, ben))
        factories.attempt(factories.work(exercise, ada), "hers")

        for attempt in (other.pk, "x", 2**70):
            address = f"{office.progress}{ada.pk}/{exercise.pk}/?attempt={attempt}"
            assert office.client.get(address).status_code == 404

    def test_it_says_when_there_is_nothing(self, office, exercise, ada):
        assert "has not checked" in text(office.client.get(f"{office.progress}{ada.pk}/{exercise.pk}/"))


class TestOutcome:
    @pytest.fixture
    def regraded(self, office, teacher, collection, exercise, ada, ben):
        hers, _ = (
            factories.attempt(factories.work(exercise, one), one.username, two="passed") for one in (ada, ben)
        )
        run(started(teacher, collection), teacher)
        with_changed_check(exercise)
        return run(
            started(teacher, collection, kind="regrade"),
            teacher,
            {hers.pk: {"two": "failed", "three": "passed"}},
        )

    def address(self, batch: Batch) -> str:
        return f"/admin/assessment/batch/{batch.pk}/"

    def test_disagreements_are_named_with_their_checks(self, office, teacher, collection, exercise, ada):
        attempt = factories.attempt(factories.work(exercise, ada), two="passed")
        batch = run(started(teacher, collection), teacher, {attempt.pk: {"two": "failed", "three": "passed"}})

        shown = text(office.client.get(self.address(batch)))

        assert "Double of 2" in shown
        assert "as passed, and did not pass" in shown
        assert "Publish</button>" not in shown

    def test_differences_come_before_they_count(self, office, regraded):
        changed = text(office.client.get(self.address(regraded)))
        everything = text(office.client.get(self.address(regraded), {"all": "1"}))

        assert "Scores: 1 changed" in changed
        assert "different “Double of 2”" in changed
        assert "“Double of 2” no longer passes." in changed
        assert (changed.count('data-direction="down"'), changed.count('data-direction="same"')) == (1, 0)
        assert everything.count('data-direction="same"') == 1

    def test_publishing_and_discarding(self, office, regraded):
        published = office.client.post(self.address(regraded), {"do": "publish"}, follow=True)
        again = office.client.post(self.address(regraded), {"do": "discard"}, follow=True)

        assert "count now" in text(published)
        assert "This run has ended." in text(again)
        assert Batch.objects.get(pk=regraded.pk).published_at
        assert regraded.verdicts.count() == 2

    def test_looking_decides_nothing(self, office, regraded):
        office.client.get(self.address(regraded), {"do": "publish"})
        office.client.post(self.address(regraded), {"do": "nonsense"})

        assert Batch.objects.get(pk=regraded.pk).is_draft

    def test_its_csv_is_the_table(self, office, regraded):
        rows = table(office.client.get(f"{self.address(regraded)}csv/"))

        assert rows[1] == ["ada", "", "Double", "2 of 2", "1 of 2", "down", "", "Double of 2"]
        assert rows[2][5] == "same"
