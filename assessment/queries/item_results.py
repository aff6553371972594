"""What the items of hand-ins come to: verified where a verdict counts, else as the student's browser reported it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from assessment.disagreement import PASSED
from assessment.marks import Part, share_points
from assessment.models import AssignmentItem, HandIn, HandInItem, Verdict
from assessment.queries.counting import counting_verdicts
from exercises.models import Attempt

Trust = Literal["verified", "reported", "none"]
NOT_RUN = "not-run"


@dataclass(frozen=True, slots=True)
class ItemResult:
    """`points` of `of`, and how many checks passed; None while nothing was found. `disagrees` as the verdict says."""

    points: Decimal | None
    of: Decimal
    passed: int | None = None
    checks: int | None = None
    trust: Trust = "none"
    disagrees: bool = False

    @property
    def part(self) -> Part:
        """For the sum."""
        return Part(self.points, self.of)


def item_results(hand_ins: Iterable[HandIn]) -> dict[int, dict[int, ItemResult]]:
    """By hand-in, then by item of its assignment, in their order: also items that were never begun. Four queries."""
    hand_ins = list(hand_ins)
    assignments = dict(
        HandIn.objects.filter(pk__in=[one.pk for one in hand_ins]).values_list(
            "pk", "submission__assignment_id"
        )
    )
    items: dict[int, list[AssignmentItem]] = defaultdict(list)
    for item in AssignmentItem.objects.filter(assignment__in=set(assignments.values())).defer("template"):
        items[item.assignment_id].append(item)
    attempts = _attempts(hand_ins)
    verdicts = counting_verdicts(attempts.values())
    return {
        one.pk: {
            item.pk: _result(item, attempts.get((one.pk, item.pk)), verdicts)
            for item in items[assignments[one.pk]]
        }
        for one in hand_ins
    }


def _attempts(hand_ins: Iterable[HandIn]) -> dict[tuple[int, int], Attempt]:
    rows = HandInItem.objects.filter(
        hand_in__in=[one.pk for one in hand_ins], attempt__isnull=False
    ).select_related("attempt")
    return {(row.hand_in_id, row.item_id): row.attempt for row in rows if row.attempt}


def _result(item: AssignmentItem, attempt: Attempt | None, verdicts: dict[int, Verdict]) -> ItemResult:
    of = Decimal(item.points)
    if attempt is None:
        return ItemResult(None, of)
    if verdict := verdicts.get(attempt.pk):
        shares = (verdict.score, verdict.points) if verdict.points else (verdict.passed, verdict.checks)
        return ItemResult(
            share_points(item.points, *shares),
            of,
            verdict.passed,
            verdict.checks,
            "verified",
            verdict.disagrees,
        )
    reported = [state for state in attempt.results.values() if state != NOT_RUN]
    if not reported:
        return ItemResult(None, of)
    points = share_points(item.points, attempt.score, 1)
    return ItemResult(points, of, reported.count(PASSED), len(attempt.results), "reported")
