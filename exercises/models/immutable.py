"""Rows that are written once."""

from typing import Any

from django.db import models


class Immutable(models.Model):
    """A row that nobody changes after it was made. Its references to people still end when a person is erased."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Insert. Raises TypeError for a row that is there already."""
        if not self._state.adding:
            raise TypeError(f"{type(self).__name__} is written once.")
        super().save(*args, **kwargs)
