"""Averages, medians and distributions. Pure functions."""

import math
import statistics
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from assessment.queries.statistics import average, distribution, figures, weighted_average
from assessment.views.charts import HEIGHT, LEAST, chart


def percents(*marks):
    return [Decimal(str(mark)) for mark in marks]


def counts(*marks):
    return [one.count for one in distribution(percents(*marks))]


def test_without_marks_there_is_nothing_to_say():
    found = figures([None, None])

    assert (found.count, found.average, found.median, found.lowest, found.highest) == (0, *[None] * 4)
    assert {one.count for one in found.bins} == {0}
    assert found.sentence == "No marks yet"


def test_one_mark_is_its_own_average_and_median():
    found = figures(percents(70))

    assert (found.count, found.average, found.median, found.lowest, found.highest) == (1, 70, 70, 70, 70)
    assert found.sentence == "70–79 percent: 1"


def test_the_median_of_an_even_number_lies_between_the_middle_two():
    assert figures(percents(10, 20, 40, 90)).median == 30
    assert figures(percents(90, 10, 20)).median == 20


def test_ties_change_nothing():
    found = figures(percents(50, 50, 50, 50))

    assert (found.average, found.median) == (50, 50)


def test_what_has_no_mark_is_left_out():
    assert average([Decimal(40), None, Decimal(60)]) == 50


def test_weights_count_and_none_of_them_may_be_all():
    marks = percents(50, 100)

    assert weighted_average(zip(marks, (3, 1), strict=True)) == Decimal("62.5")
    assert weighted_average(zip(marks, (0, 1), strict=True)) == 100
    assert weighted_average(zip(marks, (0, 0), strict=True)) is None
    assert weighted_average([(None, 3), (Decimal(80), 1)]) == 80


def test_each_mark_is_in_one_step():
    assert counts(0, 9.99, 10, 89.99, 90, 99, 100) == [2, 1, 0, 0, 0, 0, 0, 0, 1, 3, 0]


def test_extra_points_stand_apart():
    found = figures(percents(100, 100.01, 130))

    assert found.highest == 130
    assert [one.count for one in found.bins[-2:]] == [1, 2]
    assert found.sentence == "90–100 percent: 1; above 100 percent: 2"


@given(st.lists(st.decimals(0, 300, places=2), max_size=60))
def test_every_mark_is_counted_once(marks):
    found = figures(marks)

    assert sum(one.count for one in found.bins) == len(marks)
    if marks:
        assert math.isclose(found.average, statistics.fmean(marks), abs_tol=1e-9)
        assert found.lowest <= found.median <= found.highest


class TestChart:
    def test_the_fullest_step_is_as_high_as_the_chart(self):
        drawn = chart(distribution(percents(5, 15, 15, 15, 15)))

        assert [bar.height for bar in drawn.bars[:3]] == [HEIGHT // 4, HEIGHT, 0]
        assert {bar.y + bar.height for bar in drawn.bars} == {HEIGHT}
        assert drawn.bars[-1].x + drawn.bars[-1].width == drawn.width

    def test_a_single_mark_among_many_is_seen(self):
        drawn = chart(distribution(percents(5, *[95] * 200)))

        assert drawn.bars[0].height == LEAST

    def test_without_marks_there_are_no_bars(self):
        assert {bar.height for bar in chart(distribution([])).bars} == {0}
