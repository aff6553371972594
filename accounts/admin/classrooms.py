"""Classes in the back office."""

from typing import Any

from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest

from accounts.admin.base import ADMINISTRATORS, STAFF, ScopedAdmin, ScopedInline, person
from accounts.enums import Role
from accounts.models import Classroom, Enrolment, User
from accounts.queries import classrooms_visible_to, students_visible_to


def enrolments_visible_to(user: User) -> QuerySet[Enrolment]:
    """The places of students whom this person may see, in classes that she may see."""
    return Enrolment.objects.filter(
        classroom__in=classrooms_visible_to(user).values("pk"),
        student__in=students_visible_to(user).values("pk"),
    )


def staff_visible_to(user: User) -> QuerySet[User]:
    """Who can teach a class; only administrators choose."""
    staff = User.objects.filter(role__in=[Role.TEACHER, Role.ADMINISTRATOR], is_active=True)
    return staff if user.is_administrator else staff.none()


class EnrolmentInline(ScopedInline):
    """The students of a class."""

    model = Enrolment
    visible_to = enrolments_visible_to
    choices = {"student": students_visible_to}
    may_add = may_delete = STAFF
    autocomplete_fields = ("student",)
    verbose_name = "student"
    verbose_name_plural = "students"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Enrolment]:
        return super().get_queryset(request).select_related("student", "classroom")


@admin.register(Classroom)
class ClassroomAdmin(ScopedAdmin):
    """Administrators make classes and say who teaches them; a teacher fills her own."""

    visible_to = classrooms_visible_to
    choices = {"teachers": staff_visible_to}
    may_add = ADMINISTRATORS
    may_change = STAFF
    list_display = ("name", "teacher_names", "student_count", "archived")
    list_filter = ("archived",)
    search_fields = ("name",)
    filter_horizontal = ("teachers",)
    inlines = (EnrolmentInline,)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Classroom]:
        rows = super().get_queryset(request).prefetch_related("teachers")
        return rows.annotate(student_total=Count("enrolments"))

    def get_fields(self, request: HttpRequest, obj: Any = None) -> list[Any]:
        return ["name", "teachers" if person(request).is_administrator else "teacher_names", "archived"]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        return [] if person(request).is_administrator else ["name", "teacher_names", "archived"]

    @admin.display(description="Teachers")
    def teacher_names(self, classroom: Classroom) -> str:
        """Who teaches the class."""
        return ", ".join(str(teacher) for teacher in classroom.teachers.all()) or "nobody yet"

    @admin.display(description="Students", ordering="student_total")
    def student_count(self, classroom: Classroom) -> int:
        """How many students the class has."""
        return classroom.student_total  # type: ignore[attr-defined]
