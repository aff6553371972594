"""Filters beside the list of assignments."""

from collections.abc import Iterator
from typing import Any

from django.contrib.admin import ModelAdmin, SimpleListFilter
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone

from accounts.admin.filters import ClassroomFilter
from assessment.enums import Stage
from assessment.models import Assignment
from assessment.queries.setting import in_stage


class SetForFilter(ClassroomFilter):
    """Those that are set for one of the person's classes."""

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        chosen = self.value()
        if chosen is None:
            return queryset
        if chosen not in {str(key) for key, _ in self.lookup_choices}:
            return queryset.none()
        return queryset.filter(classrooms=int(chosen))


class StageFilter(SimpleListFilter):
    """Where they stand. Without a choice, what is archived stays out."""

    title = "state"
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: ModelAdmin) -> list[tuple[str, str]]:
        return list(Stage.choices)

    def choices(self, changelist: Any) -> Iterator[Any]:
        shown = super().choices(changelist)
        yield {**next(shown), "display": "All but archived"}
        yield from shown

    def queryset(self, request: HttpRequest, queryset: QuerySet[Assignment]) -> QuerySet[Assignment]:
        chosen = self.value()
        if chosen is None:
            return queryset.filter(archived=False)
        return (
            in_stage(queryset, Stage(chosen), timezone.now()) if chosen in Stage.values else queryset.none()
        )
