"""The Progress page of a collection or an assignment: one row a student. Verify all and Regrade run on it."""

from typing import Any

from django.conf import settings
from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from assessment.enums import Stand, State
from assessment.models import Batch
from assessment.queries.batches import latest_batch
from assessment.queries.outcome import disagreeing_in, disagreements
from assessment.queries.progress import BY_MARK, BY_NAME, BY_STAND, Grid, Row, progress
from assessment.queries.scope import AssignmentScope, Scope
from assessment.shapes import batch_shape
from assessment.views.headings import Heading
from assessment.views.places import Place, place_of
from assessment.views.rows import scope_for
from projects.views.workspace import runtime_data
from schools.middleware.headers import isolated
from schools.spreadsheets import csv_response


@require_safe
def progress_page(request: HttpRequest, **ids: int) -> HttpResponse:
    """The grid. Isolated as a workspace is, since students' programs run in frames of it while she verifies."""
    scope = scope_for(request, **ids)
    grid, order = progress(scope), request.GET.get("order", BY_NAME)
    batch, place = latest_batch(scope), place_of(scope)
    context = {
        **admin.site.each_context(request),
        "title": f"Progress: {scope.title}",
        "scope": scope,
        "assignment": scope.assignment if isinstance(scope, AssignmentScope) else None,
        "place": place,
        "columns": grid.columns,
        "rows": grid.sorted_rows(order),
        "headings": _headings(scope, grid, order),
        "batch": batch,
        "disagreements": disagreements(disagreeing_in(batch, scope.teacher)) if batch else [],
        "states": list(State),
        "stands": list(Stand),
        "verify": _verify_data(scope, place, batch),
    }
    return isolated(TemplateResponse(request, "assessment/progress.html", context))


@require_safe
def progress_csv(request: HttpRequest, **ids: int) -> HttpResponse:
    """The grid as it is, three columns an exercise; for an assignment also state and mark."""
    scope = scope_for(request, **ids)
    grid = progress(scope)
    heading = ["User name", "Name"]
    if isinstance(scope, AssignmentScope):
        heading += ["State", "Late", "Mark", "Of", "Released"]
    for column in grid.columns:
        heading += [f"{column.title}: state", f"{column.title}: passed", f"{column.title}: checks"]
    rows = [_line(row) for row in grid.sorted_rows(BY_NAME)]
    return csv_response(f"{scope.title} {scope.classroom or ''}", [heading, *rows])


def _line(row: Row) -> list[str]:
    person = [row.student.username, row.student.display_name]
    standing = list(row.standing.texts) if row.standing else []
    return [*person, *standing, *(part for cell in row.cells for part in cell.texts)]


def _headings(scope: Scope, grid: Grid, order: str) -> list[Heading]:
    columns = [("Student", BY_NAME), *((column.title, column.order) for column in grid.columns)]
    if isinstance(scope, AssignmentScope):
        columns[1:1] = [("State", BY_STAND), ("Mark", BY_MARK)]
    return [Heading(title, column, order) for title, column in columns]


def _verify_data(scope: Scope, place: Place | None, batch: Batch | None) -> dict[str, Any]:
    """What `verify-page.js` starts from."""
    return {
        "person": scope.teacher.pk,
        "csrfCookie": settings.CSRF_COOKIE_NAME,
        "classroom": scope.classroom.pk if scope.classroom else None,
        "urls": {"batches": place and place.batches},
        "runtime": runtime_data(),
        "open": batch_shape(batch, scope.teacher) if batch and batch.is_open else None,
    }
