"""Where a student stands with an assignment: made, and changed, in one place."""

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from assessment.enums import Progress
from assessment.models import Assignment, Submission, SubmissionEvent


@transaction.atomic
def submission_of(*, assignment: Assignment, student: User, by: User) -> Submission:
    """The student's submission, made with its first event when there is none. Locked until the transaction ends."""
    submission, is_new = Submission.objects.get_or_create(assignment=assignment, student=student)
    if is_new:
        SubmissionEvent.objects.create(submission=submission, state=submission.state, by=by)
    return Submission.objects.select_for_update(no_key=True).get(pk=submission.pk)


@transaction.atomic
def change_state(
    *, submission: Submission, state: Progress, by: User | None, note: str = ""
) -> SubmissionEvent:
    """Put a submission into a state and write down when, by whom, and a word of why. `note` has 200 letters at most."""
    submission.state = state
    submission.changed_at = timezone.now()
    submission.save(update_fields=["state", "changed_at", "redo_due_at"])
    return SubmissionEvent.objects.create(submission=submission, state=state, by=by, note=note[:200])
