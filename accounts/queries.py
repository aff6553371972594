"""What a person may read of people and classes. Nothing here changes anything."""

from django.db.models import Prefetch, Q, QuerySet

from accounts.codes import normalise_code
from accounts.enums import Role
from accounts.models import Classroom, Enrolment, User


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


def students_ever_taught_by(user: User) -> QuerySet[User]:
    """Students whom this person may put into a class of hers: those of all her classes, also of archived ones, since
    she can bring them back at any time. For administrators all students."""
    if user.is_administrator:
        return User.objects.filter(role=Role.STUDENT)
    taught = Enrolment.objects.filter(classroom__in=classrooms_visible_to(user).values("pk"))
    return User.objects.filter(role=Role.STUDENT, pk__in=taught.values("student"))


def classroom_of_code(typed: str) -> Classroom | None:
    """The class whose present code somebody typed, unless it is archived. The code may be closed."""
    code = normalise_code(typed)
    return Classroom.objects.filter(join_code=code, archived=False).first() if code else None


def colleagues_for(classroom: Classroom) -> QuerySet[User]:
    """Who could teach this class as well: the school's active teachers and administrators, by name."""
    staff = User.objects.filter(role__in=[Role.TEACHER, Role.ADMINISTRATOR], is_active=True)
    return staff.exclude(pk__in=classroom.teachers.values("pk")).order_by("display_name", "username")


def places_visible_to(user: User, classroom: Classroom) -> QuerySet[Enrolment]:
    """The places of a class with their students, whose `shown_classrooms` are those that this person may see too."""
    own = classrooms_visible_to(user).filter(archived=False)
    return (
        classroom.enrolments.filter(student__in=students_visible_to(user).values("pk"))
        .select_related("student")
        .prefetch_related(Prefetch("student__classrooms", queryset=own, to_attr="shown_classrooms"))
    )
