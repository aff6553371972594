"""The rows of what does not work: each module explains itself, and its program shows that very explanation."""

import importlib
import re

import pytest

from runtime_static.support import Status
from runtime_static.support.data import claim_tables, program_name
from tests.runtime.student_programs import read_program

absent_modules = importlib.import_module("codeyard.absent_modules")
CAN_BE_IMPORTED = ("subprocess",)
CLAIMS = [
    claim
    for table in claim_tables()
    for claim in table.claims
    if claim.status is Status.UNAVAILABLE and claim.modules and claim.modules[0] not in CAN_BE_IMPORTED
]


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: claim.id)
def test_the_modules_of_a_row_share_one_sentence(claim):
    first, *others = (absent_modules.MODULES[name] for name in claim.modules)

    assert all(other == first for other in others)


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: claim.id)
def test_the_program_of_a_row_shows_the_explanation_of_its_module(claim):
    module = claim.modules[0]
    absence = absent_modules.MODULES[module]
    program = read_program(program_name(module))
    lines = program.source.splitlines()
    line = next(
        number for number, text in enumerate(lines, 1) if re.match(rf"(import|from) {module}\b", text)
    )

    title, place, why, instead = program.explains.splitlines()

    assert title == f"{module} cannot be used here"
    assert place == f"Line {line} of main.py"
    assert why == absence.why[0].upper() + absence.why[1:]
    assert instead == f"Try this: {absence.instead}"


def test_every_program_that_cannot_work_compares_the_explanation():
    programs = {
        name
        for table in claim_tables()
        for claim in table.claims
        if claim.status is Status.UNAVAILABLE
        for name in claim.programs
    }

    assert [name for name in sorted(programs) if not read_program(name).explains] == []
