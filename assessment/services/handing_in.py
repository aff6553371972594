"""Beginning an assignment, opening its items, handing in, and collecting what nobody handed in."""

from datetime import datetime, timedelta
from uuid import uuid4

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from accounts.models import User
from assessment.enums import LatePolicy, Progress
from assessment.errors import HandInError
from assessment.limits import HAND_INS
from assessment.models import (
    Assignment,
    AssignmentItem,
    GroupMember,
    HandIn,
    HandInItem,
    ItemWork,
    LineComment,
    Marking,
    Submission,
)
from assessment.queries.times import times_of
from assessment.receipts import new_receipt
from assessment.services.states import change_state, submission_of
from assessment.services.taking import Taken, take
from assessment.times import Times, times_for
from exercises.document import digest
from exercises.document.files import bytes_of
from exercises.services import open_exercise
from projects.enums import Purpose
from projects.models import Project, ProjectFile
from projects.models.project import LONGEST_PROJECT_NAME
from projects.services import add_project

NOT_OPEN = "This assignment is not open yet."
NOT_PUBLISHED = "This exercise is not published at the moment. Ask your teacher."
CLOSED = "This assignment has closed, so nothing can be handed in any more. Ask your teacher."
TOO_LATE = "This assignment was due, and late work is not taken. Ask your teacher."
COMPLETE = "This assignment is complete. Your teacher can return it for another try."
BEING_MARKED = "Your teacher has begun to mark what you handed in. Ask for it back if you want to change it."
NOTHING = "You have not begun anything of this assignment yet."
TOO_OFTEN = "You have handed this in {times} times, which is all there is room for. Ask your teacher."


@transaction.atomic
def begin(*, student: User, assignment: Assignment) -> Submission:
    """The student's submission, made when she has none. Raises HandInError before the assignment opens."""
    _refuse_unopened(assignment, times_for(assignment), timezone.now())
    return submission_of(assignment=assignment, student=student, by=student)


@transaction.atomic
def open_item(*, submission: Submission, item: AssignmentItem) -> Project:
    """The student's own project for an item of the assignment, made when she has none.

    Raises HandInError for an exercise that is not published, SaveError when she has no room for its files.
    """
    Submission.objects.select_for_update(no_key=True).get(pk=submission.pk)  # two tabs must not both make one
    if item.exercise is None:
        return _open_template(submission.student, item)
    if item.exercise.published is None:
        raise HandInError(NOT_PUBLISHED)
    return open_exercise(person=submission.student, exercise=item.exercise).project


@transaction.atomic
def hand_in(*, submission: Submission, by: User) -> HandIn:
    """Hand in all that is begun, as it is saved. In a group each member gets a hand-in; the answer is `submission`'s.

    The very same once more, before it is marked, gives the hand-in that is there. The times of `submission` hold for
    the whole group; members whose work is complete or being marked keep what they have. Raises HandInError.
    """
    return _hand_in(submission.assignment, submission.student, by)


@transaction.atomic
def begin_and_hand_in(*, student: User, assignment: Assignment) -> HandIn:
    """Hand in, also for who has begun nothing herself while her group has. Raises HandInError, and nothing is begun."""
    return _hand_in(assignment, student, student)


def _hand_in(assignment: Assignment, student: User, by: User) -> HandIn:
    now = timezone.now()
    _refuse_unopened(assignment, times_for(assignment), now)
    places = _locked_places(assignment, student, by)
    own = places[0]
    taken = take(own, [place.student for place in places[1:]])
    if known := _same_hand_in(own, taken):
        return known
    times = times_of(own)
    _refuse(own.assignment, own, times, now)
    if not taken:
        raise HandInError(NOTHING)
    open_places = [own, *(place for place in places[1:] if not _is_settled(place))]
    return _write(open_places, taken, by, now, times.late_by(now), times.penalty(now), "")


@transaction.atomic
def collect(*, submission: Submission, by: User) -> HandIn:
    """Hand in for a student who has not done so, also after closing. Late is measured when she saved last.

    Raises HandInError when she has handed in, or has begun nothing.
    """
    now = timezone.now()
    places = _locked_places(submission.assignment, submission.student, by)
    own = places[0]
    if own.state not in (Progress.IN_PROGRESS, Progress.RETURNED):
        raise HandInError(f"{own.student} has handed in already.")
    taken = take(own, [place.student for place in places[1:]])
    if not taken:
        raise HandInError(f"{own.student} has not begun anything.")
    saved_at = _saved_at(taken) or now
    times = times_of(own)
    open_places = [own, *(place for place in places[1:] if not _is_settled(place))]
    late_by, penalty = times.late_by(saved_at), times.penalty(saved_at)
    return _write(open_places, taken, by, now, late_by, penalty, "Collected by the teacher. ")


