"""Which times hold for a student. Nothing here changes anything."""

from assessment.enums import Outcome
from assessment.models import Extension, Release, Submission
from assessment.times import Times, times_for


def times_of(submission: Submission) -> Times:
    """The times of this student, with her extension and with a return for another try."""
    extension = Extension.objects.filter(
        assignment=submission.assignment_id, student=submission.student_id
    ).first()
    was_returned = Release.objects.filter(hand_in__submission=submission, outcome=Outcome.RETURNED).exists()
    return times_for(submission.assignment, extension, submission, was_returned=was_returned)
