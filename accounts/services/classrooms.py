"""Making classes, saying who teaches them and who is in them."""

from collections.abc import Iterable, Sequence

from django.core.exceptions import ValidationError
from django.db import transaction

from accounts.codes import new_code
from accounts.models import Classroom, Enrolment, User


@transaction.atomic
def add_classroom(*, name: str, teachers: Iterable[User] = ()) -> Classroom:
    """A new class with a code to join it. Raises ValidationError, also for a teacher who is a student."""
    teachers = list(teachers)
    _check_staff(teachers)
    classroom = Classroom(name=name)
    classroom.full_clean()
    classroom.save()
    classroom.teachers.set(teachers)
    return classroom


@transaction.atomic
def rename_classroom(*, classroom: Classroom, name: str) -> Classroom:
    """Raises ValidationError for a name that is empty, too long or another class's."""
    classroom.name = name
    classroom.full_clean()
    classroom.save(update_fields=["name"])
    return classroom


@transaction.atomic
def set_archived(*, classroom: Classroom, archived: bool) -> Classroom:
    """Put a class away, or bring it back. Raises ValidationError when another class has its name by now."""
    classroom.archived = archived
    classroom.full_clean()
    classroom.save(update_fields=["archived"])
    return classroom


@transaction.atomic
def add_teacher(*, classroom: Classroom, teacher: User) -> Classroom:
    """Share a class with one more teacher. Raises ValidationError for a student."""
    _check_staff([teacher])
    classroom.teachers.add(teacher)
    return classroom


@transaction.atomic
def leave_classroom(*, classroom: Classroom, teacher: User) -> Classroom:
    """Take a teacher out of a class. Raises ValidationError while nobody else teaches it."""
    Classroom.objects.select_for_update().get(pk=classroom.pk)  # two who leave at once would leave nobody
    if not classroom.teachers.filter(is_active=True).exclude(pk=teacher.pk).exists():
        raise ValidationError("Nobody else teaches this class. Share it first.")
    classroom.teachers.remove(teacher)
    return classroom


@transaction.atomic
def set_teachers(*, classroom: Classroom, teachers: Iterable[User]) -> Classroom:
    """Say who teaches a class. Raises ValidationError for a student."""
    teachers = list(teachers)
    _check_staff(teachers)
    classroom.teachers.set(teachers)
    return classroom


@transaction.atomic
def renew_join_code(*, classroom: Classroom) -> Classroom:
    """Give the class another code; the old one leads nowhere from now on."""
    classroom.join_code = new_code()
    classroom.full_clean()
    classroom.save(update_fields=["join_code"])
    return classroom


@transaction.atomic
def set_joining(*, classroom: Classroom, is_open: bool) -> Classroom:
    """Let the code lead into the class, or not."""
    classroom.joining_open = is_open
    classroom.save(update_fields=["joining_open"])
    return classroom


@transaction.atomic
def enrol(*, student: User, classroom: Classroom) -> Enrolment:
    """Put a student into a class, once. Raises ValidationError for people who are not students."""
    _check_students([student])
    enrolment, _ = Enrolment.objects.get_or_create(student=student, classroom=classroom)
    return enrolment


@transaction.atomic
def enrol_all(*, students: Sequence[User], classroom: Classroom) -> int:
    """Put students into a class; those who are in it already stay. How many were new to it."""
    _check_students(students)
    here = set(classroom.enrolments.values_list("student", flat=True))
    missing = [student for student in students if student.pk not in here]
    places = [Enrolment(student=student, classroom=classroom) for student in missing]
    Enrolment.objects.bulk_create(places, ignore_conflicts=True)
    return len(missing)


@transaction.atomic
def move_students(*, students: Sequence[User], source: Classroom, target: Classroom) -> int:
    """Take students out of one class and put them into another. How many were new to it."""
    moved = enrol_all(students=students, classroom=target)
    take_out(students=students, classroom=source)
    return moved


@transaction.atomic
def take_out(*, students: Sequence[User], classroom: Classroom) -> int:
    """End the students' places in a class; their work stays theirs. How many places ended."""
    ended, _ = classroom.enrolments.filter(student__in=students).delete()
    return ended


def _check_staff(people: Iterable[User]) -> None:
    if any(not one.is_staff for one in people):
        raise ValidationError("Only teachers can teach a class.")


def _check_students(people: Iterable[User]) -> None:
    if any(not one.is_student for one in people):
        raise ValidationError("Only students can be enrolled.")
