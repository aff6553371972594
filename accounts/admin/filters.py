"""Filters beside lists. They name only what the person may see."""

from typing import Any

from django.contrib.admin import ModelAdmin, SimpleListFilter
from django.db.models import QuerySet
from django.http import HttpRequest

from accounts.admin.base import person
from accounts.models import Enrolment
from accounts.queries import classrooms_visible_to


class ClassroomFilter(SimpleListFilter):
    """One of the person's classes. `student_field` leads from a row to its student."""

    title = "class"
    parameter_name = "class"
    student_field = "pk"

    def lookups(self, request: HttpRequest, model_admin: ModelAdmin) -> list[tuple[str, str]]:
        classrooms = classrooms_visible_to(person(request)).filter(archived=False)
        return [(str(classroom.pk), classroom.name) for classroom in classrooms]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        chosen = self.value()
        if chosen is None:
            return queryset
        if chosen not in {str(key) for key, _ in self.lookup_choices}:
            return queryset.none()
        students = Enrolment.objects.filter(classroom=int(chosen)).values("student")
        return queryset.filter(**{f"{self.student_field}__in": students})
