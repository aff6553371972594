"""What a Verify and a Regrade take, store and let count."""

import pytest
from django.core.exceptions import ValidationError

from assessment.enums import BatchKind
from assessment.errors import NothingToDoError, NotOpenError, ResultsError
from assessment.models import Batch, Verdict
from assessment.queries import verified_results
from assessment.queries.batches import tasks_of
from assessment.queries.scope import ExerciseScope
from assessment.services import (
    Found,
    cancel_batch,
    finish_batch,
    publish_batch,
    start_batch,
    store_verdicts,
)
from tests import factories
from tests.assessment.runs import ALL, RUNTIME, publish, results, run, started, with_changed_check


@pytest.fixture
def attempt(exercise, ada, classroom):
    return factories.attempt(factories.work(exercise, ada), "print(4)\n")


class TestVerify:
    def test_the_latest_attempt_of_each_student_is_run(
        self, teacher, collection, exercise, ada, ben, classroom
    ):
        work, other = factories.work(exercise, ada), factories.work(exercise, ben)
        factories.attempt(work, "first")
        latest = factories.attempt(work, "second")
        hers = factories.attempt(other, "third")

        batch = started(teacher, collection)

        assert set(batch.verdicts.values_list("attempt", flat=True)) == {latest.pk, hers.pk}

    def test_it_counts_at_once(self, teacher, collection, exercise, ada, attempt):
        run(started(teacher, collection), teacher, {attempt.pk: {"two": "passed", "three": "failed"}})

        found = verified_results(ada, [exercise.pk])[exercise.pk]
        assert (found.attempt_id, found.passed, found.checks) == (attempt.pk, 1, 2)

    def test_what_was_verified_is_not_run_again(self, teacher, collection, attempt):
        run(started(teacher, collection), teacher)

        with pytest.raises(NothingToDoError):
            started(teacher, collection)
        assert Batch.objects.count() == 1

    def test_a_later_attempt_is(self, teacher, collection, exercise, attempt):
        run(started(teacher, collection), teacher)
        later = factories.attempt(attempt.work, "another")

        assert [one.attempt for one in started(teacher, collection).verdicts.all()] == [later]

    def test_the_same_code_of_the_same_student_needs_no_run(self, teacher, collection, exercise, attempt):
        run(started(teacher, collection), teacher, {attempt.pk: {"two": "failed", "three": "failed"}})
        again = factories.attempt(attempt.work, "print(4)\n", two="passed")

        batch = started(teacher, collection)

        assert tasks_of(batch, teacher) == []
        copy = Verdict.objects.get(batch=batch, attempt=again)
        assert (copy.passed, copy.disagrees) == (0, True)
        assert finish_batch(batch=batch).finished_at

    def test_the_same_code_of_two_students_is_one_task(
        self, teacher, collection, exercise, ada, ben, classroom
    ):
        first = factories.attempt(factories.work(exercise, ada), "same")
        second = factories.attempt(factories.work(exercise, ben), "same", two="failed")
        batch = started(teacher, collection)

        (task,) = tasks_of(batch, teacher)
        written = store_verdicts(
            teacher=teacher, batch=batch, found=[Found(first.pk, RUNTIME, results(**ALL))]
        )

        assert len(task.verdicts) == written == 2
        assert {one.attempt_id: one.disagrees for one in batch.verdicts.all()} == {
            first.pk: False,
            second.pk: True,
        }

    def test_a_puzzle_is_run_for_each_student(self, teacher, collection, ada, ben, classroom):
        puzzle = factories.exercise(
            teacher,
            collection,
            "Puzzle",
            tests=[{"path": "make.py", "text": "def make_input(random):\n    return 1\n"}],
        )
        puzzle.checks.filter(key="three").update(kind="puzzle", spec={"make": "make.py"})
        factories.published(puzzle)
        for student in (ada, ben):
            factories.attempt(factories.work(puzzle, student), "same")

        assert len(tasks_of(started(teacher, collection), teacher)) == 2

    def test_an_attempt_at_an_older_version_is_run_against_the_present_one(
        self, teacher, collection, exercise, attempt
    ):
        with_changed_check(exercise)

        (verdict,) = started(teacher, collection).verdicts.all()

        assert verdict.version == exercise.published != attempt.version

    def test_a_run_that_was_left_open_goes_on(
        self, teacher, collection, exercise, ada, ben, classroom, attempt
    ):
        other = factories.attempt(factories.work(exercise, ben), "other")
        batch = started(teacher, collection)
        store_verdicts(teacher=teacher, batch=batch, found=[Found(attempt.pk, RUNTIME, results(**ALL))])
        newer = factories.attempt(other.work, "newer")

        again = started(teacher, collection)

        assert again == batch
        assert [task.first.attempt for task in tasks_of(again, teacher)] == [newer]

    def test_cancelling_keeps_what_was_found(
        self, teacher, collection, exercise, ada, ben, classroom, attempt
    ):
        other = factories.attempt(factories.work(exercise, ben), "other")
        batch = started(teacher, collection)
        store_verdicts(teacher=teacher, batch=batch, found=[Found(attempt.pk, RUNTIME, results(**ALL))])

        cancel_batch(batch=batch)

        assert verified_results(ada, [exercise.pk])[exercise.pk].passed == 2
        assert [task.first.attempt for task in tasks_of(started(teacher, collection), teacher)] == [other]

    def test_only_ones_own_students_are_run(self, teacher, collection, exercise, attempt):
        stranger = factories.student()
        factories.classroom(factories.teacher(), stranger)
        factories.attempt(factories.work(exercise, stranger), "theirs")

        assert [one.attempt for one in started(teacher, collection).verdicts.all()] == [attempt]

    def test_a_class_narrows_it(self, teacher, collection, exercise, attempt):
        other = factories.student()
        narrow = factories.classroom(teacher, other)
        theirs = factories.attempt(factories.work(exercise, other), "theirs")

        assert [one.attempt for one in started(teacher, collection, narrow).verdicts.all()] == [theirs]

    def test_a_single_exercise_can_be_run_by_itself(self, teacher, collection, exercise, ada, attempt):
        another = factories.exercise(teacher, collection, "Another")
        factories.published(another)
        factories.attempt(factories.work(another, ada), "another")

        batch = start_batch(scope=ExerciseScope(teacher, None, exercise), kind=BatchKind.VERIFY)

        assert [one.attempt for one in batch.verdicts.all()] == [attempt]

    def test_a_batch_has_one_scope(self, teacher, collection, exercise):
        for scope in ({}, {"collection": collection, "exercise": exercise}):
            with pytest.raises(ValidationError):
                Batch(kind=BatchKind.VERIFY, started_by=teacher, **scope).full_clean()


