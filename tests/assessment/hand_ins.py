"""Hand-ins as they stand in the database, for tests of what is done with them."""

from datetime import timedelta
from decimal import Decimal
from uuid import UUID, uuid4

from django.utils import timezone

from accounts.models import User
from assessment.enums import Outcome, Progress
from assessment.models import Assignment, HandIn, Marking, ProjectSnapshot, Release
from assessment.services.states import change_state
from exercises.document import digest
from exercises.models import Attempt
from tests import factories


def handed_in(
    assignment: Assignment,
    student: User,
    *attempts: Attempt,
    files: list[dict[str, str]] | None = None,
    joint: UUID | None = None,
    penalty: int = 0,
) -> HandIn:
    """A hand-in of these attempts, and of `files` for the item that is a project."""
    submission = factories.submission(assignment, student)
    made = HandIn.objects.create(
        submission=submission,
        number=submission.hand_ins.count() + 1,
        receipt=uuid4().hex[:8].upper(),
        by=student,
        joint=joint,
        handed_in_at=timezone.now(),
        late_by=timedelta(days=penalty // 10),
        penalty=penalty,
        sha256=digest([]),
    )
    by_exercise = {attempt.work.exercise_id: attempt for attempt in attempts}
    for item in assignment.items.all():
        if item.exercise_id in by_exercise:
            made.items.create(item=item, attempt=by_exercise[item.exercise_id])
        elif item.template is not None and files is not None:
            snapshot = ProjectSnapshot.objects.create(
                owner=student, sha256=digest(files), main="main.py", files=files, size=1
            )
            made.items.create(item=item, snapshot=snapshot)
    change_state(submission=submission, state=Progress.HANDED_IN, by=student)
    return made


def released(
    hand_in: HandIn, points: int | str, of: int | str = 10, outcome: str = Outcome.COMPLETE
) -> Release:
    """What its student is shown of her marks."""
    marks = {"points": Decimal(points), "of": Decimal(of), "outcome": outcome}
    Marking.objects.update_or_create(hand_in=hand_in, defaults=marks)
    made = Release.objects.create(hand_in=hand_in, content={}, **marks)
    change_state(submission=hand_in.submission, state=Progress(outcome), by=None)
    return made
