"""Making people and deciding what they are."""

from django.core.exceptions import ValidationError
from django.db import transaction

from accounts.enums import Role
from accounts.models import Classroom, Enrolment, User


@transaction.atomic
def add_person(
    *, username: str, display_name: str = "", role: str = Role.STUDENT, password: str | None = None
) -> User:
    """A new person; without `password` she needs a code to sign in. Raises ValidationError."""
    person = User(username=username, display_name=display_name, role=role)
    person.set_password(password)
    person.full_clean()
    person.save()
    return person


@transaction.atomic
def change_role(*, person: User, role: str) -> User:
    """Make a person a student, a teacher or an administrator; places in classes that no longer fit end.

    Raises ValidationError for the last administrator: nobody could manage the school any more.
    """
    administrators = User.objects.select_for_update().filter(role=Role.ADMINISTRATOR, is_active=True)
    if person.role == Role.ADMINISTRATOR != role and not administrators.exclude(pk=person.pk).exists():
        raise ValidationError("A school needs at least one administrator.")
    person.role = role
    person.full_clean()
    person.save(update_fields=["role"])
    if person.is_student:
        Classroom.teachers.through.objects.filter(user=person).delete()
    else:
        Enrolment.objects.filter(student=person).delete()
    return person
