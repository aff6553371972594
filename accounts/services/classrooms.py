"""Making classes and filling them."""

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db import transaction

from accounts.models import Classroom, Enrolment, User


@transaction.atomic
def add_classroom(*, name: str, teachers: Iterable[User] = ()) -> Classroom:
    """A new class. Raises ValidationError, also for a teacher who is a student."""
    teachers = list(teachers)
    if any(teacher.is_student for teacher in teachers):
        raise ValidationError("Only teachers can teach a class.")
    classroom = Classroom(name=name)
    classroom.full_clean()
    classroom.save()
    classroom.teachers.set(teachers)
    return classroom


@transaction.atomic
def enrol(*, student: User, classroom: Classroom) -> Enrolment:
    """Put a student into a class, once. Raises ValidationError for people who are not students."""
    if not student.is_student:
        raise ValidationError("Only students can be enrolled.")
    enrolment, _ = Enrolment.objects.get_or_create(student=student, classroom=classroom)
    return enrolment
