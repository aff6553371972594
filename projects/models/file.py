"""A file of a project, as it is now."""

import uuid

from django.db import models
from django.db.models import Q

from projects.file_names import LONGEST_PATH
from projects.models.project import Project


class ProjectFile(models.Model):
    """A file. The browser makes its id, so that a file made without a network keeps its name for good.

    `path_key` is what clashes (see `file_names.path_key`); it is stored because PostgreSQL's own `lower`
    depends on the locale of the server. `recent` holds what the latest requests were answered, newest last
    (see `services/replays.py`).
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="files")
    path = models.CharField(max_length=LONGEST_PATH)
    path_key = models.CharField(max_length=LONGEST_PATH * 3, editable=False)
    content = models.BinaryField(blank=True)
    size = models.PositiveIntegerField(help_text="Bytes of content.")
    is_binary = models.BooleanField(default=False)
    revision = models.PositiveIntegerField(default=1)
    recent = models.JSONField(default=list, blank=True, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    saved_at = models.DateTimeField()
    deleted_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        ordering = ("path_key",)
        constraints = [
            models.UniqueConstraint(
                fields=["project", "path_key"],
                condition=Q(deleted_at__isnull=True),
                name="file_path_once_a_project",
            )
        ]

    def __str__(self) -> str:
        return self.path
