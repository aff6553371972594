"""What items of hand-ins come to."""

from decimal import Decimal

import pytest

from assessment.queries.item_results import ItemResult, item_results
from tests import factories
from tests.assessment.hand_ins import handed_in
from tests.assessment.runs import run, started

D = Decimal


@pytest.fixture
def assignment(teacher, classroom, exercise):
    """The exercise, and a project."""
    made = factories.assignment(teacher, classroom, exercises=[exercise])
    made.items.create(template={"main": "main.py", "files": []}, title="Poster", points=0, position=1)
    return made


def results_of(*hand_ins):
    return [list(one.values()) for one in item_results(hand_ins).values()]


def test_what_the_browser_reported_counts_until_a_verdict_does(assignment, ada, exercise):
    attempt = factories.attempt(factories.work(exercise, ada), two="passed")
    hand_in = handed_in(assignment, ada, attempt)

    assert results_of(hand_in) == [[ItemResult(D("10.00"), D(10), 1, 1, "reported"), ItemResult(None, D(0))]]


def test_a_verdict_decides(assignment, ada, teacher, exercise):
    attempt = factories.attempt(factories.work(exercise, ada), two="passed")
    hand_in = handed_in(assignment, ada, attempt)

    run(started(teacher, exercise.collection), teacher, {attempt.pk: {"two": "failed", "three": "passed"}})

    assert results_of(hand_in)[0][0] == ItemResult(D("5.00"), D(10), 1, 2, "verified", True)


def test_what_was_never_begun_or_never_run_is_nothing(assignment, ada, ben, exercise):
    not_run = factories.attempt(factories.work(exercise, ben), two="not-run")

    found = results_of(handed_in(assignment, ada), handed_in(assignment, ben, not_run))

    assert found == [[ItemResult(None, D(10)), ItemResult(None, D(0))]] * 2


def test_a_later_attempt_does_not_count(assignment, ada, exercise):
    work = factories.work(exercise, ada)
    hand_in = handed_in(assignment, ada, factories.attempt(work, two="failed"))
    factories.attempt(work, text="print(6)", two="passed")

    assert results_of(hand_in)[0][0].points == D("0.00")


@pytest.mark.parametrize("count", [1, 3])
def test_results_take_four_queries(assignment, teacher, exercise, django_assert_num_queries, count):
    hand_ins = []
    for _ in range(count):
        student = factories.student()
        hand_ins.append(handed_in(assignment, student, factories.attempt(factories.work(exercise, student))))

    with django_assert_num_queries(4):
        found = item_results(hand_ins)

    assert len(found) == count
