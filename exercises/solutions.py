"""When the solution of an exercise waits, though a student has passed."""

from exercises.models import Work
from projects.assigned import assigned_to


def is_held_back(work: Work) -> bool:
    """Whether the exercise is part of an assignment of hers that is not over: what is handed in is her own."""
    assigned = assigned_to(work.student, work.project)
    return assigned is not None and not assigned.is_over
