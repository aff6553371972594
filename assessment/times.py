"""When a student may hand in, and how late she is. Knows no database; times are aware datetimes."""

import math
from dataclasses import dataclass
from datetime import datetime, timedelta

from assessment.enums import LatePolicy, Progress
from assessment.models import Assignment, Extension, Submission

DAY = timedelta(days=1)
NO_TIME = timedelta(0)


@dataclass(frozen=True, slots=True)
class Times:
    """What holds for one student: her extension and a return for another try are counted in."""

    opens_at: datetime | None
    due_at: datetime | None
    closes_at: datetime | None
    late_policy: LatePolicy
    late_percent: int

    def is_open(self, now: datetime) -> bool:
        """Whether she may see it yet."""
        return self.opens_at is None or self.opens_at <= now

    def takes_work(self, now: datetime) -> bool:
        """Whether anything can be handed in at this moment."""
        refused = self.late_policy == LatePolicy.REFUSED and self.late_by(now) > NO_TIME
        return self.is_open(now) and not refused and not self.is_closed(now)

    def is_closed(self, now: datetime) -> bool:
        """Whether it has closed for good."""
        return self.closes_at is not None and self.closes_at < now

    def late_by(self, at: datetime) -> timedelta:
        """How long after it was due; zero when in time."""
        return NO_TIME if self.due_at is None else max(at - self.due_at, NO_TIME)

    def penalty(self, at: datetime) -> int:
        """Percent of all points that handing in then costs: for each day that has begun, 100 at most."""
        if self.late_policy != LatePolicy.PERCENT:
            return 0
        return min(math.ceil(self.late_by(at) / DAY) * self.late_percent, 100)


def times_for(
    assignment: Assignment,
    extension: Extension | None = None,
    submission: Submission | None = None,
    *,
    was_returned: bool = False,
) -> Times:
    """The times of one student.

    An extension replaces what it names, and closing never comes before what is due. Returned work is due when the
    teacher said, and can be handed in though the assignment has closed since; the same holds while such another try
    waits to be marked (`was_returned`: an earlier hand-in was), so that it can still be replaced.
    """
    due_at = (extension and extension.due_at) or assignment.due_at
    closes_at = (extension and extension.closes_at) or assignment.closes_at
    if submission is not None and _is_another_try(submission, was_returned):
        due_at, closes_at = submission.redo_due_at, None
    if due_at and closes_at and closes_at < due_at:
        closes_at = due_at
    return Times(
        assignment.opens_at, due_at, closes_at, LatePolicy(assignment.late_policy), assignment.late_percent
    )


def _is_another_try(submission: Submission, was_returned: bool) -> bool:
    if submission.state == Progress.HANDED_IN:
        return was_returned
    return submission.state == Progress.RETURNED
