"""The page behind a cell of the grid: a student's attempts at an exercise, what was reported and what was found."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib import admin
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from assessment.disagreement import differing_checks
from assessment.models import Submission, Verdict
from assessment.queries.attempts import attempts_of, verdict_that_counts
from assessment.queries.scope import AssignmentScope
from assessment.views.places import place_of
from assessment.views.rows import exercise_for, scope_for, student_for
from exercises.models import Attempt
from exercises.models.attempt import NOT_RUN

NOTHING = "–"
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
def cell_page(request: HttpRequest, student_id: int, exercise_id: int, **ids: int) -> HttpResponse:
    """Read-only. `?attempt=` chooses one; the one that counts otherwise."""
    scope = scope_for(request, **ids)
    student, exercise = student_for(scope, student_id), exercise_for(scope, exercise_id)
    assignment = scope.assignment if isinstance(scope, AssignmentScope) else None
    attempts = attempts_of(student, exercise, assignment)
    counting = scope.attempts(student).get((student.pk, exercise.pk))
    attempt = _chosen(request, attempts, counting)
    verdict = verdict_that_counts(attempt) if attempt else None
    lines = lines_of(attempt, verdict) if attempt else []
    context = {
        **admin.site.each_context(request),
        "title": f"{student}: {exercise}",
        "place": place_of(scope),
        "submission": Submission.objects.filter(assignment=assignment, student=student).first(),
        "student": student,
        "exercise": exercise,
        "attempts": attempts,
        "attempt": attempt,
        "counting": counting,
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
        reported=_reported(attempt, check["id"]),
        verified=result.get("state", NOTHING),
        differs=check["id"] in differing,
        beside=result.get("trust") == BESIDE,
        result=result,
    )


def _reported(attempt: Attempt, check: str) -> str:
    state = attempt.results.get(check, NOTHING)
    return "not run" if state == NOT_RUN else state


def _chosen(request: HttpRequest, attempts: list[Attempt], counting: Attempt | None) -> Attempt | None:
    """Raises Http404 for an attempt that is not among them."""
    named = request.GET.get("attempt", "") or str(counting.pk if counting else "")
    if not named:
        return attempts[0] if attempts else None
    found = next((attempt for attempt in attempts if str(attempt.pk) == named), None)
    if found is None:
        raise Http404
    return found
