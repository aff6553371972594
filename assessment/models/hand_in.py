"""What was handed in: written once, with a receipt."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from assessment.models.parts import AssignmentItem
from assessment.models.submission import Submission
from exercises.models import Attempt
from exercises.models.immutable import Immutable


class HandIn(Immutable):
    """One press of Hand in; the one with the highest number counts.

    `by` is who pressed it: the student, another member of her group (whose hand-ins then share `joint`), or a teacher
    who collected the work. `late_by` is how long after it was due, zero when in time; `penalty` the percent of all
    points that this costs. `sha256` is over everything that was handed in.
    """

    submission = models.ForeignKey(Submission, on_delete=models.CASCADE, related_name="hand_ins")
    number = models.PositiveIntegerField()
    receipt = models.CharField(max_length=20, unique=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    joint = models.UUIDField(null=True, blank=True, db_index=True)
    handed_in_at = models.DateTimeField()
    late_by = models.DurationField()
    penalty = models.PositiveSmallIntegerField(default=0)
    sha256 = models.CharField(max_length=64)

    class Meta:
        ordering = ("-number",)
        constraints = [
            models.UniqueConstraint(fields=["submission", "number"], name="hand_in_number_once"),
            models.CheckConstraint(condition=Q(penalty__lte=100), name="hand_in_penalty_fits"),
        ]

    def __str__(self) -> str:
        return f"{self.submission}, hand-in {self.number}"

    @property
    def is_late(self) -> bool:
        """Whether it came after it was due."""
        return bool(self.late_by)


class ProjectSnapshot(Immutable):
    """The files of a project when it was handed in; they go with the person who wrote them.

    `files` is a list of the document's FILE, each with its `sha256`.
    """

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    sha256 = models.CharField(max_length=64)
    main = models.CharField(max_length=500)
    files = models.JSONField()
    size = models.PositiveIntegerField(help_text="Bytes of content.")

    def __str__(self) -> str:
        return self.sha256[:12]


class HandInItem(Immutable):
    """One item of a hand-in: an attempt at the exercise (its snapshot holds the files), or a project's files.

    An item that was never begun has no row. Both are empty when the account that they came from is gone.
    """

    hand_in = models.ForeignKey(HandIn, on_delete=models.CASCADE, related_name="items")
    item = models.ForeignKey(AssignmentItem, on_delete=models.RESTRICT, related_name="+")
    attempt = models.ForeignKey(
        Attempt, on_delete=models.SET_NULL, null=True, blank=True, related_name="handed_in"
    )
    snapshot = models.ForeignKey(
        ProjectSnapshot, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ("item__position", "item_id")
        constraints = [
            models.UniqueConstraint(fields=["hand_in", "item"], name="handed_in_once"),
            models.CheckConstraint(
                condition=Q(attempt__isnull=True) | Q(snapshot__isnull=True), name="handed_in_is_one_thing"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.item} of {self.hand_in}"
