"""Who of an assignment's students has other times, and who works with whom. Nothing here changes anything."""

from collections.abc import Iterable

from accounts.models import User
from assessment.enums import Progress
from assessment.models import Assignment, Extension, Group, GroupMember, Submission


def extensions_of(assignment: Assignment, students: Iterable[User]) -> dict[int, Extension]:
    """By student."""
    given = assignment.extensions.filter(student__in=students).select_related("by")
    return {one.student_id: one for one in given}


def groups_of(assignment: Assignment) -> list[Group]:
    """All groups, by name."""
    return list(assignment.groups.all())


def group_places(assignment: Assignment) -> dict[int, int]:
    """The group of each student who is in one, by student."""
    return dict(GroupMember.objects.filter(assignment=assignment).values_list("student", "group"))


def handed_in_by(assignment: Assignment) -> set[int]:
    """The students who have handed in."""
    begun = Submission.objects.filter(assignment=assignment).exclude(state=Progress.IN_PROGRESS)
    return set(begun.values_list("student", flat=True))
