"""Where a student's browser and a teacher's do not agree."""

from collections.abc import Iterable, Mapping
from typing import Any

from exercises.models import Attempt

PASSED = "passed"


def differing_checks(attempt: Attempt, results: Iterable[Mapping[str, Any]]) -> list[str]:
    """The checks that were reported as passed and did not pass, or the other way round.

    Checks of which the student's browser knew nothing, hidden and later ones, are no disagreement.
    """
    reported = attempt.results
    return [
        result["check"]
        for result in results
        if result["check"] in reported
        and (reported[result["check"]] == PASSED) != (result["state"] == PASSED)
    ]
