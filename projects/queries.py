"""What a person may read of projects. Nothing here changes anything."""

from django.db.models import Count, Q, QuerySet

from accounts.enums import Role
from accounts.models import Classroom, User
from accounts.queries import classrooms_visible_to, students_of, students_visible_to
from projects.enums import Purpose
from projects.models import FileVersion, Project, ProjectFile


def projects_visible_to(user: User) -> QuerySet[Project]:
    """Live projects: one's own, those of a teacher's students, everybody's for administrators."""
    live = Project.objects.filter(deleted_at__isnull=True)
    if user.is_administrator:
        return live
    if user.is_staff:
        return live.filter(Q(owner=user) | Q(owner__in=students_of(user).values("pk")))
    return live.filter(owner=user)


def projects_of(user: User) -> QuerySet[Project]:
    """One's own live projects, those of exercises left out, the one changed last first."""
    return Project.objects.filter(owner=user, purpose=Purpose.OWN, deleted_at__isnull=True)


def deleted_projects_of(user: User) -> QuerySet[Project]:
    """What the owner can bring back, the one deleted last first."""
    return Project.objects.filter(owner=user, deleted_at__isnull=False).order_by("-deleted_at")


def files_visible_to(user: User) -> QuerySet[ProjectFile]:
    """Files of the projects that this person may see; deleted ones only for the owner, who can undo."""
    return ProjectFile.objects.filter(project__in=projects_visible_to(user)).filter(
        Q(deleted_at__isnull=True) | Q(project__owner=user)
    )


def versions_visible_to(user: User) -> QuerySet[FileVersion]:
    """Versions of the files that this person may see."""
    return FileVersion.objects.filter(file__in=files_visible_to(user)).select_related("author")


def recent_work_of_students(user: User) -> QuerySet[Project]:
    """Projects of the students whom this person may see, the one changed last first."""
    students = students_visible_to(user).filter(role=Role.STUDENT).values("pk")
    return Project.objects.filter(deleted_at__isnull=True, owner__in=students).select_related("owner")


def classes_overview(user: User) -> QuerySet[Classroom]:
    """The classes that this person sees and that are not archived, each with `student_total`."""
    return classrooms_visible_to(user).filter(archived=False).annotate(student_total=Count("enrolments"))
