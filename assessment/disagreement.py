"""Where a student's browser and a teacher's do not agree."""

from collections.abc import Iterable, Mapping
from typing import Any

from exercises.models import Attempt
from exercises.models.attempt import NOT_RUN

PASSED = "passed"


def differing_checks(attempt: Attempt, results: Iterable[Mapping[str, Any]]) -> list[str]:
    """The checks that were reported as passed and did not pass, or the other way round.

    Checks of which the student's browser said nothing (hidden and later ones, and what was handed in without a
    Check) are no disagreement.
    """
    reported = {check: state for check, state in attempt.results.items() if state != NOT_RUN}
    return [
        result["check"]
        for result in results
        if result["check"] in reported
        and (reported[result["check"]] == PASSED) != (result["state"] == PASSED)
    ]
