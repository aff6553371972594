"""The page behind a cell of the grid: a student's attempts at an exercise, what was reported and what was found."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib import admin
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from assessment.disagreement import differing_checks
from assessment.models import Verdict
from assessment.queries.attempts import attempts_of, verdict_that_counts
from assessment.views.rows import collection_for, exercise_for, student_for
from exercises.models import Attempt

NOT_RUN = "–"
BESIDE = "beside"


@dataclass(frozen=True, slots=True)
class Line:
    """One check: what the student's browser reported, and what was found."""

    name: str
    hidden: bool
    reported: str
    verified: str
    differs: bool
    beside: bool
    result: dict[str, str]


@require_safe
def cell_page(request: HttpRequest, collection_id: int, student_id: int, exercise_id: int) -> HttpResponse:
    """Read-only. `?attempt=` chooses one; the latest otherwise."""
    collection = collection_for(request, collection_id)
    student, exercise = student_for(request, student_id), exercise_for(collection, exercise_id)
    attempts = attempts_of(student, exercise)
    attempt = _chosen(request, attempts)
    verdict = verdict_that_counts(attempt) if attempt else None
    lines = lines_of(attempt, verdict) if attempt else []
    context = {
        **admin.site.each_context(request),
        "title": f"{student}: {exercise}",
        "collection": collection,
        "student": student,
        "exercise": exercise,
        "attempts": attempts,
        "attempt": attempt,
        "verdict": verdict,
        "lines": lines,
        "some_beside": any(line.beside for line in lines),
    }
    return TemplateResponse(request, "assessment/cell.html", context)


def lines_of(attempt: Attempt, verdict: Verdict | None) -> list[Line]:
    """One for each check of the version that the verdict was made with, or of the attempt's own."""
    document = (verdict or attempt).version.document
    results = {result["check"]: result for result in verdict.results} if verdict else {}
    differing = differing_checks(attempt, results.values())
    return [_line(check, attempt, results.get(check["id"], {}), differing) for check in document["checks"]]


def _line(check: dict[str, Any], attempt: Attempt, result: dict[str, str], differing: Iterable[str]) -> Line:
    return Line(
        name=check["name"],
        hidden=check["hidden"],
        reported=attempt.results.get(check["id"], NOT_RUN) if attempt.was_checked else NOT_RUN,
        verified=result.get("state", NOT_RUN),
        differs=check["id"] in differing,
        beside=result.get("trust") == BESIDE,
        result=result,
    )


def _chosen(request: HttpRequest, attempts: list[Attempt]) -> Attempt | None:
    """Raises Http404 for an attempt that is not among them."""
    named = request.GET.get("attempt", "")
    if not named:
        return attempts[0] if attempts else None
    found = next((attempt for attempt in attempts if str(attempt.pk) == named), None)
    if found is None:
        raise Http404
    return found
