"""The page of a class: its students, its code, and the ways to everything that is done with it."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.contrib.admin import ModelAdmin
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from accounts.admin.base import person
from accounts.admin.classrooms.objects import classroom_or_404, page_context
from accounts.models import Classroom, User
from accounts.queries import classrooms_visible_to, places_visible_to


@dataclass(frozen=True)
class Student:
    """A row of the table: a student and the names of her other classes that the person who asks may see."""

    person: User
    other_classes: list[str]


@require_safe
def class_page(request: HttpRequest, admin: ModelAdmin, object_id: str) -> HttpResponse:
    """The page. What its buttons do stands at addresses of their own."""
    classroom = classroom_or_404(admin, request, object_id)
    asker = person(request)
    students = students_of_class(asker, classroom)
    context = {
        **page_context(admin, request, classroom, classroom.name),
        "teachers": list(classroom.teachers.order_by("display_name", "username")),
        "students": students,
        "without_password": sum(not one.person.has_own_password for one in students),
        "without_code": any(one.person.needs_code for one in students),
        "targets": other_classrooms(asker, classroom),
        "links": class_links(classroom),
    }
    return TemplateResponse(request, "admin/accounts/classroom/page.html", context)


def students_of_class(asker: User, classroom: Classroom) -> list[Student]:
    """The students of a class, by name."""
    places = places_visible_to(asker, classroom)
    rows = [
        Student(place.student, [one.name for one in place.student.shown_classrooms if one.pk != classroom.pk])  # type: ignore[attr-defined]
        for place in places
    ]
    return sorted(rows, key=lambda row: (str(row.person).casefold(), row.person.username))


def other_classrooms(asker: User, classroom: Classroom) -> list[Classroom]:
    """Where students can be moved or copied to."""
    return list(classrooms_visible_to(asker).filter(archived=False).exclude(pk=classroom.pk))


def class_links(classroom: Classroom) -> list[dict[str, Any]]:
    """The links of apps that stand above this one, which the settings name (CLASSROOM_LINKS)."""
    links = []
    for link in settings.CLASSROOM_LINKS:
        if query := link.get("query"):
            address = f"{reverse(link['route'])}?{urlencode({query: classroom.pk})}"
        else:
            address = reverse(link["route"], args=[classroom.pk])
        links.append({"label": link["label"], "address": address})
    return links
