"""Classes: who teaches whom."""

from collections.abc import Collection

from django.conf import settings
from django.db import models

from accounts.codes import WRITTEN_LENGTH, new_code
from accounts.enums import Role


class Classroom(models.Model):
    """A class. Its teachers see the work of its students, for as long as it is not archived."""

    name = models.CharField(max_length=100)
    teachers = models.ManyToManyField(
        settings.AUTH_USER_MODEL,
        related_name="taught_classrooms",
        blank=True,
        limit_choices_to={"role__in": [Role.TEACHER, Role.ADMINISTRATOR]},
    )
    students = models.ManyToManyField(
        settings.AUTH_USER_MODEL, through="accounts.Enrolment", related_name="classrooms", blank=True
    )
    archived = models.BooleanField(
        default=False,
        help_text="Put a class away when its year is over. Its teachers no longer see its students.",
    )
    join_code = models.CharField(max_length=WRITTEN_LENGTH, unique=True, default=new_code, editable=False)
    joining_open = models.BooleanField("students may join", default=True, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = "class"
        verbose_name_plural = "classes"
        ordering = ("name",)
        constraints = [
            models.UniqueConstraint(
                fields=["name"],
                condition=models.Q(archived=False),
                name="classroom_name_once",
                violation_error_message="There is a class with this name.",
            )
        ]

    def __str__(self) -> str:
        return self.name

    def clean_fields(self, exclude: Collection[str] | None = None) -> None:
        self.name = " ".join(self.name.split())
        super().clean_fields(exclude)


class Enrolment(models.Model):
    """A student's place in a class."""

    classroom = models.ForeignKey(
        Classroom, on_delete=models.CASCADE, related_name="enrolments", verbose_name="class"
    )
    student = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="enrolments",
        limit_choices_to={"role": Role.STUDENT},
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("student__username",)
        constraints = [
            models.UniqueConstraint(
                fields=["classroom", "student"],
                name="enrolment_once_a_class",
                violation_error_message="This student is in the class already.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.student} in {self.classroom}"
