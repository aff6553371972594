"""A project: a folder of files that belongs to one person."""

import unicodedata
from collections.abc import Collection

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse

from projects.enums import Purpose
from projects.file_names import LONGEST_PATH

LONGEST_PROJECT_NAME = 80


class Project(models.Model):
    """Files that run together, with one that starts.

    Its `purpose` says who manages it: its owner, or the exercise that it is the work on.
    """

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="projects")
    name = models.CharField(max_length=LONGEST_PROJECT_NAME)
    purpose = models.CharField(max_length=10, choices=Purpose.choices, default=Purpose.OWN, editable=False)
    main_path = models.CharField(max_length=LONGEST_PATH, default="main.py")
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now_add=True)
    deleted_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        ordering = ("-changed_at", "-pk")
        indexes = [models.Index(fields=["owner", "-changed_at"])]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(purpose__in=Purpose.values), name="project_purpose_is_known"
            )
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The workspace."""
        return reverse("projects:workspace", args=[self.pk])

    def clean_fields(self, exclude: Collection[str] | None = None) -> None:
        self.name = " ".join(self.name.split())
        super().clean_fields(exclude)

    def clean(self) -> None:
        if any(unicodedata.category(character) == "Cc" for character in self.name):
            raise ValidationError({"name": "A name must not contain control characters."})
