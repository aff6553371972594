"""Which assignments and submissions a person may read. Nothing here changes anything."""

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from accounts.enums import Role
from accounts.models import Classroom, Enrolment, User
from accounts.queries import classrooms_visible_to, students_visible_to
from assessment.models import Assignment, Submission


def assignments_visible_to(user: User) -> QuerySet[Assignment]:
    """For staff: one's own and those set for one's classes; for administrators all."""
    if not user.is_staff:
        return Assignment.objects.none()
    if user.is_administrator:
        return Assignment.objects.all()
    taught = Assignment.classrooms.through.objects.filter(
        assignment=OuterRef("pk"), classroom__in=classrooms_visible_to(user).values("pk")
    )
    return Assignment.objects.filter(Q(author=user) | Exists(taught))


def assignments_open_to(student: User) -> QuerySet[Assignment]:
    """What a student finds: published, opened, and set for a class of hers; and all that she has begun."""
    return Assignment.objects.filter(
        Q(opens_at__isnull=True) | Q(opens_at__lte=timezone.now()) | Exists(_begun(student)),
        Exists(_set_for(student)) | Exists(_begun(student)),
        published_at__isnull=False,
    )


def classrooms_in(assignment: Assignment, teacher: User) -> QuerySet[Classroom]:
    """Those of the assignment's classes that she sees and that are not put away."""
    return classrooms_visible_to(teacher).filter(assignments=assignment, archived=False)


def students_set(assignment: Assignment, teacher: User, classroom: Classroom | None = None) -> QuerySet[User]:
    """Her students of the assignment, by name: in its classes (or in one), or with a submission to it."""
    classrooms = classrooms_in(assignment, teacher)
    if classroom is not None:
        classrooms = classrooms.filter(pk=classroom.pk)
    enrolled = Enrolment.objects.filter(classroom__in=classrooms.values("pk"))
    found = Q(pk__in=enrolled.values("student"))
    if classroom is None:
        found |= Q(pk__in=Submission.objects.filter(assignment=assignment).values("student"))
    students = students_visible_to(teacher).filter(found, role=Role.STUDENT)
    return students.order_by("display_name", "username")


def submissions_visible_to(user: User) -> QuerySet[Submission]:
    """For staff: those of students whom one sees, to assignments that one sees. Students have none here."""
    return Submission.objects.filter(
        assignment__in=assignments_visible_to(user).values("pk"),
        student__in=students_visible_to(user).values("pk"),
    )


def submissions_of(student: User) -> QuerySet[Submission]:
    """One's own."""
    return Submission.objects.filter(student=student)


def _set_for(student: User) -> QuerySet:
    return Assignment.classrooms.through.objects.filter(
        assignment=OuterRef("pk"), classroom__archived=False, classroom__enrolments__student=student
    )


def _begun(student: User) -> QuerySet:
    return Submission.objects.filter(assignment=OuterRef("pk"), student=student)
