"""What is different for some students of an assignment: more time, or work in a group."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from assessment.models.assignment import Assignment


class Extension(models.Model):
    """Other times for one student. What is empty is not extended."""

    assignment = models.ForeignKey(Assignment, on_delete=models.CASCADE, related_name="extensions")
    student = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    due_at = models.DateTimeField("due", null=True, blank=True)
    closes_at = models.DateTimeField("closes", null=True, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["assignment", "student"], name="extension_once_a_student"),
            models.CheckConstraint(
                condition=Q(due_at__isnull=True) | Q(closes_at__isnull=True) | Q(due_at__lte=F("closes_at")),
                name="extension_due_before_closing",
                violation_error_message="It cannot close before it is due.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.student}: {self.assignment}"


class Group(models.Model):
    """Students who hand in together: what one of them hands in counts for all."""

    assignment = models.ForeignKey(Assignment, on_delete=models.CASCADE, related_name="groups")
    name = models.CharField(max_length=60)
    students = models.ManyToManyField(
        settings.AUTH_USER_MODEL, through="assessment.GroupMember", related_name="+"
    )

    class Meta:
        ordering = ("name", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=["assignment", "name"],
                name="group_name_once_an_assignment",
                violation_error_message="There is a group with this name.",
            )
        ]

    def __str__(self) -> str:
        return self.name


class GroupMember(models.Model):
    """A student's place in a group. `assignment` is the group's, so that the database holds: one group each."""

    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="members")
    assignment = models.ForeignKey(Assignment, on_delete=models.CASCADE, related_name="+")
    student = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["assignment", "student"], name="member_of_one_group"),
        ]

    def __str__(self) -> str:
        return f"{self.student} in {self.group}"
