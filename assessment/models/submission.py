"""A student's submission to an assignment, and how it came to where it is."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from assessment.enums import Progress
from assessment.models.assignment import Assignment
from assessment.models.parts import AssignmentItem
from exercises.models.immutable import Immutable
from projects.models import Project


class Submission(models.Model):
    """Made when the student first opens the assignment, or when her teacher first deals with her work.

    `redo_due_at` is set when it is returned: until then another try is not late. `excused` leaves it out of the
    gradebook.
    """

    assignment = models.ForeignKey(Assignment, on_delete=models.CASCADE, related_name="submissions")
    student = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="submissions"
    )
    state = models.CharField(max_length=12, choices=Progress.choices, default=Progress.IN_PROGRESS)
    redo_due_at = models.DateTimeField(null=True, blank=True)
    excused = models.BooleanField(default=False)
    started_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-changed_at", "-pk")
        constraints = [
            models.UniqueConstraint(fields=["assignment", "student"], name="submission_once_a_student"),
            models.CheckConstraint(condition=Q(state__in=Progress.values), name="submission_state_is_known"),
        ]

    def __str__(self) -> str:
        return f"{self.student}: {self.assignment}"


class SubmissionEvent(Immutable):
    """A change of state: when, by whom, with a word of what happened. Student and teacher both see it."""

    submission = models.ForeignKey(Submission, on_delete=models.CASCADE, related_name="events")
    state = models.CharField(max_length=12, choices=Progress.choices)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    note = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ("at", "pk")

    def __str__(self) -> str:
        return f"{self.get_state_display()}, {self.at:%Y-%m-%d %H:%M}"


class ItemWork(models.Model):
    """The project in which a student works on an item that starts from a template."""

    item = models.ForeignKey(AssignmentItem, on_delete=models.CASCADE, related_name="works")
    student = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    project = models.OneToOneField(Project, on_delete=models.CASCADE, related_name="assignment_work")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["item", "student"], name="item_work_once_a_student")]

    def __str__(self) -> str:
        return f"{self.item} by {self.student}"
