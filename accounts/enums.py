"""Closed sets of the accounts app."""

from django.db import models


class Role(models.TextChoices):
    """What a person is in the school; it decides what she may see and do."""

    STUDENT = "student", "Student"
    TEACHER = "teacher", "Teacher"
    ADMINISTRATOR = "administrator", "Administrator"


class Column(models.TextChoices):
    """What a column of a list of students holds."""

    NAME = "name", "Name"
    FIRST = "first", "First name"
    LAST = "last", "Last name"
    USERNAME = "username", "User name"
    LEAVE_OUT = "leave-out", "Leave out"


class Outcome(models.TextChoices):
    """What would happen to a line of a list of students."""

    NEW = "new", "New"
    ENROL = "enrol", "At this school already"
    HERE = "here", "In this class already"
    PROBLEM = "problem", "Problem"
