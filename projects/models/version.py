"""An earlier state of a file."""

from django.conf import settings
from django.db import models

from projects.file_names import LONGEST_PATH
from projects.models.file import ProjectFile


class FileVersion(models.Model):
    """What a file held at `revision`. Saves within two minutes share one, unless it is pinned."""

    file = models.ForeignKey(ProjectFile, on_delete=models.CASCADE, related_name="versions")
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    revision = models.PositiveIntegerField()
    path = models.CharField(max_length=LONGEST_PATH)
    content = models.BinaryField(blank=True)
    size = models.PositiveIntegerField(help_text="Bytes of content.")
    is_binary = models.BooleanField(default=False)
    is_pinned = models.BooleanField(default=False)
    started_at = models.DateTimeField(help_text="When the first save that this version holds was made.")
    saved_at = models.DateTimeField()

    class Meta:
        ordering = ("-revision",)
        constraints = [models.UniqueConstraint(fields=["file", "revision"], name="version_once_a_revision")]

    def __str__(self) -> str:
        return f"{self.path} at revision {self.revision}"
