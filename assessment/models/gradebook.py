"""How a class's gradebook is worked out."""

from django.db import models

from accounts.models import Classroom


class Gradebook(models.Model):
    """The choices for one class. Without a row, what is missing does not count."""

    classroom = models.OneToOneField(Classroom, on_delete=models.CASCADE, related_name="gradebook")
    missing_is_zero = models.BooleanField(
        default=False, help_text="What was due and never handed in counts as no points."
    )

    def __str__(self) -> str:
        return f"Gradebook of {self.classroom}"


class CategoryWeight(models.Model):
    """How much a category counts in a class's overall mark. Categories without a row count 1."""

    classroom = models.ForeignKey(Classroom, on_delete=models.CASCADE, related_name="category_weights")
    category = models.CharField(max_length=60, blank=True)
    weight = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ("category",)
        constraints = [
            models.UniqueConstraint(fields=["classroom", "category"], name="category_weighed_once_a_class")
        ]

    def __str__(self) -> str:
        return f"{self.category}: {self.weight}"
