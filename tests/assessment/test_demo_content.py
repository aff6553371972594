"""The programs of the demo class do what the demo school says of them."""

import pytest

from assessment.demo_content import CLASSES, FUNCTIONS, NUMBERS, PRICES, DemoProgram, demo_programs
from tests.checks.interpreters import check

PROGRAMS = demo_programs()


@pytest.mark.parametrize(
    "program", PROGRAMS.values(), ids=lambda program: f"{program.exercise.slug}-{program.name}"
)
def test_a_program_passes_and_fails_as_its_browser_reported(program: DemoProgram):
    document = program.exercise.document
    files = [{"path": document["main"], "text": program.text}]

    verdicts = check(document, files, recorded=program.exercise.recorded, person="1")

    found = {one["check"]: "passed" if one["state"] == "passed" else "failed" for one in verdicts}
    assert found == program.states
    assert program.fails <= {one["name"] for one in document["checks"]}


def test_every_exercise_that_was_worked_on_has_a_right_and_a_wrong_program():
    worked_on = {place for one in (NUMBERS, FUNCTIONS, PRICES) for place in one.exercises}

    assert {place for place, _ in PROGRAMS} == worked_on
    for place in worked_on:
        assert {bool(one.fails) for (at, _), one in PROGRAMS.items() if at == place} == {True, False}
    assert not worked_on & set(CLASSES.exercises)
