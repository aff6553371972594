"""The Progress page of a collection: one row a student, one column an exercise. Verify all and Regrade run on it."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from accounts.admin.base import person
from accounts.models import Classroom, User
from assessment.enums import State
from assessment.models import Batch
from assessment.queries.batches import latest_batch
from assessment.queries.outcome import disagreeing_in, disagreements
from assessment.queries.progress import Grid, Row, progress
from assessment.queries.scope import classrooms_of
from assessment.shapes import batch_shape
from assessment.views.rows import classroom_for, collection_for
from exercises.models import Collection
from projects.views.workspace import runtime_data
from schools.middleware.headers import isolated
from schools.spreadsheets import csv_response

BY_NAME = "name"


@dataclass(frozen=True, slots=True)
class Heading:
    """A column's heading, which sorts by it: pressed again, the other way round."""

    title: str
    order: str
    chosen: str  # the page's present order

    @property
    def direction(self) -> str:
        """For `aria-sort`."""
        return {self.order: "ascending", f"-{self.order}": "descending"}.get(self.chosen, "none")

    @property
    def next_order(self) -> str:
        """What pressing it asks for."""
        return f"-{self.order}" if self.chosen == self.order else self.order


@require_safe
def progress_page(request: HttpRequest, collection_id: int) -> HttpResponse:
    """The grid. Isolated as a workspace is, since students' programs run in frames of it while she verifies."""
    teacher, collection, classroom = (
        person(request),
        collection_for(request, collection_id),
        classroom_for(request),
    )
    grid, order = progress(teacher, collection, classroom), request.GET.get("order", BY_NAME)
    batch = latest_batch(teacher, collection, classroom)
    context = {
        **admin.site.each_context(request),
        "title": f"Progress: {collection}",
        "collection": collection,
        "classroom": classroom,
        "classrooms": classrooms_of(teacher),
        "rows": sorted_rows(grid, order),
        "headings": _headings(grid, order),
        "query": urlencode({"class": classroom.pk}) if classroom else "",
        "batch": batch,
        "disagreements": disagreements(disagreeing_in(batch, teacher)) if batch else [],
        "states": list(State),
        "verify": _verify_data(teacher, collection, classroom, batch),
    }
    return isolated(TemplateResponse(request, "assessment/progress.html", context))


@require_safe
def progress_csv(request: HttpRequest, collection_id: int) -> HttpResponse:
    """The grid as it is, three columns an exercise."""
    collection, classroom = collection_for(request, collection_id), classroom_for(request)
    grid = progress(person(request), collection, classroom)
    heading = ["User name", "Name"]
    for exercise in grid.exercises:
        heading += [f"{exercise}: state", f"{exercise}: passed", f"{exercise}: checks"]
    rows = [
        [row.student.username, row.student.display_name, *(part for cell in row.cells for part in cell.texts)]
        for row in sorted_rows(grid, BY_NAME)
    ]
    return csv_response(f"{collection} {classroom or ''}", [heading, *rows])


def sorted_rows(grid: Grid, order: str) -> list[Row]:
    """By name, or by the state in the column of the exercise with this id; `-` before it turns the order round."""
    rows = sorted(grid.rows, key=lambda row: row.name.casefold())
    column = order.removeprefix("-")
    places = {str(exercise.pk): place for place, exercise in enumerate(grid.exercises)}
    if column in places:
        rows.sort(key=lambda row: row.cells[places[column]].sort_key)
    return rows[::-1] if order.startswith("-") else rows


def _headings(grid: Grid, order: str) -> list[Heading]:
    columns = [("Student", BY_NAME), *((str(exercise), str(exercise.pk)) for exercise in grid.exercises)]
    return [Heading(title, column, order) for title, column in columns]


def _verify_data(
    teacher: User, collection: Collection, classroom: Classroom | None, batch: Batch | None
) -> dict[str, Any]:
    """What `verify-page.js` starts from."""
    return {
        "person": teacher.pk,
        "csrfCookie": settings.CSRF_COOKIE_NAME,
        "classroom": classroom.pk if classroom else None,
        "urls": {"batches": reverse("assessment:batches", args=[collection.pk])},
        "runtime": runtime_data(),
        "open": batch_shape(batch, teacher) if batch and batch.is_open else None,
    }
