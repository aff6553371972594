"""Closed sets of the projects app."""

from django.db.models import TextChoices


class Purpose(TextChoices):
    """What a project is for."""

    OWN = "own", "Own project"
    EXERCISE = "exercise", "Exercise"
    ASSIGNMENT = "assignment", "Assignment"
