"""Rows and cells of a text: names one a line, or values that commas, semicolons or tabs part."""

import csv
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from accounts.roster.limits import BYTES, COLUMNS

DELIMITERS = "\t;,"
UNQUOTED = "A quotation mark is opened in this line and never closed."
_LINES_A_RECORD = 6  # an address in quotes may have lines of its own
_LINES_LOOKED_AT = 200
_EXCEL = re.compile(r'^"?sep=(.)"?$', re.IGNORECASE)
csv.field_size_limit(
    BYTES
)  # a list has no more, so that a long cell is that line's problem and not an exception


@dataclass(frozen=True)
class Row:
    """A line with something in it: its number, from 1, its cells, and why it cannot be read."""

    number: int
    cells: tuple[str, ...]
    fault: str = ""


def read_rows(text: str) -> list[Row]:
    """The lines of the text that hold something."""
    lines = text.split("\n")
    delimiter, first = _delimiter(lines)
    rows: list[Row] = []
    place = first
    while place < len(lines):
        row, taken = _read(lines, place, delimiter)
        place += taken
        if any(row.cells) or row.fault:
            rows.append(row)
    return rows


def _read(lines: Sequence[str], place: int, delimiter: str) -> tuple[Row, int]:
    """The row that begins at a line, and how many lines it takes."""
    line = lines[place]
    if not delimiter:
        return Row(place + 1, (_plain(line),)), 1
    if '"' not in line:
        return Row(place + 1, _cells(line.split(delimiter))), 1
    for taken in range(1, _LINES_A_RECORD + 1):
        record = "\n".join(lines[place : place + taken])
        try:
            found = next(csv.reader([record], delimiter=delimiter, strict=True, skipinitialspace=True), [])
        except csv.Error as error:
            if "unexpected end" in str(error):
                continue  # inside quotes: the next line may close them
            break
        return Row(place + 1, _cells(found)), taken
    loose = next(csv.reader([line], delimiter=delimiter, skipinitialspace=True), [])
    fault = UNQUOTED if line.count('"') % 2 else ""
    return Row(place + 1, _cells(loose), fault), 1


def _cells(values: Sequence[str]) -> tuple[str, ...]:
    cells = [" ".join(value.split()) for value in values[:COLUMNS]]
    while cells and not cells[-1]:
        cells.pop()
    return tuple(cells)


def _plain(line: str) -> str:
    """A line that is one cell, without the numbers, bullets and quotes that lists have."""
    bare = re.sub(r"^\s*(?:\d+[.)]|[-*•–])\s+", "", line)
    return " ".join(bare.strip().strip('"').split())


def _delimiter(lines: Sequence[str]) -> tuple[str, int]:
    """What parts the cells, empty for names one a line; and where the list begins."""
    filled = [line for line in lines if line.strip()][:_LINES_LOOKED_AT]
    if filled and (named := _EXCEL.match(filled[0].strip())):
        return named.group(1), lines.index(filled[0]) + 1
    filled = [re.sub(r'"[^"]*"', "", line) for line in filled]
    for delimiter in DELIMITERS:
        counts = Counter(line.count(delimiter) for line in filled)
        # A name may hold a comma, but nothing else of these.
        needed = 0.5 * len(filled) if delimiter == "," else 1
        if sum(number for count, number in counts.items() if count) < max(needed, 1):
            continue
        if delimiter == "," and max(counts) == 1 and _is_last_first(filled):
            return "", 0
        return delimiter, 0
    return "", 0


def _is_last_first(filled: Sequence[str]) -> bool:
    """Whether these are names as `Lovelace, Ada`: one comma, with a blank behind it."""
    with_comma = [line for line in filled if "," in line]
    return sum(", " in line for line in with_comma) >= 0.8 * len(with_comma)
