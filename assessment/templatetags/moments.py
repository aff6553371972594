"""Moments in words, and points without needless noughts."""

from datetime import datetime
from decimal import Decimal, InvalidOperation

from django import template
from django.utils import timezone

from assessment.marks import points_text
from assessment.moments import distance, exactly

register = template.Library()


@register.filter
def moment(value: datetime | None) -> str:
    """`Friday 27 November, 17:00`; empty where there is none."""
    return exactly(value) if value else ""


@register.filter
def from_now(value: datetime | None) -> str:
    """`in 6 days`, `2 hours ago`; empty where there is none."""
    return distance(value, timezone.now()) if value else ""


@register.filter
def points(value: Decimal | str | None) -> str:
    """`7.5` for 7.50; a dash where nothing was found or noted."""
    try:
        return "–" if value is None else points_text(Decimal(value))
    except InvalidOperation:
        return "–"
