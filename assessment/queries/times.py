"""Which times hold for a student. Nothing here changes anything."""

from accounts.models import User
from assessment.enums import Outcome
from assessment.models import Assignment, Extension, Release, Submission
from assessment.times import Times, times_for


def times_of(submission: Submission) -> Times:
    """The times of its student."""
    return times_in(submission.student, submission.assignment, submission)


def times_in(student: User, assignment: Assignment, submission: Submission | None) -> Times:
    """The times of a student, with her extension and with a return for another try; `submission` is hers."""
    extension = Extension.objects.filter(assignment=assignment, student=student).first()
    returned = Release.objects.filter(hand_in__submission=submission, outcome=Outcome.RETURNED)
    was_returned = submission is not None and returned.exists()
    return times_for(assignment, extension, submission, was_returned=was_returned)
