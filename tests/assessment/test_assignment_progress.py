"""The Progress page of an assignment, what stands behind its cells, and the attempts that count there."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from assessment.errors import NothingToDoError
from assessment.models import Batch, Marking, Verdict
from assessment.queries.assignments import students_set
from assessment.queries.attempts import LISTED
from assessment.queries.cells import ExerciseCell
from assessment.queries.counting import counting_attempts
from tests import factories
from tests.assessment.hand_ins import handed_in, released
from tests.assessment.runs import Page, queries_of, run, started, with_changed_check
from tests.assessment.test_pages import NAME, STATE, table, text


@pytest.fixture
def assignment(teacher, classroom, exercise):
    return factories.assignment(teacher, classroom, exercises=[exercise], title="Loops")


@pytest.fixture
def office(teacher, assignment):
    return Page(teacher, assignment)


@pytest.fixture
def work(exercise, ada):
    return factories.work(exercise, ada)


def counting(assignment, teacher):
    """The texts of the attempts that count, by student."""
    found = counting_attempts(assignment, students_set(assignment, teacher))
    return {student: attempt for (student, _), attempt in found.items()}


class TestCounting:
    def test_it_is_what_was_handed_in_last(self, assignment, teacher, ada, work):
        first, second = factories.attempt(work, "first"), factories.attempt(work, "second")
        handed_in(assignment, ada, first)
        handed_in(assignment, ada, second)
        factories.attempt(work, "tried since")

        assert counting(assignment, teacher) == {ada.pk: second}

    def test_of_who_has_not_handed_in_it_is_the_latest(self, assignment, teacher, ada, work):
        factories.attempt(work, "first")
        latest = factories.attempt(work, "second")

        assert counting(assignment, teacher) == {ada.pk: latest}

    def test_what_was_not_handed_in_does_not_count(self, assignment, teacher, ada, work):
        handed_in(assignment, ada)
        factories.attempt(work, "tried since")

        assert counting(assignment, teacher) == {}

    def test_a_group_shares_what_one_of_them_made(self, assignment, teacher, ada, ben, work):
        shared = factories.attempt(work)
        for one in (ada, ben):
            handed_in(assignment, one, shared)

        assert counting(assignment, teacher) == {ada.pk: shared, ben.pk: shared}
        assert [one.attempt for one in started(teacher, assignment).verdicts.all()] == [shared]


class TestBatches:
    def test_a_verify_runs_what_counts(self, assignment, teacher, ada, work):
        handed = factories.attempt(work, "handed in")
        handed_in(assignment, ada, handed)
        factories.attempt(work, "tried since")

        batch = run(started(teacher, assignment), teacher)

        assert [one.attempt for one in batch.verdicts.all()] == [handed]
        assert str(batch) == "Verify of Loops"
        with pytest.raises(NothingToDoError):
            started(teacher, assignment)

    def test_only_ones_own_students_are_run(self, assignment, teacher, exercise, work):
        hers = factories.attempt(work)
        stranger = factories.student()
        assignment.classrooms.add(factories.classroom(factories.teacher(), stranger))
        factories.attempt(factories.work(exercise, stranger), "theirs")

        assert [one.attempt for one in started(teacher, assignment).verdicts.all()] == [hers]

    def test_what_a_member_elsewhere_made_is_run_for_the_group(self, assignment, teacher, exercise, ada):
        stranger = factories.student()
        shared = factories.attempt(factories.work(exercise, stranger))
        handed_in(assignment, ada, shared)

        batch = run(started(teacher, assignment), teacher)

        assert batch.verdicts.get().made_at

    def test_what_was_handed_in_unchecked_is_verified_and_no_disagreement(
        self, assignment, teacher, exercise, ada, work
    ):
        attempt = factories.attempt(work, two="not-run")
        handed_in(assignment, ada, attempt)
        before = ExerciseCell(ada, exercise, True, attempt, None)

        run(started(teacher, assignment), teacher)

        assert (before.state, before.passed, before.is_full) == ("unchecked", None, False)
        assert before.sentence == "Handed in, not checked"
        assert Verdict.objects.get().disagrees is False

    def test_a_mark_that_was_begun_is_counted_again(self, office, assignment, teacher, exercise, ada, work):
        attempt = factories.attempt(work)
        marking = Marking.objects.create(hand_in=handed_in(assignment, ada, attempt), points=10, of=10)

        run(started(teacher, assignment), teacher, {attempt.pk: {"two": "passed", "three": "failed"}})
        marking.refresh_from_db()
        verified = marking.points
        with_changed_check(exercise)
        regrade = run(
            started(teacher, assignment, kind="regrade"),
            teacher,
            {attempt.pk: {"two": "failed", "three": "failed"}},
        )
        marking.refresh_from_db()
        waiting = marking.points
        office.client.post(f"/admin/assessment/batch/{regrade.pk}/", {"do": "publish"})
        marking.refresh_from_db()

        assert (verified, waiting, marking.points) == (5, 5, 0)

    def test_its_regrade_says_when_students_see_it(self, office, assignment, teacher, exercise, work):
        factories.attempt(work)
        run(started(teacher, assignment), teacher)
        with_changed_check(exercise)
        regrade = run(started(teacher, assignment, kind="regrade"), teacher)

        page = text(office.client.get(f"/admin/assessment/batch/{regrade.pk}/"))

        assert "which students see when you release them" in page
        assert f'href="{office.progress}"' in page

    def test_the_page_starts_one(self, office, assignment, classroom, work):
        factories.attempt(work)

        answer = office.start(classroom=classroom.pk)

        assert answer.status_code == 200
        assert Batch.objects.get().assignment == assignment
        assert Batch.objects.get().classroom == classroom

    def test_a_class_that_does_not_have_it_cannot_be_named(self, office, teacher):
        other = factories.classroom(teacher)

        assert office.start(classroom=other.pk).status_code == 404
        assert office.client.get(office.progress, {"class": other.pk}).status_code == 404


class TestPage:
    def test_state_lateness_and_mark_are_words(self, office, assignment, exercise, ada, ben, classroom):
        cara, dan = factories.student("cara"), factories.student("dan")
        classroom.students.add(cara, dan)
        late = handed_in(assignment, ada, penalty=10)
        Marking.objects.create(hand_in=late, points=Decimal("7.5"), of=10)
        released(handed_in(assignment, ben), 9)
        factories.submission(assignment, cara)

        shown = text(office.client.get(office.progress))

        assert NAME.findall(shown) == ["ada", "ben", "cara", "dan"]
        for words in ("Handed in, late", "Complete", "In progress", "Not begun"):
            assert f"</span> {words}</td>" in shown
        assert "7.5 of 10 <em>draft</em>" in shown
        assert "9 of 10" in shown

    def test_it_leads_to_marking_releasing_and_the_gradebook(self, office, assignment, classroom, ada):
        submission = handed_in(assignment, ada).submission

        shown = text(office.client.get(office.progress, {"class": classroom.pk}))

        narrowed = f"?class={classroom.pk}"
        for address in (
            f"/admin/assessment/submission/{submission.pk}/mark/{narrowed}",
            f"/admin/assessment/submission/?assignment={assignment.pk}&class={classroom.pk}",
            f"/admin/assessment/assignment/{assignment.pk}/release/{narrowed}",
            f"/admin/assessment/assignment/{assignment.pk}/collect/{narrowed}",
            f"/admin/accounts/classroom/{classroom.pk}/gradebook/",
        ):
            assert f'href="{address}"' in shown

    def test_what_is_due_and_not_there_is_missing(self, office, assignment, ada, ben):
        assignment.due_at = timezone.now() - timedelta(hours=1)
        assignment.save()
        assignment.extensions.create(student=ben, due_at=timezone.now() + timedelta(days=1))

        shown = text(office.client.get(office.progress))

        assignment.published_at = None
        assignment.save()

        assert shown.count("Not begun, missing") == 1
        assert "missing" not in text(office.client.get(office.progress))

    def test_every_column_sorts(self, office, assignment, exercise, ada, ben):
        released(handed_in(assignment, ada), 9)
        item = assignment.items.get()

        orders = {
            order: NAME.findall(text(office.client.get(office.progress, {"order": order})))
            for order in ("name", "-name", "state", "-state", "mark", "-mark", str(item.pk))
        }

        assert orders == {
            "name": ["ada", "ben"],
            "-name": ["ben", "ada"],
            "state": ["ben", "ada"],
            "-state": ["ada", "ben"],
            "mark": ["ben", "ada"],
            "-mark": ["ada", "ben"],
            str(item.pk): ["ada", "ben"],
        }

    def test_a_project_shows_its_state_alone(self, office, assignment, ada):
        project = assignment.items.create(title="Poster", template={"main": "main.py", "files": []}, points=0)
        made = handed_in(assignment, ada)
        made.items.create(item=project)

        shown = text(office.client.get(office.progress))

        assert STATE.findall(shown) == ["not-started", "unchecked", "not-started", "not-started"]
        assert 'title="Handed in"' in shown

    def test_its_csv_is_the_grid(self, office, assignment, ada, work):
        released(handed_in(assignment, ada, factories.attempt(work)), "7.50")

        assert table(office.client.get(f"{office.progress}csv/")) == [
            [
                "User name", "Name", "State", "Late", "Mark", "Of", "Released",
                "Double: state", "Double: passed", "Double: checks",
            ],
            ["ada", "", "Complete", "", "7.5", "10", "yes", "Reported", "1", "1"],
            ["ben", "", "Not begun", "", "", "", "", "Not started", "", ""],
        ]  # fmt: skip

    def test_an_assignment_for_two_classes_shows_ones_own_students(self, office, assignment):
        stranger = factories.person("stranger", name="Foreign Pupil")
        assignment.classrooms.add(factories.classroom(factories.teacher(), stranger, name="Foreign Class"))
        handed_in(assignment, stranger)

        shown = text(office.client.get(office.progress))

        assert "Foreign" not in shown
        assert "stranger" not in office.client.get(f"{office.progress}csv/").content.decode()

    def test_it_takes_as_many_queries_for_three_students_as_for_one(
        self, office, teacher, collection, assignment, classroom
    ):
        classroom.students.clear()
        counts = []
        for number in (1, 3):
            another = factories.exercise(teacher, collection, f"Exercise {number}")
            factories.published(another)
            assignment.items.create(exercise=another)
            while classroom.students.count() < number:
                student = factories.student()
                classroom.students.add(student)
                made = handed_in(assignment, student, factories.attempt(factories.work(another, student)))
                released(made, 5)
            run(started(teacher, assignment), teacher)
            counts.append(queries_of(lambda: office.client.get(office.progress)))

        assert counts[0] == counts[1]
        assert counts[0] <= 35


class TestCell:
    def test_it_shows_what_counts_and_leads_to_marking(self, office, exercise, assignment, ada, work):
        submission = handed_in(assignment, ada, factories.attempt(work, "handed in")).submission
        factories.attempt(work, "tried since", two="not-run")

        shown = text(office.client.get(f"{office.progress}{ada.pk}/{exercise.pk}/"))

        assert "handed in</pre>" in shown
        assert "tried since" not in shown
        assert shown.count("· counts") == 1
        assert f'href="/admin/assessment/submission/{submission.pk}/mark/"' in shown
        assert f'href="{office.progress}"' in shown

    def test_a_member_of_a_group_has_what_another_made(self, office, exercise, assignment, ben, work):
        handed_in(assignment, ben, factories.attempt(work, "hers"))

        assert "hers</pre>" in text(office.client.get(f"{office.progress}{ben.pk}/{exercise.pk}/"))

    def test_what_counts_is_shown_however_often_she_tried_since(
        self, office, exercise, assignment, ada, work
    ):
        handed_in(assignment, ada, factories.attempt(work, "handed in"))
        for number in range(LISTED):
            factories.attempt(work, f"try {number}")

        shown = text(office.client.get(f"{office.progress}{ada.pk}/{exercise.pk}/"))

        assert "handed in</pre>" in shown
        assert shown.count("?attempt=") == LISTED + 1

    def test_what_was_not_run_is_said(self, office, exercise, assignment, ada, work):
        handed_in(assignment, ada, factories.attempt(work, two="not-run"))

        assert "<td>not run</td>" in text(office.client.get(f"{office.progress}{ada.pk}/{exercise.pk}/"))
