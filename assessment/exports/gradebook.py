"""The tables of a gradebook."""

from collections.abc import Iterable
from decimal import Decimal

from django.http import HttpResponse

from assessment.exports.tables import Field, Table, Value
from assessment.exports.workbook import workbook_response
from assessment.queries.gradebook import Book, Entry, Line
from assessment.queries.statistics import Figures
from schools.spreadsheets import csv_response

CENT = Decimal("0.01")
PERSON = (Field("User name"), Field("Name"))


def as_csv(book: Book) -> HttpResponse:
    """One table: marks, and beside them state and points of each assignment."""
    marks, points = marks_of(book), points_of(book)
    skipped = len(PERSON)
    heading = [_with_unit(field) for field in marks.fields] + [
        field.title for field in points.fields[skipped:]
    ]
    rows = [
        ["" if value is None else value for value in (*first, *second[skipped:])]
        for first, second in zip(marks.rows, points.rows, strict=True)
    ]
    return csv_response(_name(book), [heading, *rows])


def as_xlsx(book: Book) -> HttpResponse:
    """Three sheets: marks, points and states, figures."""
    return workbook_response(_name(book), [marks_of(book), points_of(book), figures_of(book)])


def marks_of(book: Book) -> Table:
    """Percents that count: over all, of each category, of each assignment."""
    fields = [*PERSON, Field("Overall", "percent")]
    for category in book.categories:
        fields += [Field(str(column.assignment), "percent") for column in category.columns]
        fields.append(Field(f"Average: {category.title}", "percent"))
    return Table("Marks", fields, [_marks(line) for line in book.lines], fixed=len(PERSON))


def points_of(book: Book) -> Table:
    """State and released points of each assignment."""
    fields = list(PERSON)
    for column in book.columns:
        title = str(column.assignment)
        fields += [
            Field(f"{title}: state"),
            Field(f"{title}: points", "number"),
            Field(f"{title}: of", "number"),
        ]
    return Table("Points", fields, [_points(line) for line in book.lines], fixed=len(PERSON))


def figures_of(book: Book) -> Table:
    """Average, median and distribution of each column of marks."""
    bins = [Field(one.label, "number") for one in book.overall.bins]
    fields = [
        Field("Assignment"), Field("Category"), Field("Weight", "number"), Field("Marks", "number"),
        Field("Average", "percent"), Field("Median", "percent"), Field("Lowest", "percent"),
        Field("Highest", "percent"), *bins,
    ]  # fmt: skip
    rows = [_figures("Overall", "", None, book.overall)]
    for category in book.categories:
        rows += [_figures(str(one.assignment), category.title, None, one.figures) for one in category.columns]
        rows.append(_figures("Average", category.title, category.weight, category.figures))
    return Table("Figures", fields, rows, fixed=1)


def _marks(line: Line) -> list[Value]:
    values: list[Value] = [line.student.username, line.student.display_name, _rounded(line.overall)]
    for section in line.sections:
        values += [_rounded(entry.counted) for entry in section.entries]
        values.append(_rounded(section.average))
    return values


def _points(line: Line) -> list[Value]:
    entries: Iterable[Entry] = (entry for section in line.sections for entry in section.entries)
    values: list[Value] = [line.student.username, line.student.display_name]
    for entry in entries:
        released = entry.standing.released
        values.append(entry.standing.words)
        values += [released.points, released.of] if released else [None, None]
    return values


def _figures(title: str, category: str, weight: int | None, found: Figures) -> list[Value]:
    ends = (found.average, found.median, found.lowest, found.highest)
    counts = [one.count for one in found.bins]
    return [title, category, weight, found.count, *(_rounded(one) for one in ends), *counts]


def _rounded(percent: Decimal | None) -> Decimal | None:
    return None if percent is None else percent.quantize(CENT)


def _with_unit(field: Field) -> str:
    return f"{field.title} (%)" if field.kind == "percent" else field.title


def _name(book: Book) -> str:
    return f"{book.classroom} gradebook"
