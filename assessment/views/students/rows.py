"""What the addresses of students' pages name, for whoever may see it."""

from django.shortcuts import get_object_or_404

from accounts.models import User
from assessment.models import Assignment
from assessment.queries.assignments import assignments_open_to


def assignment_for(person: User, assignment_id: int) -> Assignment:
    """An assignment that is open to her. Raises Http404."""
    return get_object_or_404(assignments_open_to(person), pk=assignment_id)
