"""Closed sets of the assessment app."""

from django.db.models import TextChoices


class BatchKind(TextChoices):
    """Why a teacher's browser runs attempts again."""

    VERIFY = "verify", "Verify"
    REGRADE = "regrade", "Regrade"


class State(TextChoices):
    """Where a student stands with an exercise, in the order in which a grid sorts them."""

    NOT_STARTED = "not-started", "Not started"
    STARTED = "started", "Started"
    REPORTED = "reported", "Reported"
    VERIFIED = "verified", "Verified"
    DISAGREEMENT = "disagreement", "Disagreement"
