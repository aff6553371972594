"""What a person may read of people and classes. Nothing here changes anything."""

from django.db.models import Q, QuerySet

from accounts.enums import Role
from accounts.models import Classroom, User


def classrooms_visible_to(user: User) -> QuerySet[Classroom]:
    """Every class for administrators, a teacher's own classes, none for students."""
    if user.is_administrator:
        return Classroom.objects.all()
    if user.is_staff:
        return Classroom.objects.filter(
            pk__in=Classroom.teachers.through.objects.filter(user=user).values("classroom")
        )
    return Classroom.objects.none()


def students_of(teacher: User) -> QuerySet[User]:
    """The students in the teacher's classes that are not archived."""
    if not teacher.is_staff:
        return User.objects.none()
    return User.objects.filter(
        role=Role.STUDENT,
        pk__in=User.objects.filter(
            enrolments__classroom__teachers=teacher, enrolments__classroom__archived=False
        ).values("pk"),
    )


def students_visible_to(user: User) -> QuerySet[User]:
    """Whose work this person may look at, herself left out: for administrators everybody."""
    if user.is_administrator:
        return User.objects.exclude(pk=user.pk)
    return students_of(user)


def people_visible_to(user: User) -> QuerySet[User]:
    """Everybody for administrators; herself and her students for a teacher; herself for a student."""
    if user.is_administrator:
        return User.objects.all()
    return User.objects.filter(Q(pk=user.pk) | Q(pk__in=students_of(user).values("pk")))
