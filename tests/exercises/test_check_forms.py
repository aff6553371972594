"""The forms of checks: what they show is what they store, and faults stand beside their fields."""

import pytest

from exercises.demo_content import demo_exercises
from exercises.document.kinds import KINDS
from exercises.forms.checks import FORMS
from tests import factories as make

CHECKS = [(exercise, check) for exercise in demo_exercises() for check in exercise.document["checks"]]


def submitted(form):
    """What a browser sends of a form that nobody has changed."""
    data = {}
    rows = [form.row_forms.management_form, *form.row_forms] if form.row_forms else []
    for one in [form, *rows]:
        for field in one:
            value = field.value()
            if value is True:
                data[field.html_name] = "on"
            elif value is not None and value is not False:
                data[field.html_name] = value if isinstance(value, list) else str(value).replace("\n", "\r\n")
    return data


def test_there_is_a_form_for_every_kind():
    assert set(FORMS) == set(KINDS)


@pytest.mark.parametrize(
    ("exercise", "check"), CHECKS, ids=lambda one: getattr(one, "slug", None) or one["id"]
)
def test_what_a_form_shows_is_what_it_stores(exercise, check):
    shown = FORMS[check["kind"]](exercise.document, check)

    again = FORMS[check["kind"]](exercise.document, check, submitted(shown))

    assert again.is_valid(), (again.errors, again.row_forms and again.row_forms.errors)
    assert again.check == check


@pytest.mark.parametrize("kind", KINDS)
def test_an_empty_form_says_what_is_missing(kind):
    form = FORMS[kind](make.document(), None, {"rows-TOTAL_FORMS": "0", "rows-INITIAL_FORMS": "0"})

    assert not form.is_valid()
    assert form.errors["name"]


def rows(*given, **fields):
    data = {"name": "Calls", "weight": "1", "show": "all", "seconds": "5", "tolerance": "0", **fields}
    data |= {"rows-TOTAL_FORMS": str(len(given)), "rows-INITIAL_FORMS": "0"}
    for number, row in enumerate(given):
        data |= {f"rows-{number}-{name}": value for name, value in row.items()}
    return data


def test_fault_of_a_case_stands_in_its_row():
    data = rows({"call": "f(1)", "gives": "2"}, {}, {"call": "f(2", "gives": "4"})

    form = FORMS["function"](make.document(), None, data)

    assert not form.is_valid()
    assert list(form.row_forms.forms[2].errors) == ["call"]
    assert not form.row_forms.forms[0].errors


def test_fault_of_a_field_stands_beside_it():
    data = rows(match="pattern", output="(", prompts="ignore", tolerance="")

    form = FORMS["output"](make.document(), None, data)

    assert not form.is_valid()
    assert list(form.errors) == ["output"]


def test_empty_and_deleted_rows_do_not_count():
    data = rows({"call": "f(1)", "gives": "2"}, {"call": "f(9)", "DELETE": "on"}, {}, {"call": "f(2)"})

    form = FORMS["function"](make.document(), None, data)

    assert form.is_valid(), form.errors
    assert [case["call"] for case in form.check["cases"]] == ["f(1)", "f(2)"]


def test_printing_nothing_and_not_looking_are_told_apart():
    data = rows({"call": "f(1)", "prints": "(nothing)"}, {"call": "f(2)", "prints": ""})

    form = FORMS["function"](make.document(), None, data)

    assert form.is_valid(), form.errors
    assert [case["prints"] for case in form.check["cases"]] == ["", None]


def test_source_rules_of_every_sort():
    given = [
        {"rule": "uses", "value": "for"},
        {"rule": "avoids", "value": "sorted()"},
        {"rule": "defines", "value": "area", "parameters": "2"},
        {"rule": "imports", "value": "math"},
        {"rule": "avoids_import", "value": "re"},
        {"rule": "calls", "value": "print()", "at_least": "1", "at_most": "3"},
        {"rule": "at_most_lines", "value": "10"},
    ]

    form = FORMS["source"](make.document(), None, rows(*given))

    assert form.is_valid(), form.row_forms.errors
    assert form.check["rules"] == [
        {"uses": "for"},
        {"avoids": "sorted()"},
        {"defines": "area", "parameters": 2},
        {"imports": "math"},
        {"avoids_import": "re"},
        {"calls": "print", "at_least": 1, "at_most": 3},
        {"at_most_lines": 10},
    ]


@pytest.mark.parametrize(
    "row", [{"value": "for"}, {"rule": "uses", "value": "fro"}, {"rule": "at_most_lines", "value": "many"}]
)
def test_faulty_source_rules_are_told(row):
    form = FORMS["source"](make.document(), None, rows(row))

    assert not form.is_valid()
    assert form.row_forms.forms[0].errors
