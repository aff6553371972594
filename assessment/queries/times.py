"""Which times hold for a student. Nothing here changes anything."""

from collections.abc import Iterable

from accounts.models import User
from assessment.enums import Outcome
from assessment.models import Assignment, Extension, Release, Submission
from assessment.times import Times, times_for


def times_of(submission: Submission) -> Times:
    """The times of its student."""
    _, times = times_in(submission.student, [submission.assignment])[submission.assignment_id]
    return times


def times_in(student: User, assignments: Iterable[Assignment]) -> dict[int, tuple[Submission | None, Times]]:
    """By assignment: the student's submission, and her times with her extension and a return for another try.

    Three queries, however many there are.
    """
    assignments = list(assignments)
    own = {"student": student, "assignment__in": assignments}
    submissions = {one.assignment_id: one for one in Submission.objects.filter(**own)}
    extensions = {one.assignment_id: one for one in Extension.objects.filter(**own)}
    releases = Release.objects.filter(
        hand_in__submission__in=submissions.values(), outcome=Outcome.RETURNED
    ).order_by()
    returned = set(releases.values_list("hand_in__submission__assignment_id", flat=True).distinct())
    found = {}
    for one in assignments:
        submission = submissions.get(one.pk)
        was_returned = one.pk in returned
        times = times_for(one, extensions.get(one.pk), submission, was_returned=was_returned)
        found[one.pk] = (submission, times)
    return found
