"""Marking: a teacher's working copy, comments, and what was released of it."""

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q

from assessment.enums import Outcome
from assessment.models.hand_in import HandIn, HandInItem
from assessment.models.parts import Criterion
from exercises.models.immutable import Immutable


class Marking(models.Model):
    """What teachers have noted about a hand-in so far. Students never see it: they see a Release.

    `revision` counts the saves, so that two teachers do not overwrite each other. `points` of `of` is what it comes
    to (see `docs/assignments.md`), worked out whenever it is saved. `override` replaces the sum.
    """

    hand_in = models.OneToOneField(HandIn, on_delete=models.CASCADE, related_name="marking")
    feedback = models.TextField(blank=True, max_length=20_000)
    override = models.DecimalField(
        max_digits=7, decimal_places=2, null=True, blank=True, validators=[MinValueValidator(0)]
    )
    outcome = models.CharField(max_length=10, choices=Outcome.choices, default=Outcome.UNDECIDED, blank=True)
    redo_due_at = models.DateTimeField(null=True, blank=True)
    points = models.DecimalField(max_digits=7, decimal_places=2, default=0)
    of = models.DecimalField(max_digits=7, decimal_places=2, default=0)
    revision = models.PositiveIntegerField(default=1)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(outcome__in=Outcome.values), name="marking_outcome_is_known"),
        ]

    def __str__(self) -> str:
        return f"Marking of {self.hand_in}"


class CriterionMark(models.Model):
    """The points that a line of the rubric was given."""

    marking = models.ForeignKey(Marking, on_delete=models.CASCADE, related_name="criterion_marks")
    criterion = models.ForeignKey(Criterion, on_delete=models.CASCADE, related_name="marks")
    points = models.DecimalField(max_digits=7, decimal_places=2, validators=[MinValueValidator(0)])

    class Meta:
        constraints = [models.UniqueConstraint(fields=["marking", "criterion"], name="criterion_marked_once")]

    def __str__(self) -> str:
        return f"{self.criterion}: {self.points}"


class LineComment(models.Model):
    """A teacher's comment on a line of a file that was handed in. Lines count from 1."""

    handed_in = models.ForeignKey(HandInItem, on_delete=models.CASCADE, related_name="comments")
    path = models.CharField(max_length=500)
    line = models.PositiveIntegerField(validators=[MinValueValidator(1)])
    text = models.TextField(max_length=2_000)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ("path", "line", "pk")

    def __str__(self) -> str:
        return f"{self.path}:{self.line}"


class SavedComment(models.Model):
    """A comment that a teacher keeps to use it again."""

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    text = models.CharField(max_length=2_000)
    uses = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-uses", "text")
        constraints = [models.UniqueConstraint(fields=["owner", "text"], name="comment_kept_once")]

    def __str__(self) -> str:
        return self.text


class Release(Immutable):
    """What a student is shown of a marking, as it was when the teacher released it. The latest one counts.

    `content` is `{"items": [...], "rubric": [...], "feedback": str, "comments": [...], "overridden": bool}`; its
    shapes stand in `docs/assignments.md`.
    """

    hand_in = models.ForeignKey(HandIn, on_delete=models.CASCADE, related_name="releases")
    outcome = models.CharField(max_length=10, choices=Outcome.choices)
    points = models.DecimalField(max_digits=7, decimal_places=2)
    of = models.DecimalField(max_digits=7, decimal_places=2)
    content = models.JSONField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    released_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-released_at", "-pk")
        constraints = [
            models.CheckConstraint(
                condition=Q(outcome__in=[Outcome.RETURNED, Outcome.COMPLETE]), name="release_is_decided"
            )
        ]

    def __str__(self) -> str:
        return f"{self.points} of {self.of} for {self.hand_in}"
