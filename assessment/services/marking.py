"""Marking hand-ins, and showing students what was marked."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from assessment.enums import Outcome, Progress
from assessment.errors import ChangedMeanwhileError, MarkingError, NotDecidedError, NotLatestError
from assessment.marks import CENT, points_text
from assessment.models import (
    Assignment,
    Criterion,
    CriterionMark,
    HandIn,
    Marking,
    Release,
    Submission,
    SubmissionEvent,
)
from assessment.queries.counting import latest_hand_ins
from assessment.queries.marking import (
    Content,
    Tally,
    contents,
    is_latest,
    is_released_as_it_is,
    joint_hand_ins,
    latest_releases,
    tallies,
)
from assessment.services.states import change_state

LARGEST = Decimal("99999.99")
LONGEST_FEEDBACK = 20_000  # characters
LATEST_DUE = timedelta(days=5 * 366)
UNDECIDED = "Decide first: Return for another try, or Complete."
HANDED_IN_AGAIN = "The student has handed in again. Open the new hand-in to mark it."


@dataclass(frozen=True, slots=True)
class Notes:
    """What a teacher has noted; `points` are by criterion, and lines that are not in it have none."""

    feedback: str
    override: Decimal | None
    outcome: Outcome
    redo_due_at: datetime | None
    points: Mapping[int, Decimal]


@transaction.atomic
def save_marking(
    *,
    hand_in: HandIn,
    by: User,
    revision: int,
    feedback: str = "",
    override: Decimal | None = None,
    outcome: str = Outcome.UNDECIDED,
    redo_due_at: datetime | None = None,
    points: Mapping[int, Decimal] | None = None,
    whole_group: bool = True,
) -> Marking:
    """Keep what is noted of a hand-in, for the others of its group too, and work out the mark.

    `revision` is the one that the teacher's page knows, 0 for the first. Raises ChangedMeanwhileError when somebody
    else has saved since, NotLatestError for a hand-in that no longer counts, and MarkingError with one sentence.
    """
    others = _locked(hand_in, by, whole_group)
    marking = begin_marking(hand_in=hand_in, by=by)
    if marking.revision != revision:
        raise ChangedMeanwhileError("Somebody else has saved this marking meanwhile.")
    is_returned = outcome == Outcome.RETURNED
    notes = Notes(feedback, override, Outcome(outcome), redo_due_at if is_returned else None, points or {})
    _check(notes, hand_in, marking)
    for each in [marking, *(begin_marking(hand_in=one, by=by) for one in others)]:
        _note(each, notes, by)
    count_marks([hand_in, *others])
    return Marking.objects.get(pk=marking.pk)


@transaction.atomic
def release(*, marking: Marking, by: User, whole_group: bool = True) -> Release:
    """Show the student what is noted, and put her submission into the outcome's state. The release that she sees.

    What she sees already is not released again. Raises NotDecidedError without an outcome, and NotLatestError.
    """
    hand_in = marking.hand_in
    others = _locked(hand_in, by, whole_group)
    marking = Marking.objects.get(pk=marking.pk)
    if marking.outcome == Outcome.UNDECIDED:
        raise NotDecidedError(UNDECIDED)
    _release([hand_in, *others], by)
    return latest_releases([hand_in])[hand_in.pk]


@transaction.atomic
def release_all(*, assignment: Assignment, students: Iterable[User], by: User) -> int:
    """Release what is decided of these students and not released as it is; how many releases that made."""
    chosen = User.objects.filter(pk__in=[one.pk for one in students])
    list(
        Submission.objects.select_for_update(no_key=True)
        .filter(assignment=assignment, student__in=chosen)
        .order_by("student_id")
    )
    return _release(list(latest_hand_ins(assignment, chosen)), by)


@transaction.atomic
def begin_marking(*, hand_in: HandIn, by: User) -> Marking:
    """The marking of a hand-in, made when there is none. From then on the student cannot hand in again unasked."""
    marking, is_new = Marking.objects.get_or_create(hand_in=hand_in, defaults={"by": by, "revision": 0})
    if is_new:
        count_marks([hand_in])
        marking.refresh_from_db(fields=["points", "of"])
    return marking


@transaction.atomic
def excuse(*, submission: Submission, by: User, excused: bool) -> Submission:
    """Leave a submission out of the gradebook, or count it again. Student and teacher see when and by whom."""
    submission = Submission.objects.select_for_update(no_key=True).get(pk=submission.pk)
    if submission.excused == excused:
        return submission
    submission.excused = excused
    submission.save(update_fields=["excused"])
    note = "Excused" if excused else "No longer excused"
    SubmissionEvent.objects.create(submission=submission, state=submission.state, by=by, note=note)
    return submission


def lock_latest(hand_ins: Iterable[HandIn]) -> None:
    """Lock their submissions, in the order of handing in. Raises NotLatestError for what no longer counts."""
    hand_ins = list(hand_ins)
    keys = [one.submission_id for one in hand_ins]
    list(Submission.objects.select_for_update(no_key=True).filter(pk__in=keys).order_by("student_id"))
    if not all(is_latest(one) for one in hand_ins):
        raise NotLatestError(HANDED_IN_AGAIN)


def _locked(hand_in: HandIn, by: User, whole_group: bool) -> list[HandIn]:
    """The others' hand-ins that are marked with this one, after all are locked."""
    others = list(joint_hand_ins(hand_in, by)) if whole_group else []
    lock_latest([hand_in, *others])
    return others


