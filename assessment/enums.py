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
    UNCHECKED = "unchecked", "Handed in, not checked"
    REPORTED = "reported", "Reported"
    VERIFIED = "verified", "Verified"
    DISAGREEMENT = "disagreement", "Disagreement"


class LatePolicy(TextChoices):
    """What happens to work that is handed in after it was due."""

    ACCEPTED = "accepted", "Accepted like any other"
    MARKED = "marked", "Accepted, and shown as late"
    PERCENT = "percent", "Loses a share of its points for each day"
    REFUSED = "refused", "Refused"


class Progress(TextChoices):
    """Where a student stands with an assignment. Each change is dated in a SubmissionEvent."""

    IN_PROGRESS = "in-progress", "In progress"
    HANDED_IN = "handed-in", "Handed in"
    RETURNED = "returned", "Returned"
    COMPLETE = "complete", "Complete"


class Stand(TextChoices):
    """Where a student stands with an assignment as grids show it, in the order in which they sort."""

    NOT_BEGUN = "not-begun", "Not begun"
    IN_PROGRESS = Progress.IN_PROGRESS.value, Progress.IN_PROGRESS.label
    RETURNED = Progress.RETURNED.value, Progress.RETURNED.label
    HANDED_IN = Progress.HANDED_IN.value, Progress.HANDED_IN.label
    COMPLETE = Progress.COMPLETE.value, Progress.COMPLETE.label
    EXCUSED = "excused", "Excused"


class Outcome(TextChoices):
    """What a teacher decided about a hand-in; it becomes the submission's state when it is released."""

    UNDECIDED = "", "Not decided"
    RETURNED = "returned", "Return for another try"
    COMPLETE = "complete", "Complete"


class Stage(TextChoices):
    """Where an assignment itself stands at a moment."""

    DRAFT = "draft", "Draft"
    OPENING = "opening", "Not open yet"
    OPEN = "open", "Open"
    CLOSED = "closed", "Closed"
    ARCHIVED = "archived", "Archived"


class Standing(TextChoices):
    """Where a student stands with an assignment, as her own pages say it."""

    NOT_BEGUN = "not-begun", "Not begun"
    IN_PROGRESS = "in-progress", "In progress"
    HANDED_IN = "handed-in", "Handed in"
    RETURNED = "returned", "Returned for another try"
    COMPLETE = "complete", "Complete"
    MISSED = "missed", "Not handed in"
    EXCUSED = "excused", "Excused"
