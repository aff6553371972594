"""Who may do what with people and classes. Views, the back office and templates ask here."""

from typing import TypeGuard

from django.contrib.auth.models import AnonymousUser

from accounts.models import Classroom, User


def is_staff(user: User | AnonymousUser) -> TypeGuard[User]:
    """Whether the back office is open to this person."""
    return isinstance(user, User) and user.is_active and user.is_staff


def is_administrator(user: User | AnonymousUser) -> TypeGuard[User]:
    """Whether this person manages the people and classes of the whole school."""
    return isinstance(user, User) and user.is_active and user.is_administrator


def teaches(user: User, student: User) -> bool:
    """Whether `student` is in a class of `user` that is not archived."""
    if not user.is_staff:
        return False
    return Classroom.objects.filter(teachers=user, students=student, archived=False).exists()


def can_see_work_of(user: User, owner: User) -> bool:
    """Whether `user` may look at what `owner` made: her own, her students', for administrators all."""
    return user.pk == owner.pk or is_administrator(user) or (owner.is_student and teaches(user, owner))


def can_give_password_code(user: User, person: User) -> bool:
    """Whether `user` may replace the password of `person` by a code and unlock her."""
    if user.pk == person.pk or not user.is_active:
        return False
    return user.is_administrator or (person.is_student and teaches(user, person))