def _check(notes: Notes, hand_in: HandIn, before: Marking) -> None:
    criteria = {
        one.pk: one for one in Criterion.objects.filter(assignment__submissions=hand_in.submission_id)
    }
    for key, points in notes.points.items():
        if key not in criteria:
            raise MarkingError("The rubric was changed meanwhile. Reload the page.")
        _check_points(points, f"“{criteria[key].title}”", Decimal(criteria[key].points))
    if notes.override is not None:
        _check_points(notes.override, "A mark", LARGEST)
    if len(notes.feedback) > LONGEST_FEEDBACK:
        raise MarkingError(f"The feedback is too long: it may have {LONGEST_FEEDBACK:,} characters.")
    now = timezone.now()
    is_new = notes.redo_due_at != before.redo_due_at
    if notes.redo_due_at and is_new and not now < notes.redo_due_at < now + LATEST_DUE:
        raise MarkingError("The new due time must be still to come, and within five years.")


def _check_points(points: Decimal, what: str, most: Decimal) -> None:
    if not points.is_finite() or not 0 <= points <= most or points != points.quantize(CENT):
        raise MarkingError(f"{what} is a number from 0 to {most}, with two decimal places at most.")


def _note(marking: Marking, notes: Notes, by: User) -> None:
    marking.feedback, marking.override = notes.feedback, notes.override
    marking.outcome, marking.redo_due_at = notes.outcome, notes.redo_due_at
    marking.by, marking.revision = by, marking.revision + 1
    marking.save()
    marking.criterion_marks.exclude(criterion__in=notes.points).delete()
    rows = [
        CriterionMark(marking=marking, criterion_id=key, points=value) for key, value in notes.points.items()
    ]
    CriterionMark.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["marking", "criterion"], update_fields=["points"]
    )


def count_marks(hand_ins: list[HandIn]) -> dict[int, Tally]:
    """Write down what each comes to, where its marking has begun."""
    found = tallies(hand_ins)
    for key, tally in found.items():
        Marking.objects.filter(hand_in=key).update(points=tally.mark.points, of=tally.mark.of)
    return found


def _release(hand_ins: list[HandIn], by: User) -> int:
    markings = {
        one.hand_in_id: one
        for one in Marking.objects.filter(hand_in__in=[each.pk for each in hand_ins]).select_related(
            "hand_in__submission"
        )
        if one.outcome != Outcome.UNDECIDED
    }
    decided = [one for one in hand_ins if one.pk in markings]
    count_marks(decided)
    seen = latest_releases(decided)
    made = 0
    for key, (tally, content) in contents(decided).items():
        if is_released_as_it_is(markings[key], tally, content, seen.get(key)):
            continue
        _show(markings[key], tally, content, by, again=key in seen)
        made += 1
    return made


def _show(marking: Marking, tally: Tally, content: Content, by: User, *, again: bool) -> None:
    mark: dict[str, Any] = {"points": tally.mark.points, "of": tally.mark.of}
    Release.objects.create(hand_in=marking.hand_in, outcome=marking.outcome, content=content, by=by, **mark)
    submission = marking.hand_in.submission
    submission.redo_due_at = marking.redo_due_at
    note = (
        f"{'Marked again' if again else 'Marked'}: {points_text(mark['points'])} of {points_text(mark['of'])}"
    )
    change_state(submission=submission, state=Progress(marking.outcome), by=by, note=note)
