"""Storing what a teacher's browser has found."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from assessment.disagreement import PASSED, differing_checks
from assessment.errors import NotOpenError, ResultsError
from assessment.models import Batch, Verdict
from assessment.queries.batches import Task, tasks_of, verdicts_of

Result = dict[str, str]


@dataclass(frozen=True, slots=True)
class Found:
    """What came out for a task: one result for each check, as `docs/checks.md` says."""

    attempt_id: int
    runtime: str
    results: list[Result]


@transaction.atomic
def store_verdicts(*, teacher: User, batch: Batch, found: Iterable[Found]) -> int:
    """Write each task's results, once, for all attempts that share it; how many verdicts were written.

    What was stored before is left as it is. Raises NotOpenError, and ResultsError for an attempt that is not in the
    batch and for results that are not those of its checks; then nothing is written.
    """
    batch = Batch.objects.select_for_update().get(pk=batch.pk)
    if batch.cancelled_at is not None:
        raise NotOpenError("This run was cancelled.")
    tasks = {task.first.attempt_id: task for task in tasks_of(batch, teacher)}
    made_before = set(
        verdicts_of(batch, teacher).filter(made_at__isnull=False).values_list("attempt_id", flat=True)
    )
    now = timezone.now()
    written = 0
    for one in found:
        if one.attempt_id in tasks:
            written += _store(tasks.pop(one.attempt_id), one, now)
        elif one.attempt_id not in made_before:
            raise ResultsError("These results are for an attempt that is not in this run.")
        made_before.add(one.attempt_id)
    return written


def _store(task: Task, found: Found, now: datetime) -> int:
    checks = task.first.version.document["checks"]
    if [result["check"] for result in found.results] != [check["id"] for check in checks]:
        raise ResultsError("These results are not those of the exercise's checks.")
    outcome = _outcome(checks, found.results)
    for verdict in task.verdicts:
        for field, value in outcome.items():
            setattr(verdict, field, value)
        verdict.results, verdict.runtime, verdict.made_at = found.results, found.runtime, now
        verdict.disagrees = bool(differing_checks(verdict.attempt, found.results))
    fields = [*outcome, "results", "disagrees", "runtime", "made_at"]
    return Verdict.objects.bulk_update(task.verdicts, fields)


def _outcome(checks: list[dict[str, Any]], results: list[Result]) -> dict[str, int]:
    """Counts and weights. The server works them out; no score is ever taken from a page."""
    weights = {check["id"]: int(check["weight"]) for check in checks}
    passed = [result["check"] for result in results if result["state"] == PASSED]
    return {
        "passed": len(passed),
        "checks": len(checks),
        "score": sum(weights[check] for check in passed),
        "points": sum(weights.values()),
    }
