"""XLSX files: numbers are numbers, and no text is ever a formula."""

import io
from collections.abc import Iterable
from decimal import Decimal

from django.http import HttpResponse
from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from assessment.exports.tables import Field, Table, Value
from schools.spreadsheets import STARTS_FORMULA, attached

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FORMATS = {"percent": "0.0%", "number": "0.##", "text": "@"}
WIDTHS = {"percent": 11, "number": 9, "text": 20}  # in characters, as XLSX counts them
TEXT = "s"


def workbook_response(name: str, tables: Iterable[Table]) -> HttpResponse:
    """A download with one sheet a table."""
    book = Workbook(write_only=True)
    for table in tables:
        _add_sheet(book, table)
    buffer = io.BytesIO()
    book.save(buffer)
    return attached(HttpResponse(buffer.getvalue(), content_type=CONTENT_TYPE), name, "xlsx")


def _add_sheet(book: Workbook, table: Table) -> None:
    sheet = book.create_sheet(table.title)
    sheet.freeze_panes = f"{get_column_letter(table.fixed + 1)}2"
    for number, field in enumerate(table.fields, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = WIDTHS[field.kind]
    sheet.append([_heading(sheet, field) for field in table.fields])
    for row in table.rows:
        sheet.append([_cell(sheet, *pair) for pair in zip(row, table.fields, strict=True)])


def _heading(sheet: Worksheet, field: Field) -> Cell:
    cell = _text(sheet, field.title)
    cell.font = Font(bold=True)
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    return cell


def _cell(sheet: Worksheet, value: Value, field: Field) -> Cell | None:
    if value is None or value == "":
        return None
    if isinstance(value, str):
        return _text(sheet, value)
    cell = WriteOnlyCell(sheet, value / Decimal(100) if field.kind == "percent" else value)
    cell.number_format = FORMATS[field.kind]
    return cell


def _text(sheet: Worksheet, text: str) -> Cell:
    """openpyxl takes “=…” for a formula and “#N/A” for an error, so the type is said; `quotePrefix` keeps it a text
    when somebody edits the cell."""
    cell = WriteOnlyCell(sheet, ILLEGAL_CHARACTERS_RE.sub("", text))
    cell.data_type = TEXT
    cell.number_format = FORMATS["text"]
    cell.quotePrefix = text.startswith(STARTS_FORMULA)
    return cell
