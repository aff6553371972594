"""The parts of an assignment: what is worked on, and the rubric that it is marked with."""

from django.db import models
from django.db.models import Q

from assessment.models.assignment import Assignment
from exercises.models import Exercise


class AssignmentItem(models.Model):
    """An exercise, or a project that starts from a template.

    `template` is `{"main": path, "files": [FILE]}` as an exercise's document writes files; it was copied from a
    teacher's project when she chose that, and stays as it is when she changes the project.
    """

    assignment = models.ForeignKey(Assignment, on_delete=models.CASCADE, related_name="items")
    position = models.PositiveIntegerField(default=0)
    exercise = models.ForeignKey(
        Exercise, on_delete=models.PROTECT, null=True, blank=True, related_name="assignment_items"
    )
    title = models.CharField(max_length=120, blank=True, help_text="Of a project. Exercises have their own.")
    template = models.JSONField(null=True, blank=True)
    points = models.PositiveIntegerField(default=10, help_text="What passing every check gives.")

    class Meta:
        ordering = ("position", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=["assignment", "exercise"],
                name="item_exercise_once_an_assignment",
                violation_error_message="This exercise is in the assignment already.",
            ),
            models.CheckConstraint(
                condition=Q(exercise__isnull=True) ^ Q(template__isnull=True), name="item_is_one_thing"
            ),
            models.CheckConstraint(
                condition=Q(exercise__isnull=False) | Q(points=0), name="item_projects_have_no_checks"
            ),
        ]

    def __str__(self) -> str:
        return self.exercise.title if self.exercise else self.title


class Criterion(models.Model):
    """A line of the rubric. `levels` is a list of `{"points": number, "text": str}`, the best first, or empty."""

    assignment = models.ForeignKey(Assignment, on_delete=models.CASCADE, related_name="criteria")
    position = models.PositiveIntegerField(default=0)
    title = models.CharField(max_length=120)
    points = models.PositiveIntegerField(default=5, help_text="The most that it can give.")
    levels = models.JSONField(default=list, blank=True)

    class Meta:
        verbose_name_plural = "criteria"
        ordering = ("position", "pk")

    def __str__(self) -> str:
        return self.title
