"""A verdict: what came out when a teacher's browser ran an attempt again."""

from django.db import models
from django.db.models import F, Q

from assessment.models.batch import Batch
from exercises.models import Attempt, ExerciseVersion


class Verdict(models.Model):
    """An attempt's place in a batch and, from `made_at` on, what was found. Written once; goes with the attempt.

    `version` is the one whose checks were run, whichever the attempt was made at. `results` is a list of `{"check",
    "state", "trust", "summary", "given", "expected", "got"}`, one for each check of that version. `score` of `points`
    are weights, `passed` of `checks` are counts. It `disagrees` when the student's browser had reported a check as
    passed that did not pass, or the other way round. `before` is what counted when a Regrade was started.
    """

    batch = models.ForeignKey(Batch, on_delete=models.CASCADE, related_name="verdicts")
    attempt = models.ForeignKey(Attempt, on_delete=models.CASCADE, related_name="verdicts")
    version = models.ForeignKey(ExerciseVersion, on_delete=models.PROTECT, related_name="+")
    before = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    code_sha256 = models.CharField(max_length=64)
    checks_sha256 = models.CharField(max_length=64)
    results = models.JSONField(default=list)
    passed = models.PositiveIntegerField(default=0)
    checks = models.PositiveIntegerField(default=0)
    score = models.PositiveIntegerField(default=0)
    points = models.PositiveIntegerField(default=0)
    disagrees = models.BooleanField(default=False)
    runtime = models.CharField(max_length=200, blank=True)
    made_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(fields=["batch", "attempt"], name="verdict_once_a_batch"),
            models.CheckConstraint(
                condition=Q(score__lte=F("points")) & Q(passed__lte=F("checks")), name="verdict_score_fits"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.score} of {self.points} for {self.attempt}"
