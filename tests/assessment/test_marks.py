"""What a hand-in comes to."""

from decimal import Decimal

from assessment.marks import Part, mark_of, share_points


def part(points, of):
    return Part(None if points is None else Decimal(points), Decimal(of))


def test_a_mark_is_the_sum_of_its_parts_and_what_is_not_marked_counts_nothing_yet():
    mark = mark_of([part("7.5", 10), part(None, 5), part(3, 5)])

    assert (mark.points, mark.of, mark.percent, mark.overridden) == (
        Decimal("10.50"),
        Decimal(20),
        Decimal("52.50"),
        False,
    )


def test_lateness_takes_its_percent_of_what_was_earned():
    assert mark_of([part(9, 10)], penalty=20).points == Decimal("7.20")


def test_an_override_replaces_the_sum_and_what_lateness_costs():
    mark = mark_of([part(2, 10)], penalty=50, override=Decimal("11"))

    assert (mark.points, mark.of, mark.overridden) == (Decimal("11.00"), Decimal(10), True)


def test_nothing_to_earn_has_no_percent():
    assert mark_of([]).percent is None


def test_a_share_of_the_checks_gives_the_same_share_of_the_points():
    assert share_points(10, 2, 3) == Decimal("6.67")
    assert share_points(10, 0.75, 1) == Decimal("7.50")
    assert share_points(10, 1, 0) == Decimal(0)
