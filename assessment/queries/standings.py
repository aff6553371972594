"""Where students stand with assignments: state, hand-in, mark. What both Progress and the gradebook show."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal

from django.db.models import OuterRef, QuerySet, Subquery
from django.utils import timezone

from accounts.models import User
from assessment.enums import LatePolicy, Stand
from assessment.marks import percent_of, points_text
from assessment.models import Assignment, Extension, HandIn, Marking, Release, Submission
from assessment.times import NO_TIME, times_for

# The student and the assignment.
Key = tuple[int, int]
STANDS = list(Stand)
LATE_IS_SHOWN = (LatePolicy.MARKED, LatePolicy.PERCENT)


@dataclass(frozen=True, slots=True)
class Earned:
    """`points` of `of`, both as they were when a teacher saved or released them."""

    points: Decimal
    of: Decimal

    def __str__(self) -> str:
        return f"{points_text(self.points)} of {points_text(self.of)}"

    @property
    def percent(self) -> Decimal | None:
        """0 to 100 and above for extra points; None where there is nothing to earn."""
        return percent_of(self.points, self.of)


@dataclass(frozen=True, slots=True)
class Standing:
    """One student's place in one assignment.

    `released` is the mark that she sees and that counts; `draft` what a teacher has noted about her latest hand-in
    and not released as it is. It `is_missing` when it was due and nothing was ever handed in.
    """

    stand: Stand
    submission_id: int | None = None
    is_late: bool = False
    is_missing: bool = False
    released: Earned | None = None
    draft: Earned | None = None

    @property
    def mark(self) -> Earned | None:
        """What a teacher looks at: her draft, else what she released."""
        return self.draft or self.released

    @property
    def words(self) -> str:
        """State and lateness."""
        late = ", late" if self.is_late else ""
        return f"{self.stand.label}{late}{', missing' if self.is_missing else ''}"

    @property
    def texts(self) -> tuple[str, str, str, str, str]:
        """State, lateness, points, of how many, and whether the student sees them; for a spreadsheet."""
        mark = self.mark
        late = "late" if self.is_late else "missing" if self.is_missing else ""
        figures = (
            (points_text(mark.points), points_text(mark.of), "no" if self.draft else "yes")
            if mark
            else ("", "", "")
        )
        return self.stand.label, late, *figures

    @property
    def stand_key(self) -> tuple[int, bool]:
        """For sorting: by state, the late ones last."""
        return STANDS.index(self.stand), self.is_late

    @property
    def mark_key(self) -> tuple[bool, Decimal]:
        """For sorting: those without a mark first."""
        return self.mark is not None, self.mark.points if self.mark else Decimal(0)

    @property
    def mark_words(self) -> str:
        """What was released and what is noted since; empty where there is neither."""
        told = [f"{self.released}, released"] if self.released else []
        return "; ".join([*told, f"{self.draft}, draft"] if self.draft else told)


def standings(assignments: Iterable[Assignment], students: QuerySet[User]) -> dict[Key, Standing]:
    """That of every student with every assignment. Six queries, however many there are."""
    found = {assignment.pk: assignment for assignment in assignments}
    people = students.order_by().values("pk")
    extensions = Extension.objects.filter(assignment__in=found, student__in=people)
    extended = {(one.student_id, one.assignment_id): one for one in extensions}
    submissions = {
        (one.student_id, one.assignment_id): one
        for one in Submission.objects.filter(assignment__in=found, student__in=people)
    }
    marks = _Marks(submissions.values())
    now = timezone.now()
    return {
        (student, pk): _standing(
            assignment, submissions.get((student, pk)), extended.get((student, pk)), marks, now
        )
        for student in students.values_list("pk", flat=True)
        for pk, assignment in found.items()
    }


class _Marks:
    """The hand-ins that count of some submissions, what was released of any, and drafts of those that count."""

    def __init__(self, submissions: Iterable[Submission]) -> None:
        ids = [one.pk for one in submissions]
        latest = HandIn.objects.filter(submission=OuterRef("submission")).order_by("-number").values("pk")[:1]
        last = HandIn.objects.filter(submission__in=ids, pk=Subquery(latest))
        self.late_by: dict[int, timedelta] = dict(last.values_list("submission", "late_by"))
        released = (
            Release.objects.filter(hand_in__submission__in=ids)
            .order_by("hand_in__submission", "-released_at", "-pk")
            .distinct("hand_in__submission")
            .values_list("hand_in__submission", "points", "of", "hand_in", "outcome")
        )
        noted = Marking.objects.filter(hand_in__in=last.values("pk")).values_list(
            "hand_in__submission", "points", "of", "hand_in", "outcome"
        )
        seen = {row[0]: row for row in released}
        self.released = {key: Earned(row[1], row[2]) for key, row in seen.items()}
        self.drafts = {row[0]: Earned(row[1], row[2]) for row in noted if row != seen.get(row[0])}


def _standing(
    assignment: Assignment,
    submission: Submission | None,
    extension: Extension | None,
    marks: _Marks,
    now: datetime,
) -> Standing:
    pk = submission.pk if submission else 0
    is_handed_in = pk in marks.late_by
    is_excused = submission is not None and submission.excused
    times = times_for(assignment, extension)
    due_at = None if assignment.is_draft else times.due_at or times.closes_at
    return Standing(
        stand=_stand(submission),
        submission_id=pk or None,
        is_late=assignment.late_policy in LATE_IS_SHOWN and marks.late_by.get(pk, NO_TIME) > NO_TIME,
        is_missing=bool(due_at and due_at < now and not is_handed_in and not is_excused),
        released=marks.released.get(pk),
        draft=marks.drafts.get(pk),
    )


def _stand(submission: Submission | None) -> Stand:
    if submission is None:
        return Stand.NOT_BEGUN
    return Stand.EXCUSED if submission.excused else Stand(submission.state)