class TestStoring:
    def test_the_server_works_out_the_score_from_the_weights(self, teacher, collection, ada, classroom):
        weighted = factories.exercise(teacher, collection, "Weighted")
        weighted.checks.filter(key="three").update(weight=4)
        factories.published(weighted)
        attempt = factories.attempt(factories.work(weighted, ada))
        batch = run(started(teacher, collection), teacher, {attempt.pk: {"two": "failed", "three": "passed"}})

        verdict = batch.verdicts.get()
        assert (verdict.score, verdict.points, verdict.passed, verdict.checks) == (4, 5, 1, 2)
        assert verdict.code_sha256 == attempt.snapshot.sha256
        assert verdict.runtime == RUNTIME

    def test_a_result_is_taken_once(self, teacher, collection, attempt):
        batch = started(teacher, collection)
        first = Found(attempt.pk, RUNTIME, results(two="failed", three="failed"))
        second = Found(attempt.pk, RUNTIME, results(**ALL))

        written = [store_verdicts(teacher=teacher, batch=batch, found=[one]) for one in (first, second)]

        assert written == [1, 0]
        assert batch.verdicts.get().passed == 0

    def test_results_for_another_attempt_are_refused_whole(self, teacher, collection, exercise, ben, attempt):
        stranger = factories.attempt(factories.work(exercise, factories.student()), "theirs")
        batch = started(teacher, collection)
        found = [Found(one.pk, RUNTIME, results(**ALL)) for one in (attempt, stranger)]

        with pytest.raises(ResultsError):
            store_verdicts(teacher=teacher, batch=batch, found=found)

        assert not batch.verdicts.filter(made_at__isnull=False).exists()

    @pytest.mark.parametrize(
        "states",
        [
            {"two": "passed"},
            {"two": "passed", "three": "passed", "four": "passed"},
            {"three": "passed", "two": "passed"},
        ],
    )
    def test_results_must_be_those_of_the_checks(self, teacher, collection, attempt, states):
        batch = started(teacher, collection)

        with pytest.raises(ResultsError):
            store_verdicts(
                teacher=teacher, batch=batch, found=[Found(attempt.pk, RUNTIME, results(**states))]
            )

    def test_a_cancelled_run_takes_nothing(self, teacher, collection, attempt):
        batch = started(teacher, collection)
        cancel_batch(batch=batch)

        with pytest.raises(NotOpenError):
            store_verdicts(teacher=teacher, batch=batch, found=[Found(attempt.pk, RUNTIME, results(**ALL))])

    def test_a_run_is_not_finished_while_something_is_left(self, teacher, collection, attempt):
        with pytest.raises(NotOpenError):
            finish_batch(batch=started(teacher, collection))

    def test_a_student_who_has_left_the_class_holds_nothing_up(
        self, teacher, collection, ada, classroom, attempt
    ):
        batch = started(teacher, collection)
        classroom.students.remove(ada)

        assert tasks_of(batch, teacher) == []
        finish_batch(batch=batch)
        assert not batch.verdicts.exists()

    def test_erasing_a_person_erases_her_verdicts(self, teacher, collection, ada, attempt):
        batch = run(started(teacher, collection), teacher)

        ada.delete()

        assert not Verdict.objects.exists()
        assert Batch.objects.get() == batch

    def test_erasing_a_teacher_leaves_what_counts(self, teacher, collection, exercise, ada, attempt):
        run(started(teacher, collection), teacher)

        teacher.delete()

        assert verified_results(ada, [exercise.pk])[exercise.pk].passed == 2


