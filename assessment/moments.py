"""Moments in words, in the school's time: “Friday 17:00, in 2 days”."""

from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.formats import date_format

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def in_words(moment: datetime, now: datetime | None = None) -> str:
    """The day and time, and how far away that is."""
    now = now or timezone.now()
    return f"{day_and_time(moment, now)}, {distance(moment, now)}"


def exactly(moment: datetime, now: datetime | None = None) -> str:
    """The weekday, the date and the time: “Friday 27 November, 17:00”; with the year when it is not this one."""
    local, present = timezone.localtime(moment), timezone.localtime(now or timezone.now())
    return date_format(local, "l j F, H:i" if local.year == present.year else "l j F Y, H:i")


def day_and_time(moment: datetime, now: datetime | None = None) -> str:
    """Today, tomorrow or yesterday with the time; the weekday within the next week; else the date."""
    local, present = timezone.localtime(moment), timezone.localtime(now or timezone.now())
    days = (local.date() - present.date()).days
    if days in (-1, 0, 1):
        return f"{('yesterday', 'today', 'tomorrow')[days + 1]} {local:%H:%M}"
    if 0 < days < 7:
        return date_format(local, "l H:i")
    return date_format(local, "j F H:i" if local.year == present.year else "j F Y H:i")


def distance(moment: datetime, now: datetime) -> str:
    """How far away a moment is: “in 3 hours”, “2 days ago”. Days are counted by midnights."""
    gap = abs(moment - now)
    midnights = abs((timezone.localtime(moment).date() - timezone.localtime(now).date()).days)
    if gap < HOUR:
        amount = _of(max(int(gap.total_seconds() // 60), 1), "minute")
    elif gap < DAY or not midnights:
        amount = _of(int(gap / HOUR), "hour")
    else:
        amount = _of(midnights, "day")
    return f"in {amount}" if moment >= now else f"{amount} ago"


def _of(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"
