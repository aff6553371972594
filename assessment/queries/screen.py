"""Everything that the marking screen shows of one submission, in a fixed number of queries."""

from collections.abc import Iterable
from dataclasses import dataclass

from accounts.models import User
from assessment.models import (
    AssignmentItem,
    GroupMember,
    HandIn,
    HandInItem,
    LineComment,
    Marking,
    Release,
    Submission,
    SubmissionEvent,
    Verdict,
)
from assessment.queries.begun import begun_projects
from assessment.queries.counting import counting_verdicts
from assessment.queries.marking import (
    Content,
    Tally,
    comments_on,
    contents,
    is_released_as_it_is,
    joint_hand_ins,
)
from exercises.models import Attempt
from projects.models import Project


@dataclass(frozen=True, slots=True)
class Marked:
    """What is noted of a hand-in, and what was shown of it. `others` are in the group; `differs`: not marked alike."""

    hand_in: HandIn
    is_latest: bool
    tally: Tally
    rows: dict[int, HandInItem]
    verdicts: dict[int, Verdict]
    marking: Marking | None
    comments: list[LineComment]
    releases: list[Release]
    is_released: bool
    others: list[User]
    differs: bool


@dataclass(frozen=True, slots=True)
class Screen:
    """A submission; `marked` is None where nothing was handed in, and `begun` then holds the work as it is now."""

    submission: Submission
    group: str
    events: list[SubmissionEvent]
    items: list[AssignmentItem]
    hand_ins: list[HandIn]
    marked: Marked | None
    begun: dict[int, Project]


def screen_of(submission: Submission, teacher: User, number: int | None = None) -> Screen:
    """The hand-in of this number, the latest without one. Raises HandIn.DoesNotExist."""
    hand_ins = list(submission.hand_ins.select_related("by"))
    chosen = next((one for one in hand_ins if number in (None, one.number)), None)
    if chosen is None and number is not None:
        raise HandIn.DoesNotExist
    member = GroupMember.objects.filter(assignment=submission.assignment_id, student=submission.student_id)
    return Screen(
        submission=submission,
        group=member.values_list("group__name", flat=True).first() or "",
        events=list(submission.events.select_related("by")),
        items=list(submission.assignment.items.select_related("exercise").defer("template")),
        hand_ins=hand_ins,
        marked=_marked(chosen, submission, teacher, is_latest=chosen is hand_ins[0]) if chosen else None,
        begun=begun_projects(submission) if chosen is None else {},
    )


def _marked(hand_in: HandIn, submission: Submission, teacher: User, *, is_latest: bool) -> Marked:
    hand_in.submission = submission
    others = list(joint_hand_ins(hand_in, teacher)) if is_latest else []
    found = contents([hand_in, *others])
    tally, content = found[hand_in.pk]
    rows = hand_in.items.select_related("attempt__snapshot", "attempt__version", "attempt__work", "snapshot")
    by_item = {row.item_id: row for row in rows.defer("attempt__version__recorded")}
    marking = Marking.objects.filter(hand_in=hand_in).select_related("by").first()
    releases = list(hand_in.releases.select_related("by"))
    if marking is not None:
        marking.hand_in = hand_in
    return Marked(
        hand_in=hand_in,
        is_latest=is_latest,
        tally=tally,
        rows=by_item,
        verdicts=_verdicts(row.attempt for row in by_item.values() if row.attempt),
        marking=marking,
        comments=list(comments_on([hand_in])),
        releases=releases,
        is_released=marking is not None
        and is_released_as_it_is(marking, tally, content, releases[0] if releases else None),
        others=[one.submission.student for one in others],
        differs=any(_differ(found[hand_in.pk], found[one.pk]) for one in others),
    )


def _verdicts(attempts: Iterable[Attempt]) -> dict[int, Verdict]:
    """The verdict that counts with its results, by attempt."""
    counting = [one.pk for one in counting_verdicts(attempts).values()]
    found = Verdict.objects.filter(pk__in=counting).select_related("version").defer("version__recorded")
    return {one.attempt_id: one for one in found}


def _differ(one: tuple[Tally, Content], other: tuple[Tally, Content]) -> bool:
    """Whether two members of a group are marked otherwise."""
    parts = ("rubric", "feedback", "comments")
    return one[0].mark != other[0].mark or any(one[1][part] != other[1][part] for part in parts)
