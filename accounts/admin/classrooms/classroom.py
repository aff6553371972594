"""The list of classes, making one, and the addresses of its pages."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin import ModelAdmin
from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import URLPattern, path

from accounts import services
from accounts.admin.base import STAFF, ScopedAdmin, person
from accounts.admin.classrooms import export, join_sheet, page, roster, settings, slips, students
from accounts.admin.forms import AddClassroomForm
from accounts.enums import Role
from accounts.models import Classroom, User
from accounts.queries import classrooms_visible_to

ClassView = Callable[[HttpRequest, ModelAdmin, str], HttpResponseBase]


def staff_visible_to(user: User) -> QuerySet[User]:
    """Who can teach a class; only administrators choose when a class is made."""
    staff = User.objects.filter(role__in=[Role.TEACHER, Role.ADMINISTRATOR], is_active=True)
    return staff if user.is_administrator else staff.none()


@admin.register(Classroom)
class ClassroomAdmin(ScopedAdmin):
    """Teachers make classes, fill and share them; administrators do so for everybody."""

    visible_to = classrooms_visible_to
    choices = {"teachers": staff_visible_to}
    may_add = may_change = STAFF
    list_display = ("name", "teacher_names", "student_count", "state")
    list_filter = ("archived",)
    search_fields = ("name",)
    ordering = ("archived", "name")
    filter_horizontal = ("teachers",)
    form = AddClassroomForm

    def get_queryset(self, request: HttpRequest) -> QuerySet[Classroom]:
        rows = super().get_queryset(request).prefetch_related("teachers")
        return rows.annotate(student_total=Count("enrolments"))

    def get_fields(self, request: HttpRequest, obj: Any = None) -> list[Any]:
        return ["name", "teachers"] if person(request).is_administrator else ["name"]

    def save_model(self, request: HttpRequest, obj: Classroom, form: forms.ModelForm, change: bool) -> None:
        """A teacher's new class is hers. Classes are only made here: their own page changes them."""
        asker = person(request)
        teachers = form.cleaned_data["teachers"] if asker.is_administrator else [asker]
        made = services.add_classroom(name=obj.name, teachers=teachers)
        obj.__dict__.update(made.__dict__)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Nothing: the service has named the teachers."""

    def response_add(
        self, request: HttpRequest, obj: Classroom, post_url_continue: str | None = None
    ) -> HttpResponse:
        """To the list of students, which comes next."""
        return redirect("admin:accounts_classroom_change", obj.pk)

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """The class's page in place of Django's form."""
        return page.class_page(request, self, object_id)

    def get_urls(self) -> list[URLPattern]:
        return [
            self._own("settings/", "settings", settings.settings_page),
            self._own("students/", "students", students.students_page),
            self._own("roster/", "roster", roster.roster_page),
            self._own("slips/", "slips", slips.slips_page),
            self._own("join-sheet/", "join_sheet", join_sheet.join_sheet),
            self._own("csv/", "csv", export.class_csv),
            *super().get_urls(),
        ]

    @admin.display(description="Teachers")
    def teacher_names(self, classroom: Classroom) -> str:
        """Who teaches the class."""
        return ", ".join(str(teacher) for teacher in classroom.teachers.all()) or "nobody yet"

    @admin.display(description="Students", ordering="student_total")
    def student_count(self, classroom: Classroom) -> int:
        """How many students the class has."""
        return classroom.student_total  # type: ignore[attr-defined]

    @admin.display(description="State", ordering="archived")
    def state(self, classroom: Classroom) -> str:
        """Whether it was put away."""
        return "archived" if classroom.archived else ""

    def _own(self, tail: str, name: str, view: ClassView) -> URLPattern:
        """An address below `…/ID/`, behind the door of the back office."""

        def behind_the_door(request: HttpRequest, object_id: str) -> HttpResponseBase:
            return view(request, self, object_id)

        return path(
            f"<path:object_id>/{tail}",
            self.admin_site.admin_view(behind_the_door),
            name=f"accounts_classroom_{name}",
        )