def refusal(assignment: Assignment, submission: Submission | None, times: Times, now: datetime) -> str:
    """Why nothing can be handed in at that moment, in one sentence; empty when it can. None: not begun."""
    try:
        _refuse(assignment, submission, times, now)
    except HandInError as error:
        return str(error)
    return ""


def _locked_places(assignment: Assignment, student: User, by: User) -> list[Submission]:
    """The submissions of the student and of her group, hers first.

    Locked in the order of their keys, as marking locks them, so that nobody waits for each other.
    """
    group = GroupMember.objects.filter(assignment=assignment, group__members__student=student)
    students = {student.pk: student} | {
        one.student_id: one.student for one in group.select_related("student")
    }
    places = Submission.objects.filter(assignment=assignment, student__in=students)
    for key in sorted(students.keys() - set(places.values_list("student_id", flat=True))):
        submission_of(assignment=assignment, student=students[key], by=by)
    locked = places.select_related("assignment", "student").select_for_update(no_key=True, of=("self",))
    return sorted(locked.order_by("pk"), key=lambda place: place.student_id != student.pk)


def _refuse(assignment: Assignment, submission: Submission | None, times: Times, now: datetime) -> None:
    """Raise HandInError, saying why nothing can be handed in."""
    _refuse_unopened(assignment, times, now)
    if submission is not None:
        _refuse_settled(submission)
    if times.is_closed(now):
        raise HandInError(CLOSED)
    if times.late_policy == LatePolicy.REFUSED and times.late_by(now):
        raise HandInError(TOO_LATE)


def _refuse_settled(submission: Submission) -> None:
    if submission.state == Progress.COMPLETE:
        raise HandInError(COMPLETE)
    if _is_settled(submission):
        raise HandInError(BEING_MARKED)
    if submission.hand_ins.count() >= HAND_INS:
        raise HandInError(TOO_OFTEN.format(times=HAND_INS))


def _refuse_unopened(assignment: Assignment, times: Times, now: datetime) -> None:
    if assignment.is_draft or not times.is_open(now):
        raise HandInError(NOT_OPEN)


def _is_settled(submission: Submission) -> bool:
    """Whether what was handed in is complete, or is being marked."""
    if submission.state != Progress.HANDED_IN:
        return submission.state == Progress.COMPLETE
    last = submission.hand_ins.first()
    begun = Marking.objects.filter(hand_in=last), LineComment.objects.filter(handed_in__hand_in=last)
    return any(rows.exists() for rows in begun)


def _same_hand_in(submission: Submission, taken: list[Taken]) -> HandIn | None:
    """The hand-in that counts, when it is not returned and holds exactly this."""
    if submission.state != Progress.HANDED_IN:
        return None
    last = submission.hand_ins.first()
    held = {(row.item_id, row.attempt_id, row.snapshot_id) for row in last.items.all()} if last else set()
    return last if held == {one.key for one in taken} else None


def _write(
    places: list[Submission],
    taken: list[Taken],
    by: User,
    now: datetime,
    late_by: timedelta,
    penalty: int,
    note: str,
) -> HandIn:
    """A hand-in for each place; the first place's is given back."""
    sha256 = digest([[one.item.pk, one.sha256] for one in taken])
    joint = uuid4() if len(places) > 1 else None
    made = []
    for place in places:
        last = place.hand_ins.first()
        hand_in = HandIn.objects.create(
            submission=place,
            number=last.number + 1 if last else 1,
            receipt=_free_receipt(),
            by=by,
            joint=joint,
            handed_in_at=now,
            late_by=late_by,
            penalty=penalty,
            sha256=sha256,
        )
        HandInItem.objects.bulk_create(
            HandInItem(hand_in=hand_in, item=one.item, attempt=one.attempt, snapshot=one.snapshot)
            for one in taken
        )
        others = (
            f"{by} handed in for the group. " if joint and not note and by.pk != place.student_id else note
        )
        change_state(
            submission=place, state=Progress.HANDED_IN, by=by, note=f"{others}Receipt {hand_in.receipt}"
        )
        made.append(hand_in)
    return made[0]


def _free_receipt() -> str:
    while HandIn.objects.filter(receipt=(receipt := new_receipt())).exists():
        pass
    return receipt


def _saved_at(taken: list[Taken]) -> datetime | None:
    """When a file of this was saved last."""
    files = ProjectFile.objects.filter(project__in=[one.project for one in taken])
    return files.aggregate(last=Max("saved_at"))["last"]


def _open_template(student: User, item: AssignmentItem) -> Project:
    known = ItemWork.objects.filter(item=item, student=student).select_related("project__owner").first()
    if known:
        return known.project
    template = item.template or {}
    project = add_project(
        owner=student,
        name=item.title[:LONGEST_PROJECT_NAME],
        files={file["path"]: bytes_of(file) for file in template["files"]},
        main_path=template["main"],
        purpose=Purpose.ASSIGNMENT,
    )
    ItemWork.objects.create(item=item, student=student, project=project)
    return project
