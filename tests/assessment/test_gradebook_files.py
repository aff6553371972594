"""The gradebook as CSV and XLSX: numbers are numbers, and nothing is a formula."""

import io
import zipfile
from xml.etree import ElementTree

import openpyxl
import pytest

from tests import factories
from tests.assessment.hand_ins import handed_in, released
from tests.assessment.test_pages import table

FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("http://x")', "=cmd|'/c calc'!A0"]
SPREADSHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


@pytest.fixture
def assignment(teacher, classroom, exercise):
    return factories.assignment(teacher, classroom, exercises=[exercise], title="Loops", category="Homework")


@pytest.fixture
def download(teacher, classroom):
    """Ask for a file of the gradebook."""
    client = factories.signed_in(teacher)

    def get(kind):
        answer = client.get(f"/admin/accounts/classroom/{classroom.pk}/gradebook/{kind}/")
        assert answer.status_code == 200
        assert answer["Content-Disposition"] == f'attachment; filename="computing-9c-gradebook.{kind}"'
        return answer

    return get


def sheets(answer):
    """The parsed sheets of an XLSX file, and the file."""
    archive = zipfile.ZipFile(io.BytesIO(answer.content))
    names = [name for name in archive.namelist() if name.startswith("xl/worksheets/")]
    return [ElementTree.fromstring(archive.read(name)) for name in names]  # noqa: S314 - our own file


def test_csv_has_marks_states_and_points(download, assignment, ada):
    released(handed_in(assignment, ada, penalty=10), "7.25")

    assert table(download("csv")) == [
        [
            "User name", "Name", "Overall (%)", "Loops (%)", "Average: Homework (%)",
            "Loops: state", "Loops: points", "Loops: of",
        ],
        ["ada", "", "72.50", "72.50", "72.50", "Complete, late", "7.25", "10.00"],
        ["ben", "", "", "", "", "Not begun", "", ""],
    ]  # fmt: skip


def test_xlsx_has_numbers_as_numbers(download, assignment, ada):
    released(handed_in(assignment, ada), "7.25")

    book = openpyxl.load_workbook(io.BytesIO(download("xlsx").content))

    assert book.sheetnames == ["Marks", "Points", "Figures"]
    marks, points, figures = book.worksheets
    assert [[cell.value for cell in row] for row in marks.rows] == [
        ["User name", "Name", "Overall", "Loops", "Average: Homework"],
        ["ada", None, 0.725, 0.725, 0.725],
        ["ben", None, None, None, None],
    ]
    assert (marks["C2"].number_format, marks["A1"].font.bold, marks.freeze_panes) == ("0.0%", True, "C2")
    assert [cell.value for cell in points[2]] == ["ada", None, "Complete", 7.25, 10]
    assert [cell.value for cell in figures[2]][:8] == ["Overall", None, None, 1, 0.725, 0.725, 0.725, 0.725]


@pytest.mark.parametrize("payload", FORMULAS)
def test_nothing_is_a_formula(download, assignment, ada, payload):
    type(ada).objects.filter(pk=ada.pk).update(display_name=payload)
    type(assignment).objects.filter(pk=assignment.pk).update(title=payload, category=payload)

    rows = table(download("csv"))
    parsed = sheets(download("xlsx"))

    assert rows[1][1] == f"'{payload}"
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert not [sheet for sheet in parsed if sheet.find(f".//{SPREADSHEET}f") is not None]
    texts = [one.text for sheet in parsed for one in sheet.iter(f"{SPREADSHEET}t")]
    assert [text for text in texts if text and text.strip() == payload.strip()]


def test_text_that_looks_like_something_else_stays_text(download, assignment, ada, ben):
    ben.delete()
    for name in ("#N/A", "TRUE", "2026-11-21", "007", "=1"):
        type(ada).objects.filter(pk=ada.pk).update(display_name=name)
        book = openpyxl.load_workbook(io.BytesIO(download("xlsx").content))

        assert (book["Marks"]["B2"].value, book["Marks"]["B2"].data_type) == (name, "s")


def test_control_characters_do_not_spoil_the_file(download, assignment, ada):
    type(ada).objects.filter(pk=ada.pk).update(display_name="A\x0bda")

    assert openpyxl.load_workbook(io.BytesIO(download("xlsx").content))["Marks"]["B2"].value == "Ada"


def test_a_class_without_assignments_has_files_too(download):
    book = openpyxl.load_workbook(io.BytesIO(download("xlsx").content))

    assert table(download("csv"))[0] == ["User name", "Name", "Overall (%)"]
    assert [sheet.max_row for sheet in book.worksheets] == [3, 3, 2]
