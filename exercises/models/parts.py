"""The parts of an exercise's working copy: files, checks and hints."""

from django.db import models

from exercises.enums import CheckKind, FileRole, Show
from exercises.models.exercise import Exercise
from projects.file_names import LONGEST_PATH


class ExerciseFile(models.Model):
    """A file. `is_binary` says that the document holds it as base64."""

    exercise = models.ForeignKey(Exercise, on_delete=models.CASCADE, related_name="files")
    role = models.CharField(max_length=10, choices=FileRole.choices, default=FileRole.STARTER)
    position = models.PositiveIntegerField(default=0)
    path = models.CharField("name", max_length=LONGEST_PATH)
    content = models.BinaryField(blank=True)
    is_binary = models.BooleanField(default=False)

    class Meta:
        ordering = ("role", "position", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=["exercise", "role", "path"],
                name="exercise_file_once_a_role",
                violation_error_message="There is a file with this name.",
            ),
            models.CheckConstraint(
                condition=models.Q(role__in=FileRole.values), name="exercise_file_role_is_known"
            ),
        ]

    def __str__(self) -> str:
        return self.path


class Check(models.Model):
    """A check. `key` is its id in the document and stays; `spec` holds the fields of its kind."""

    exercise = models.ForeignKey(Exercise, on_delete=models.CASCADE, related_name="checks")
    position = models.PositiveIntegerField(default=0)
    key = models.SlugField("id", max_length=100)
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=10, choices=CheckKind.choices)
    weight = models.PositiveIntegerField(default=1, help_text="How much it counts.")
    message = models.TextField(blank=True, help_text="Shown when the check fails: what to look at.")
    hidden = models.BooleanField(
        default=False, help_text="Students see only how many hidden checks there are."
    )
    show = models.CharField(max_length=10, choices=Show.choices, default=Show.ALL)
    seconds = models.FloatField(default=5, help_text="How long it may take.")
    spec = models.JSONField(default=dict, blank=True)

    class Meta:
        ordering = ("position", "pk")
        constraints = [
            models.UniqueConstraint(fields=["exercise", "key"], name="check_key_once_an_exercise"),
            models.CheckConstraint(condition=models.Q(kind__in=CheckKind.values), name="check_kind_is_known"),
            models.CheckConstraint(condition=models.Q(show__in=Show.values), name="check_show_is_known"),
        ]

    def __str__(self) -> str:
        return self.name


class Hint(models.Model):
    """A hint, in Markdown. Hints open one by one, in order."""

    exercise = models.ForeignKey(Exercise, on_delete=models.CASCADE, related_name="hints")
    position = models.PositiveIntegerField(default=0)
    text = models.TextField(help_text="Markdown.")

    class Meta:
        ordering = ("position", "pk")

    def __str__(self) -> str:
        return f"Hint {self.position + 1}"
