"""Joining a class with its code."""

from django.core.exceptions import ValidationError
from django.db import transaction

from accounts.models import Classroom, User
from accounts.queries import classroom_of_code
from accounts.services.classrooms import enrol

UNKNOWN = "No class has this code. Look at it once more, or ask your teacher."
CLOSED = "This code is closed at the moment. Ask your teacher to open it."


@transaction.atomic
def join_classroom(*, student: User, code: str) -> Classroom:
    """Enrol the student in the class of this code. Raises ValidationError, one sentence, where it leads nowhere."""
    classroom = classroom_of_code(code)
    if classroom is None:
        raise ValidationError(UNKNOWN, code="unknown")
    if not classroom.joining_open:
        raise ValidationError(CLOSED, code="closed")
    enrol(student=student, classroom=classroom)
    return classroom
