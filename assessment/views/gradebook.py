"""The gradebook of a class: the page, its choices, and its files."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import Any

from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.defaultfilters import floatformat
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from accounts.admin.base import person
from accounts.queries import classrooms_visible_to
from assessment.enums import Stand
from assessment.exports.gradebook import as_csv, as_xlsx
from assessment.forms.gradebook import GradebookForm
from assessment.models import Assignment
from assessment.queries.gradebook import Book, Entry, Line, gradebook
from assessment.queries.statistics import Figures
from assessment.services.gradebook import set_gradebook
from assessment.views.charts import Chart, chart
from assessment.views.headings import Heading

BY_NAME, OVERALL, CATEGORY = "name", "overall", "category"
NOTHING = Decimal(-1)  # sorts before every mark
STANDS = list(Stand)


@dataclass(frozen=True, slots=True)
class Total:
    """What stands below a column of marks: of an assignment, of a category's averages, or over all."""

    heading: str
    category: str
    assignment: Assignment | None
    figures: Figures
    chart: Chart

    @property
    def title(self) -> str:
        """By itself, away from the column."""
        return f"{self.heading}: {self.category}" if self.category else self.heading


@dataclass(frozen=True, slots=True)
class Cell:
    """An entry, ready for the template, which has thousands of them: `signs` are late, missing and draft."""

    state: str
    signs: str
    figure: str
    sentence: str
    address: str


@require_http_methods(["GET", "HEAD", "POST"])
def gradebook_page(request: HttpRequest, classroom_id: int) -> HttpResponse:
    """The grid; POST changes how it is worked out."""
    classroom = get_object_or_404(classrooms_visible_to(person(request)), pk=classroom_id)
    book = gradebook(person(request), classroom)
    form = _form(request, book)
    if request.method == "POST" and form.is_valid():
        missing_is_zero = form.cleaned_data["missing_is_zero"]
        set_gradebook(classroom=classroom, missing_is_zero=missing_is_zero, weights=form.weights)
        messages.success(request, "The gradebook is worked out in this way now.")
        return redirect("assessment:gradebook", classroom.pk)
    return TemplateResponse(request, "assessment/gradebook.html", _context(request, book, form))


@require_safe
def gradebook_csv(request: HttpRequest, classroom_id: int) -> HttpResponse:
    """Marks, states and points in one table."""
    return as_csv(_present_book(request, classroom_id))


@require_safe
def gradebook_xlsx(request: HttpRequest, classroom_id: int) -> HttpResponse:
    """Marks, points and figures, a sheet each."""
    return as_xlsx(_present_book(request, classroom_id))


def sorted_lines(book: Book, order: str) -> list[Line]:
    """By the order of a column, then by name; `-` turns all round, and what is no column is by name."""
    lines = list(book.lines)  # by name
    keys = dict(_orders(book))
    if key := keys.get(order.removeprefix("-")):
        lines.sort(key=key)
    return lines[::-1] if order.startswith("-") else lines


def _orders(book: Book) -> list[tuple[str, Callable[[Line], Any]]]:
    """What sorts by a column and how, in the order of the columns after the names; an assignment's is its id."""
    orders: list[tuple[str, Callable[[Line], Any]]] = [(OVERALL, lambda line: _or_nothing(line.overall))]
    for place, category in enumerate(book.categories):
        for number, column in enumerate(category.columns):
            orders.append((str(column.assignment.pk), partial(_entry_key, place, number)))
        if book.has_categories:
            orders.append((f"{CATEGORY}{place}", partial(_average_key, place)))
    return orders


def _entry_key(section: int, number: int, line: Line) -> tuple[Decimal, int]:
    entry = line.sections[section].entries[number]
    return _or_nothing(entry.counted), STANDS.index(entry.standing.stand)


def _average_key(section: int, line: Line) -> Decimal:
    return _or_nothing(line.sections[section].average)


def _or_nothing(mark: Decimal | None) -> Decimal:
    return NOTHING if mark is None else mark


def _context(request: HttpRequest, book: Book, form: GradebookForm) -> dict[str, Any]:
    order = request.GET.get("order", BY_NAME)
    totals, mark = _totals(book), reverse("assessment:mark", args=[0])
    titles = ["Student", *(total.heading for total in totals)]
    orders = [BY_NAME, *(name for name, _ in _orders(book))]
    return {
        **admin.site.each_context(request),
        "title": f"Gradebook: {book.classroom}",
        "book": book,
        "lines": [(line, _parts(line, mark)) for line in sorted_lines(book, order)],
        "headings": [Heading(*pair, order) for pair in zip(titles, orders, strict=True)],
        "totals": totals,
        "stands": list(Stand),
        "form": form,
    }


def _parts(line: Line, mark: str) -> list[tuple[list[Cell], Decimal | None]]:
    return [([_cell(entry, mark) for entry in section.entries], section.average) for section in line.sections]


def _cell(entry: Entry, mark: str) -> Cell:
    """`mark` is the address of the marking screen of submission 0: thousands of times `reverse` would take its time."""
    place = entry.standing
    signs = {"late": place.is_late, "missing": place.is_missing, "draft": place.draft is not None}
    return Cell(
        state=place.stand.value,
        signs=" ".join(sign for sign, is_shown in signs.items() if is_shown),
        figure=floatformat(entry.counted, "-1"),
        sentence=entry.sentence,
        address=mark.replace("/0/", f"/{place.submission_id}/") if place.submission_id else "",
    )


def _totals(book: Book) -> list[Total]:
    totals = [_total("Overall", book.overall)]
    for category in book.categories:
        totals += [_total(str(one.assignment), one.figures, one.assignment) for one in category.columns]
        if book.has_categories:
            totals.append(_total("Average", category.figures, category=category.title))
    return totals


def _total(heading: str, figures: Figures, assignment: Assignment | None = None, category: str = "") -> Total:
    return Total(heading, category, assignment, figures, chart(figures.bins))


def _form(request: HttpRequest, book: Book) -> GradebookForm:
    weighed = book.categories if book.has_categories else []
    return GradebookForm(
        request.POST if request.method == "POST" else None,
        weights={category.name: category.weight for category in weighed},
        missing_is_zero=book.missing_is_zero,
    )


def _present_book(request: HttpRequest, classroom_id: int) -> Book:
    classrooms = classrooms_visible_to(person(request)).filter(archived=False)
    return gradebook(person(request), get_object_or_404(classrooms, pk=classroom_id))
