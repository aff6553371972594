"""Where a student stands with what is set for her. Nothing here changes anything."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Prefetch, QuerySet
from django.utils import timezone

from accounts.models import User
from assessment.enums import LatePolicy, Progress, Standing
from assessment.marks import points_text
from assessment.models import (
    Assignment,
    AssignmentItem,
    HandIn,
    ItemWork,
    Release,
    Submission,
)
from assessment.queries.assignments import assignments_open_to
from assessment.queries.times import times_in
from assessment.times import Times
from exercises.models import Attempt, Work

SOON = timedelta(days=7)
TO_DO = (Standing.RETURNED, Standing.NOT_BEGUN, Standing.IN_PROGRESS)


@dataclass(frozen=True, slots=True)
class Place:
    """A student and an assignment. `hand_in` and `release` are the latest; `passed` and `begun` are ids of items."""

    assignment: Assignment
    items: list[AssignmentItem]
    submission: Submission | None
    times: Times
    now: datetime
    hand_in: HandIn | None
    release: Release | None
    passed: frozenset[int]
    begun: frozenset[int]

    @property
    def standing(self) -> Standing:
        """In a word."""
        state = self.submission.state if self.submission else Progress.IN_PROGRESS
        if self.submission and self.submission.excused and state in (Progress.IN_PROGRESS, Progress.RETURNED):
            return Standing.EXCUSED
        if state != Progress.IN_PROGRESS:
            return Standing(state)
        if not self.times.takes_work(self.now):
            return Standing.MISSED
        return Standing.IN_PROGRESS if self.submission else Standing.NOT_BEGUN

    @property
    def is_to_do(self) -> bool:
        """Whether the next step is hers."""
        return self.standing in TO_DO

    @property
    def is_overdue(self) -> bool:
        """Whether it was due and is still taken."""
        return self.is_to_do and self.was_due

    @property
    def was_due(self) -> bool:
        """Whether what is due has passed."""
        return bool(self.times.late_by(self.now))

    @property
    def is_soon(self) -> bool:
        """Whether it comes first: returned, overdue, or due within a week."""
        due_at = self.times.due_at
        return self.standing == Standing.RETURNED or (due_at is not None and due_at < self.now + SOON)

    @property
    def has_own_times(self) -> bool:
        """Whether other times hold for her than for the class."""
        return (self.times.due_at, self.times.closes_at) != (
            self.assignment.due_at,
            self.assignment.closes_at,
        )

    @property
    def exercises(self) -> int:
        """How many of the items are exercises."""
        return sum(item.exercise_id is not None for item in self.items)

    @property
    def progress(self) -> str:
        """`3 of 5 exercises passed`; empty where there are none."""
        if not self.exercises:
            return ""
        return f"{len(self.passed)} of {self.exercises} exercise{'' if self.exercises == 1 else 's'} passed"

    @property
    def mark(self) -> str:
        """`7.5 of 10` once that is the last word; empty before, and where there was nothing to earn."""
        if self.release is None or self.standing not in (Standing.RETURNED, Standing.COMPLETE):
            return ""
        return (
            f"{points_text(self.release.points)} of {points_text(self.release.of)}" if self.release.of else ""
        )

    @property
    def next_item(self) -> AssignmentItem | None:
        """What she would go on with: the first exercise not passed or project not begun."""
        open_items = (
            one for one in self.items if one.pk not in (self.passed if one.exercise_id else self.begun)
        )
        return next(open_items, None)

    @property
    def shows_late(self) -> bool:
        """Whether the hand-in is called late."""
        is_told = self.times.late_policy in (LatePolicy.MARKED, LatePolicy.PERCENT)
        return is_told and self.hand_in is not None and self.hand_in.is_late and not self.is_to_do

    @property
    def order(self) -> tuple[bool, bool, datetime]:
        """First things first: returned, then by due date; what is never due comes last."""
        due_at = self.times.due_at
        return self.standing != Standing.RETURNED, due_at is None, due_at or self.now


@dataclass(frozen=True, slots=True)
class Sections:
    """All places of a student: what comes first, what comes later, and what is done."""

    soon: list[Place]
    later: list[Place]
    done: list[Place]


def sections(student: User) -> Sections:
    """Everything that is set for her and not put away. As many queries for twelve assignments as for one."""
    places = places_of(student, assignments_open_to(student).filter(archived=False))
    to_do = sorted((place for place in places if place.is_to_do), key=lambda place: place.order)
    return Sections(
        soon=[place for place in to_do if place.is_soon],
        later=[place for place in to_do if not place.is_soon],
        done=[place for place in places if not place.is_to_do],
    )


def place_in(student: User, assignment: Assignment) -> Place:
    """One of them."""
    return places_of(student, Assignment.objects.filter(pk=assignment.pk))[0]


def places_of(student: User, assignments: QuerySet[Assignment]) -> list[Place]:
    """The student's place in each, in their order."""
    items = AssignmentItem.objects.defer("template")
    found = list(assignments.prefetch_related(Prefetch("items", queryset=items)))
    stands = times_in(student, found)
    submissions = [submission for submission, _ in stands.values() if submission]
    releases, hand_ins = _latest_releases(submissions), _latest_hand_ins(submissions)
    passed, begun = _passed_and_begun(student, [item for one in found for item in one.items.all()])
    now = timezone.now()
    places = []
    for one in found:
        submission, times = stands[one.pk]
        key = submission.pk if submission else None
        parts = list(one.items.all())
        places.append(
            Place(
                assignment=one,
                items=parts,
                submission=submission,
                times=times,
                now=now,
                hand_in=hand_ins.get(key),
                release=releases.get(key),
                passed=passed & {item.pk for item in parts},
                begun=begun & {item.pk for item in parts},
            )
        )
    return places


def _latest_releases(submissions: Iterable[Submission]) -> dict[int | None, Release]:
    """By submission, without what it holds."""
    rows = Release.objects.filter(hand_in__submission__in=submissions).select_related("hand_in")
    latest = rows.order_by("hand_in__submission_id", "-released_at", "-pk").distinct("hand_in__submission_id")
    return {one.hand_in.submission_id: one for one in latest.defer("content")}


def _latest_hand_ins(submissions: Iterable[Submission]) -> dict[int | None, HandIn]:
    rows = HandIn.objects.filter(submission__in=submissions).order_by("submission_id", "-number")
    return {one.submission_id: one for one in rows.distinct("submission_id")}


def _passed_and_begun(student: User, items: list[AssignmentItem]) -> tuple[frozenset[int], frozenset[int]]:
    """Ids of the items whose exercise she has passed, and of those that she has begun."""
    exercises = {item.exercise_id for item in items if item.exercise_id}
    works = Work.objects.filter(student=student, exercise__in=exercises)
    started = set(works.values_list("exercise_id", flat=True))
    reported = Attempt.objects.filter(work__in=works, passed=True)
    passed = set(reported.order_by().values_list("work__exercise_id", flat=True).distinct())
    templates = set(
        ItemWork.objects.filter(student=student, item__in=items).values_list("item_id", flat=True)
    )
    return (
        frozenset(item.pk for item in items if item.exercise_id in passed),
        frozenset(item.pk for item in items if item.exercise_id in started or item.pk in templates),
    )