class TestRegrade:
    @pytest.fixture
    def verified(self, teacher, collection, attempt):
        return run(started(teacher, collection), teacher)

    def test_there_is_nothing_to_do_while_the_checks_are_the_same(
        self, teacher, collection, exercise, verified
    ):
        exercise.text = "Another text."
        exercise.save()
        factories.published(exercise)

        with pytest.raises(NothingToDoError):
            started(teacher, collection, kind="regrade")

    def test_it_counts_when_it_is_published(self, teacher, collection, exercise, ada, attempt, verified):
        with_changed_check(exercise)
        batch = run(
            started(teacher, collection, kind="regrade"),
            teacher,
            {attempt.pk: {"two": "failed", "three": "passed"}},
        )
        before = verified_results(ada, [exercise.pk])[exercise.pk].passed

        publish(batch)

        assert before == 2
        assert verified_results(ada, [exercise.pk])[exercise.pk].passed == 1
        assert batch.verdicts.get().before == verified.verdicts.get()

    def test_discarding_leaves_nothing_of_it(self, teacher, collection, exercise, ada, attempt, verified):
        with_changed_check(exercise)
        batch = run(
            started(teacher, collection, kind="regrade"),
            teacher,
            {attempt.pk: {"two": "failed", "three": "failed"}},
        )

        cancel_batch(batch=batch)

        assert verified_results(ada, [exercise.pk])[exercise.pk].passed == 2
        assert not batch.verdicts.exists()
        with pytest.raises(NotOpenError):
            publish_batch(batch=batch)

    def test_a_draft_waits_for_its_decision(self, teacher, collection, exercise, verified):
        with_changed_check(exercise)
        draft = run(started(teacher, collection, kind="regrade"), teacher)

        assert started(teacher, collection, kind="regrade") == draft

    def test_verifying_does_not_change_what_counts(self, teacher, collection, exercise, verified):
        with_changed_check(exercise)

        with pytest.raises(NothingToDoError):
            started(teacher, collection)

    def test_an_unfinished_regrade_cannot_be_published(self, teacher, collection, exercise, verified):
        with_changed_check(exercise)

        with pytest.raises(NotOpenError):
            publish_batch(batch=started(teacher, collection, kind="regrade"))
