"""What a teacher's check of an attempt has found, for the pages of students.

Verdicts belong to `assessment`, which imports this app and not the other way round. So the settings name the function
that knows them (`VERIFIED_RESULTS`), and pages ask here.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import cast

from django.conf import settings
from django.utils.module_loading import import_string

from accounts.models import User


@dataclass(frozen=True, slots=True)
class Verified:
    """What counts for one exercise: how many of its checks passed, hidden ones included."""

    attempt_id: int
    passed: int
    checks: int
    made_at: datetime


def verified_results(student: User, exercise_ids: Iterable[int]) -> Mapping[int, Verified]:
    """What teachers have found of the student's latest attempts and published, by exercise, in one query."""
    found = cast(
        Callable[[User, Iterable[int]], Mapping[int, Verified]], import_string(settings.VERIFIED_RESULTS)
    )
    return found(student, exercise_ids)
