"""Attempts, and the code that they were made with."""

from django.db import models

from exercises.models.immutable import Immutable
from exercises.models.version import ExerciseVersion
from exercises.models.work import Work

NOT_RUN = "not-run"


class Snapshot(Immutable):
    """The files of an attempt: `files` is a list of the document's FILE, each with its `sha256`.

    `sha256` is over all of them, so attempts with the same code share one.
    """

    work = models.ForeignKey(Work, on_delete=models.CASCADE, related_name="snapshots")
    sha256 = models.CharField(max_length=64)
    files = models.JSONField()
    size = models.PositiveIntegerField(help_text="Bytes of content.")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["work", "sha256"], name="snapshot_once_a_work")]

    def __str__(self) -> str:
        return self.sha256[:12]


class Attempt(Immutable):
    """One press of Check: `results` is `{check: "passed"|"failed"|"error"}` as the student's browser reported it.

    What is handed in without a Check of just this code has `not-run` for every check. `score` is the share of the
    weights of the visible checks that passed, 0 to 1.
    """

    work = models.ForeignKey(Work, on_delete=models.CASCADE, related_name="attempts")
    snapshot = models.ForeignKey(Snapshot, on_delete=models.RESTRICT, related_name="attempts")
    version = models.ForeignKey(ExerciseVersion, on_delete=models.PROTECT, related_name="attempts")
    results = models.JSONField()
    score = models.FloatField()
    passed = models.BooleanField()
    made_at = models.DateTimeField(auto_now_add=True)
    nonce = models.CharField(max_length=64, unique=True)

    class Meta:
        ordering = ("-made_at", "-pk")
        indexes = [models.Index(fields=["work", "-made_at"])]

    def __str__(self) -> str:
        return f"{self.work}, attempt {self.pk}"

    @property
    def was_checked(self) -> bool:
        """Whether a browser reported anything about it."""
        return NOT_RUN not in self.results.values()
