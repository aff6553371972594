"""When work is taken, and what lateness costs."""

from datetime import UTC, datetime, timedelta

import pytest

from assessment.enums import LatePolicy, Progress
from assessment.models import Assignment, Extension, Submission
from assessment.times import times_for

DUE = datetime(2026, 3, 2, 9, tzinfo=UTC)
DAY = timedelta(days=1)


def test_late_is_measured_from_what_is_due_and_costs_each_day_begun():
    times = times_for(Assignment(due_at=DUE, late_policy=LatePolicy.PERCENT, late_percent=10))

    assert [times.penalty(DUE + late) for late in (timedelta(0), timedelta(seconds=1), DAY, 2.5 * DAY, 99 * DAY)] == [
        0, 10, 10, 30, 100,
    ]  # fmt: skip


@pytest.mark.parametrize("policy", [LatePolicy.ACCEPTED, LatePolicy.MARKED])
def test_late_work_is_taken_and_costs_nothing_where_the_policy_says_so(policy):
    times = times_for(Assignment(due_at=DUE, late_policy=policy))

    assert times.takes_work(DUE + DAY)
    assert times.late_by(DUE + DAY) == DAY
    assert times.penalty(DUE + DAY) == 0


def test_refused_takes_nothing_from_the_first_moment_after_it_was_due():
    times = times_for(Assignment(due_at=DUE, late_policy=LatePolicy.REFUSED))

    assert times.takes_work(DUE)
    assert not times.takes_work(DUE + timedelta(microseconds=1))


def test_nothing_is_taken_before_it_opens_or_after_it_closes():
    times = times_for(Assignment(opens_at=DUE - DAY, due_at=DUE, closes_at=DUE + DAY))

    taken = [
        times.takes_work(DUE + move)
        for move in (-2 * DAY, -DAY, timedelta(0), DAY, DAY + timedelta(seconds=1))
    ]

    assert taken == [False, True, True, True, False]


def test_an_extension_moves_what_it_names_and_never_leaves_it_due_after_closing():
    assignment = Assignment(due_at=DUE, closes_at=DUE + DAY)

    times = times_for(assignment, Extension(due_at=DUE + 3 * DAY))

    assert times.due_at == times.closes_at == DUE + 3 * DAY


def test_returned_work_is_due_when_the_teacher_said_though_the_assignment_has_closed():
    assignment = Assignment(due_at=DUE, closes_at=DUE, late_policy=LatePolicy.REFUSED)
    returned = Submission(state=Progress.RETURNED, redo_due_at=DUE + 7 * DAY)

    times = times_for(assignment, None, returned)

    assert times.takes_work(DUE + 6 * DAY)
    assert not times.takes_work(DUE + 8 * DAY)
