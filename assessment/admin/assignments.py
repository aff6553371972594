"""Assignments in the back office: the list, and the pages around one."""

from typing import Any, ClassVar
from urllib.parse import urlencode

from django.contrib import admin
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from accounts.admin.base import STAFF, ScopedAdmin, person
from assessment.admin import audience, changing, deciding
from assessment.admin.filters import SetForFilter, StageFilter
from assessment.enums import Stage
from assessment.models import Assignment
from assessment.moments import day_and_time, in_words
from assessment.permissions import can_change_assignment
from assessment.queries.assignments import assignments_visible_to
from assessment.queries.queue import TO_MARK
from assessment.queries.setting import stage_of, with_figures
from assessment.services.assignments import delete_assignment, is_deletable


@admin.register(Assignment)
class AssignmentAdmin(ScopedAdmin):
    """Who sees and who changes one stands in `permissions.py`."""

    visible_to = assignments_visible_to
    may_add = may_change = may_delete = STAFF
    actions = None
    list_display = ("title", "class_names", "due", "stage", "handed_in", "to_mark", "links")
    list_filter = (SetForFilter, StageFilter)
    search_fields = ("title", "category")

    class Media:
        css: ClassVar = {"all": ("assessment/setting.css",)}

    def get_queryset(self, request: HttpRequest) -> QuerySet[Assignment]:
        return with_figures(super().get_queryset(request), person(request))

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        allowed = super().has_change_permission(request, obj)
        return allowed and (not isinstance(obj, Assignment) or can_change_assignment(person(request), obj))

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        allowed = super().has_delete_permission(request, obj) and self.has_change_permission(request, obj)
        return allowed and (not isinstance(obj, Assignment) or is_deletable(obj))

    def delete_model(self, request: HttpRequest, obj: Assignment) -> None:
        delete_assignment(assignment=obj)

    def add_view(self, request: HttpRequest, form_url: str = "", extra_context: Any = None) -> HttpResponse:
        """The form, empty."""
        return changing.add_page(self, request)

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """The form; for whoever only sees the assignment, what stands in it."""
        return changing.change_page(self, request, object_id)

    def get_urls(self) -> list[URLPattern]:
        pages = [
            ("publish", deciding.publish_page),
            ("withdraw", deciding.withdraw_page),
            ("duplicate", deciding.duplicate_page),
            ("archive", deciding.archive_page),
            ("extensions", audience.extensions_page),
            ("groups", audience.groups_page),
        ]
        own = [
            path(f"<path:object_id>/{name}/", self._page(view), name=f"assessment_assignment_{name}")
            for name, view in pages
        ]
        return [*own, *super().get_urls()]

    def _page(self, view: Any) -> Any:
        def page(request: HttpRequest, object_id: str) -> HttpResponse:
            return view(self, request, object_id)

        return self.admin_site.admin_view(page)

    @admin.display(description="Classes")
    def class_names(self, assignment: Assignment) -> str:
        """Those that the person who asks may see."""
        shown = assignment.shown_classrooms  # type: ignore[attr-defined]
        return ", ".join(classroom.name for classroom in shown) or "–"

    @admin.display(description="Due", ordering="due_at")
    def due(self, assignment: Assignment) -> str:
        """When, in words."""
        return in_words(assignment.due_at) if assignment.due_at else "–"

    @admin.display(description="State")
    def stage(self, assignment: Assignment) -> str:
        """Where it stands."""
        stage = stage_of(assignment)
        if stage == Stage.OPENING and assignment.opens_at:
            return f"Opens {day_and_time(assignment.opens_at)}"
        return stage.label

    @admin.display(description="Handed in")
    def handed_in(self, assignment: Assignment) -> str:
        """How many of her students have."""
        return f"{assignment.handed_in} of {assignment.set_for}"  # type: ignore[attr-defined]

    @admin.display(description="To mark")
    def to_mark(self, assignment: Assignment) -> SafeString | str:
        """How many wait for her, as a link to them."""
        number = assignment.to_mark  # type: ignore[attr-defined]
        if not number:
            return "–"
        query = urlencode({"assignment": assignment.pk, "state": TO_MARK})
        submissions = reverse("admin:assessment_submission_changelist")
        return format_html('<a href="{}?{}">{}</a>', submissions, query, number)

    @admin.display(description="Go to")
    def links(self, assignment: Assignment) -> SafeString:
        """Its other pages."""
        progress = reverse("assessment:assignment-progress", args=[assignment.pk])
        copy = reverse("admin:assessment_assignment_duplicate", args=[assignment.pk])
        return format_html('<a href="{}">Progress</a> <a href="{}">Duplicate</a>', progress, copy)
