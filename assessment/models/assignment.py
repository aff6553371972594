"""An assignment: what a teacher sets for classes."""

from collections.abc import Collection as Names

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from accounts.models import Classroom
from assessment.enums import LatePolicy


class Assignment(models.Model):
    """Items to work on, until when, and for whom. Students see it once it is published and has opened.

    Times are moments; pages show and take them in the school's time zone. An extension moves them for one student.
    """

    title = models.CharField(max_length=120)
    text = models.TextField(blank=True, help_text="Markdown. Stands above the work.")
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    classrooms = models.ManyToManyField(
        Classroom, related_name="assignments", blank=True, verbose_name="classes"
    )
    published_at = models.DateTimeField(null=True, blank=True, editable=False)
    opens_at = models.DateTimeField(
        "opens", null=True, blank=True, help_text="Students do not see it before. Empty: at once."
    )
    due_at = models.DateTimeField("due", null=True, blank=True)
    closes_at = models.DateTimeField(
        "closes", null=True, blank=True, help_text="Nothing can be handed in afterwards. Empty: never."
    )
    late_policy = models.CharField(max_length=10, choices=LatePolicy.choices, default=LatePolicy.MARKED)
    late_percent = models.PositiveSmallIntegerField(
        "percent a day", default=10, help_text="What each day that has begun costs, of all points."
    )
    category = models.CharField(
        max_length=60, blank=True, help_text="For the gradebook, such as Homework or Test."
    )
    counts = models.BooleanField("counts in the gradebook", default=True)
    archived = models.BooleanField(default=False, help_text="Put away: it is no longer listed.")
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = (F("due_at").desc(nulls_last=True), "-pk")
        constraints = [
            models.CheckConstraint(
                condition=Q(late_policy__in=LatePolicy.values), name="assignment_late_policy_is_known"
            ),
            models.CheckConstraint(condition=Q(late_percent__lte=100), name="assignment_late_percent_fits"),
            models.CheckConstraint(
                condition=Q(opens_at__isnull=True) | Q(due_at__isnull=True) | Q(opens_at__lt=F("due_at")),
                name="assignment_opens_before_due",
                violation_error_message="It must open before it is due.",
            ),
            models.CheckConstraint(
                condition=Q(due_at__isnull=True) | Q(closes_at__isnull=True) | Q(due_at__lte=F("closes_at")),
                name="assignment_due_before_closing",
                violation_error_message="It cannot close before it is due.",
            ),
            models.CheckConstraint(
                condition=Q(opens_at__isnull=True)
                | Q(closes_at__isnull=True)
                | Q(opens_at__lt=F("closes_at")),
                name="assignment_opens_before_closing",
                violation_error_message="It must open before it closes.",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def clean_fields(self, exclude: Names[str] | None = None) -> None:
        self.title = " ".join(self.title.split())
        self.category = " ".join(self.category.split())
        super().clean_fields(exclude)

    @property
    def is_draft(self) -> bool:
        """Whether students cannot see it, whatever the time."""
        return self.published_at is None
