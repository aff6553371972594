"""A collection: a unit or a course."""

from collections.abc import Collection as Names

from django.conf import settings
from django.db import models


class Collection(models.Model):
    """Exercises in an order. Students see those that are published of collections that are published."""

    title = models.CharField(max_length=120)
    slug = models.SlugField(
        max_length=100,
        unique=True,
        help_text="Names the folder when the collection is exported.",
        error_messages={"unique": "There is a collection with this short name."},
    )
    summary = models.CharField(
        max_length=300, blank=True, help_text="One or two sentences: what one learns here."
    )
    text = models.TextField(blank=True, help_text="Markdown. Stands above the exercises.")
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    published = models.BooleanField(default=False, help_text="Students see only published collections.")
    order = models.PositiveIntegerField(default=0, help_text="Collections stand in this order, lowest first.")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("order", "title", "pk")

    def __str__(self) -> str:
        return self.title

    def clean_fields(self, exclude: Names[str] | None = None) -> None:
        self.title = " ".join(self.title.split())
        super().clean_fields(exclude)
