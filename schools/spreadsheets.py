"""CSV files that spreadsheets open without running anything."""

import csv
import io
from collections.abc import Iterable, Sequence

from django.http import HttpResponse
from django.utils.http import content_disposition_header
from django.utils.text import slugify

# What makes a spreadsheet take a cell for a formula (OWASP, "CSV injection"); the apostrophe makes it a text again.
STARTS_FORMULA = ("=", "+", "-", "@", "\t", "\r")
BYTE_ORDER_MARK = "\ufeff"  # without it Excel reads UTF-8 as the code page of the country


def safe(cell: object) -> str:
    """The text of a cell that no spreadsheet calculates."""
    text = str(cell)
    return f"'{text}" if text.startswith(STARTS_FORMULA) else text


def csv_response(name: str, rows: Iterable[Sequence[object]]) -> HttpResponse:
    """A download of the rows, the first of them the heading."""
    buffer = io.StringIO(newline="")
    csv.writer(buffer).writerows([safe(cell) for cell in row] for row in rows)
    content = BYTE_ORDER_MARK + buffer.getvalue()
    return attached(HttpResponse(content, content_type="text/csv; charset=utf-8"), name, "csv")


def attached(response: HttpResponse, name: str, ending: str) -> HttpResponse:
    """The response as a download whose file name is made of `name`."""
    file_name = f"{slugify(name, allow_unicode=True) or 'list'}.{ending}"
    disposition = content_disposition_header(as_attachment=True, filename=file_name)
    response["Content-Disposition"] = disposition or "attachment"
    return response
