"""Students' projects in the back office: to find and open, never to change."""

from typing import Any

from django.contrib import admin
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest
from django.utils.html import format_html

from accounts.admin.base import ScopedAdmin
from accounts.admin.filters import ClassroomFilter
from projects.models import Project
from projects.queries import projects_visible_to


class OwnersClassroomFilter(ClassroomFilter):
    """Projects of one class's students."""

    student_field = "owner"


@admin.register(Project)
class ProjectAdmin(ScopedAdmin):
    """A teacher finds the work of her students and opens it, read-only, in the workspace."""

    visible_to = projects_visible_to
    list_display = ("name", "owner", "file_count", "changed_at", "open_link")
    list_filter = (OwnersClassroomFilter,)
    list_select_related = ("owner",)
    search_fields = ("name", "owner__username", "owner__display_name")
    fields = ("name", "owner", "main_path", "created_at", "changed_at", "open_link")
    readonly_fields = fields

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        live = Count("files", filter=Q(files__deleted_at__isnull=True))
        return super().get_queryset(request).annotate(live_files=live)

    @admin.display(description="Files", ordering="live_files")
    def file_count(self, project: Project) -> int:
        """How many files the project has."""
        return project.live_files  # type: ignore[attr-defined]

    @admin.display(description="Workspace")
    def open_link(self, project: Project) -> str:
        """A link to the workspace, which is read-only for everybody but the owner."""
        return format_html('<a href="{}">Open</a>', project.get_absolute_url())
