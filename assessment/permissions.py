"""Who may do what with assignments and submissions."""

from accounts.models import User
from accounts.permissions import can_see_work_of, is_administrator
from assessment.models import Assignment, Submission


def can_see_assignment(user: User, assignment: Assignment) -> bool:
    """Its author, whoever teaches one of its classes, and administrators."""
    if not user.is_staff:
        return False
    if assignment.author_id == user.pk or is_administrator(user):
        return True
    return assignment.classrooms.filter(teachers=user).exists()


def can_change_assignment(user: User, assignment: Assignment) -> bool:
    """Its author, administrators, and whoever teaches all of its classes."""
    if not user.is_staff:
        return False
    if assignment.author_id == user.pk or is_administrator(user):
        return True
    classrooms = assignment.classrooms.all()
    return classrooms.exists() and not classrooms.exclude(teachers=user).exists()


def can_mark(user: User, submission: Submission) -> bool:
    """Staff who see both the student's work and the assignment."""
    student, assignment = submission.student, submission.assignment
    return user.is_staff and can_see_work_of(user, student) and can_see_assignment(user, assignment)
