"""What was published."""

from django.conf import settings
from django.db import models

from exercises.models.exercise import Exercise
from exercises.models.immutable import Immutable


class ExerciseVersion(Immutable):
    """A published state of an exercise: its document, and what was recorded from the solution."""

    exercise = models.ForeignKey(Exercise, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    document = models.JSONField()
    recorded = models.JSONField(default=dict)
    document_sha256 = models.CharField(max_length=64)
    recorded_sha256 = models.CharField(max_length=64)
    published_at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ("-number",)
        constraints = [
            models.UniqueConstraint(fields=["exercise", "number"], name="version_number_once_an_exercise")
        ]

    def __str__(self) -> str:
        return f"{self.exercise}, version {self.number}"
