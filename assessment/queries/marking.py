"""Hand-ins that are marked: which one counts, who is marked with it, and what a release of it holds."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet

from accounts.models import User
from assessment.marks import Mark, Part, mark_of
from assessment.models import (
    AssignmentItem,
    Criterion,
    CriterionMark,
    HandIn,
    LineComment,
    Marking,
    Release,
)
from assessment.queries.assignments import submissions_visible_to
from assessment.queries.item_results import ItemResult, item_results

Content = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Tally:
    """What a marking comes to, and the parts of it. `criteria` and their points are in the order of the rubric."""

    mark: Mark
    items: dict[int, ItemResult]
    criteria: list[Criterion]
    points: dict[int, Decimal]

    @property
    def checks(self) -> Part:
        """All items together."""
        return _sum([one.part for one in self.items.values()])

    @property
    def rubric(self) -> Part:
        """All lines of the rubric together."""
        return _sum([Part(self.points.get(one.pk), Decimal(one.points)) for one in self.criteria])


def is_latest(hand_in: HandIn) -> bool:
    """Whether the student has not handed in again."""
    return not HandIn.objects.filter(submission=hand_in.submission_id, number__gt=hand_in.number).exists()


def joint_hand_ins(hand_in: HandIn, teacher: User) -> QuerySet[HandIn]:
    """Of the others in the group, what was handed in with it and still counts; of her own students alone."""
    if hand_in.joint is None:
        return HandIn.objects.none()
    visible = submissions_visible_to(teacher).values("pk")
    joint = HandIn.objects.filter(joint=hand_in.joint, submission__in=visible).exclude(pk=hand_in.pk)
    newer = HandIn.objects.filter(submission__in=joint.values("submission")).order_by(
        "submission_id", "-number"
    )
    latest = newer.distinct("submission_id").values("pk")
    return joint.filter(pk__in=latest).select_related("submission__student").order_by("submission_id")


def tallies(hand_ins: Iterable[HandIn]) -> dict[int, Tally]:
    """What each comes to as it is noted now, by hand-in. A fixed number of queries."""
    hand_ins = list(hand_ins)
    keys = [one.pk for one in hand_ins]
    results = item_results(hand_ins)
    markings = {one.hand_in_id: one for one in Marking.objects.filter(hand_in__in=keys)}
    points: dict[int, dict[int, Decimal]] = defaultdict(dict)
    for row in CriterionMark.objects.filter(marking__hand_in__in=keys).select_related("marking"):
        points[row.marking.hand_in_id][row.criterion_id] = row.points
    criteria = _criteria(keys)
    return {
        one.pk: _tally(one, results[one.pk], criteria[one.pk], points[one.pk], markings.get(one.pk))
        for one in hand_ins
    }


def contents(hand_ins: Iterable[HandIn]) -> dict[int, tuple[Tally, Content]]:
    """What a release of each would hold now, by hand-in; shapes in `docs/assignments.md`. A fixed number of queries."""
    hand_ins = list(hand_ins)
    counted = tallies(hand_ins)
    titles = _item_titles(counted.values())
    markings = Marking.objects.filter(hand_in__in=[one.pk for one in hand_ins])
    feedback = dict(markings.values_list("hand_in_id", "feedback"))
    comments: dict[int, list[Content]] = defaultdict(list)
    for comment in comments_on(hand_ins):
        comments[comment.handed_in.hand_in_id].append(
            {
                "item": comment.handed_in.item_id,
                "path": comment.path,
                "line": comment.line,
                "text": comment.text,
                "by": str(comment.author or ""),
            }
        )
    return {
        one.pk: (
            counted[one.pk],
            {
                "items": [_item(key, titles[key], each) for key, each in counted[one.pk].items.items()],
                "rubric": [_line(each, counted[one.pk].points) for each in counted[one.pk].criteria],
                "feedback": feedback.get(one.pk, ""),
                "comments": comments[one.pk],
                "overridden": counted[one.pk].mark.overridden,
                "penalty": one.penalty,
            },
        )
        for one in hand_ins
    }


def comments_on(hand_ins: Iterable[HandIn]) -> QuerySet[LineComment]:
    """Comments on their lines, in the order of items, files and lines."""
    return (
        LineComment.objects.filter(handed_in__hand_in__in=[one.pk for one in hand_ins])
        .select_related("handed_in", "author")
        .order_by("handed_in__item__position", "handed_in__item_id", "path", "line", "pk")
    )


def latest_releases(hand_ins: Iterable[HandIn]) -> dict[int, Release]:
    """What students see, by hand-in."""
    found = Release.objects.filter(hand_in__in=[one.pk for one in hand_ins])
    found = found.order_by("hand_in_id", "-released_at", "-pk").distinct("hand_in_id")
    return {one.hand_in_id: one for one in found}


def is_released_as_it_is(marking: Marking, tally: Tally, content: Content, release: Release | None) -> bool:
    """Whether the student sees exactly this, and the submission stands where the outcome puts it."""
    submission = marking.hand_in.submission
    return (
        release is not None
        and release.content == content
        and (release.points, release.of, release.outcome)
        == (tally.mark.points, tally.mark.of, marking.outcome)
        and (submission.state, submission.redo_due_at) == (marking.outcome, marking.redo_due_at)
    )


def _criteria(hand_ins: Iterable[int]) -> dict[int, list[Criterion]]:
    """The lines of the rubric, by hand-in."""
    assignments = dict(HandIn.objects.filter(pk__in=hand_ins).values_list("pk", "submission__assignment_id"))
    lines: dict[int, list[Criterion]] = defaultdict(list)
    for line in Criterion.objects.filter(assignment__in=set(assignments.values())):
        lines[line.assignment_id].append(line)
    return {key: lines[assignment] for key, assignment in assignments.items()}


def _item_titles(counted: Iterable[Tally]) -> dict[int, str]:
    keys = {key for tally in counted for key in tally.items}
    rows = AssignmentItem.objects.filter(pk__in=keys).values_list("pk", "title", "exercise__title")
    return {key: exercise or title for key, title, exercise in rows}


def _tally(
    hand_in: HandIn,
    items: dict[int, ItemResult],
    criteria: list[Criterion],
    points: dict[int, Decimal],
    marking: Marking | None,
) -> Tally:
    parts = [one.part for one in items.values()]
    parts += [Part(points.get(one.pk), Decimal(one.points)) for one in criteria]
    override = marking.override if marking else None
    return Tally(mark_of(parts, penalty=hand_in.penalty, override=override), items, criteria, points)


def _item(key: int, title: str, result: ItemResult) -> Content:
    return {
        "item": key,
        "title": title,
        "points": None if result.points is None else str(result.points),
        "of": str(result.of),
        "passed": result.passed,
        "checks": result.checks,
        "trust": result.trust,
    }


def _line(criterion: Criterion, points: dict[int, Decimal]) -> Content:
    given = points.get(criterion.pk)
    return {
        "criterion": criterion.pk,
        "title": criterion.title,
        "points": None if given is None else str(given),
        "of": str(criterion.points),
        "level": level_of(criterion, given),
    }


def level_of(criterion: Criterion, points: Decimal | None) -> str:
    """The text of the level that gives exactly these points; empty where there is none."""
    return next(
        (
            str(one["text"])
            for one in criterion.levels
            if points is not None and Decimal(str(one["points"])) == points
        ),
        "",
    )


def _sum(parts: list[Part]) -> Part:
    points = sum((one.points or Decimal(0) for one in parts), Decimal(0))
    return Part(points, sum((one.of for one in parts), Decimal(0)))
