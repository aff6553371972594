"""An exercise, as its author is writing it."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.urls import reverse

from exercises.enums import Difficulty, ShowSolution
from exercises.models.collection import Collection
from projects.file_names import LONGEST_PATH

if TYPE_CHECKING:
    from exercises.models.version import ExerciseVersion


class Exercise(models.Model):
    """The working copy of an exercise, and which version of it is published.

    Students get versions, never the working copy. `trial` is what "Try it" found last: `{"sha256": of the document
    that was tried, "solution": {check: state}, "starter": {check: state}, "recorded": {check: …}, "at": time}`.
    """

    collection = models.ForeignKey(
        Collection, on_delete=models.SET_NULL, null=True, blank=True, related_name="exercises"
    )
    position = models.PositiveIntegerField(default=0, help_text="Its place in the collection, lowest first.")
    slug = models.SlugField(max_length=100, help_text="Names the folder when the exercise is exported.")
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    title = models.CharField(max_length=120)
    summary = models.CharField(max_length=300, blank=True, help_text="One sentence for the list.")
    difficulty = models.CharField(max_length=10, choices=Difficulty.choices, default=Difficulty.EASY)
    topics = models.JSONField(default=list, blank=True)
    credit = models.TextField(
        max_length=1000, blank=True, help_text="Whose idea it was, and under which licence."
    )
    text = models.TextField(blank=True, help_text="What to do, in Markdown.")
    main_path = models.CharField(
        "main file", max_length=LONGEST_PATH, default="main.py", help_text="What Run starts."
    )
    show_solution = models.CharField(max_length=10, choices=ShowSolution.choices, default=ShowSolution.PASSED)
    published = models.ForeignKey(
        "exercises.ExerciseVersion",
        on_delete=models.RESTRICT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )
    archived = models.BooleanField(
        default=False, help_text="Put away: students no longer see it, their work stays."
    )
    trial = models.JSONField(null=True, blank=True, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ("collection__order", "collection", "position", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=["collection", "slug"],
                name="exercise_slug_once_a_collection",
                violation_error_message="There is an exercise with this short name in the collection.",
            ),
            models.CheckConstraint(
                condition=models.Q(difficulty__in=Difficulty.values), name="exercise_difficulty_is_known"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The student's page."""
        return reverse("exercises:exercise", args=[self.pk])

    @property
    def open_version(self) -> "ExerciseVersion":
        """What students work on. Raises ValueError while nothing is published."""
        if self.published is None:
            raise ValueError(f"{self.slug} is not published.")
        return self.published

    @property
    def state(self) -> str:
        """Whether students see it, in words."""
        if self.archived:
            return "Archived"
        if self.published is None:
            return "Not published"
        changed = self.changed_at > self.published.published_at
        return f"Version {self.published.number}{', changed since' if changed else ''}"
