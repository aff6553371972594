"""A batch: one press of Verify all or Regrade."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from accounts.models import Classroom
from assessment.enums import BatchKind
from assessment.models.assignment import Assignment
from exercises.models import Collection, Exercise


class Batch(models.Model):
    """Attempts of an assignment, a collection or an exercise that one teacher's browser runs again.

    Open until it is finished or cancelled. Its verdicts count from `published_at` on: for a Verify that is when it
    was started, for a Regrade when the teacher has looked at the differences.
    """

    kind = models.CharField(max_length=10, choices=BatchKind.choices)
    collection = models.ForeignKey(
        Collection, on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    exercise = models.ForeignKey(Exercise, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    assignment = models.ForeignKey(
        Assignment, on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    classroom = models.ForeignKey(
        Classroom,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="class",
    )
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    started_at = models.DateTimeField(auto_now_add=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    published_at = models.DateTimeField(null=True, blank=True)
    cancelled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "batches"
        ordering = ("-started_at", "-pk")
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=BatchKind.values), name="batch_kind_is_known"),
            models.CheckConstraint(
                condition=Q(collection__isnull=False, exercise__isnull=True, assignment__isnull=True)
                | Q(collection__isnull=True, exercise__isnull=False, assignment__isnull=True)
                | Q(collection__isnull=True, exercise__isnull=True, assignment__isnull=False),
                name="batch_has_one_scope",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} of {self.assignment or self.collection or self.exercise}"

    @property
    def is_open(self) -> bool:
        """Whether attempts are still to be run."""
        return self.finished_at is None and self.cancelled_at is None

    @property
    def is_draft(self) -> bool:
        """Whether it waits for the teacher to publish or discard it."""
        return self.finished_at is not None and self.published_at is None and self.cancelled_at is None
