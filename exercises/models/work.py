"""A student's work on an exercise."""

from django.conf import settings
from django.db import models

from exercises.models.exercise import Exercise
from projects.models import Project


class Work(models.Model):
    """The project in which a person works on an exercise. It goes with the person, and keeps the exercise."""

    exercise = models.ForeignKey(Exercise, on_delete=models.PROTECT, related_name="works")
    student = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="exercise_works"
    )
    project = models.OneToOneField(Project, on_delete=models.CASCADE, related_name="exercise_work")
    hints_opened = models.PositiveIntegerField(default=0)
    started_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["exercise", "student"], name="work_once_an_exercise")]

    def __str__(self) -> str:
        return f"{self.exercise} by {self.student}"
