"""Closed sets of the accounts app."""

from django.db import models


class Role(models.TextChoices):
    """What a person is in the school; it decides what she may see and do."""

    STUDENT = "student", "Student"
    TEACHER = "teacher", "Teacher"
    ADMINISTRATOR = "administrator", "Administrator"
