"""In which order a teacher goes through the submissions of an assignment."""

from django.db.models import OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from accounts.models import Classroom, Enrolment, User
from assessment.enums import Outcome, Progress
from assessment.models import Assignment, HandIn, Submission
from assessment.queries.assignments import submissions_visible_to

TO_MARK = "to-mark"
BY_NAME = ("student__display_name", "student__username", "pk")


def marking_queue(
    teacher: User, assignment: Assignment, *, classroom: Classroom | None = None, state: str = ""
) -> QuerySet[Submission]:
    """Those that she may mark, by name: of one class, or in one state. An unknown state has none."""
    found = submissions_visible_to(teacher).filter(assignment=assignment)
    if classroom is not None:
        found = found.filter(student__in=Enrolment.objects.filter(classroom=classroom).values("student"))
    return in_state(found, state).order_by(*BY_NAME)


def in_state(submissions: QuerySet[Submission], state: str) -> QuerySet[Submission]:
    """Those in a state, all for an empty one. “To mark” is handed in and not decided yet."""
    if state == TO_MARK:
        latest = HandIn.objects.filter(submission=OuterRef("pk")).order_by("-number")
        outcome = Coalesce(Subquery(latest.values("marking__outcome")[:1]), Value(Outcome.UNDECIDED.value))
        return submissions.alias(decision=outcome).filter(
            state=Progress.HANDED_IN, decision=Outcome.UNDECIDED
        )
    return submissions.filter(state=state) if state else submissions
