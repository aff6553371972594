"""Nothing is claimed in the tables of what works without a program that shows it, and no program is left over."""

import pytest

from runtime_static.support.data import claim_tables, program_name
from tests.runtime.student_programs import program_names, read_program

CLAIMS = [claim for table in claim_tables() for claim in table.claims]
ENDS = ("Finished", "Failed")


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: claim.id)
def test_every_module_that_a_row_names_is_imported_by_its_program(claim):
    for module in claim.modules:
        name = program_name(module)
        assert name not in claim.programs or module in read_program(name).imports


def test_every_program_belongs_to_a_row():
    assert set(program_names()) == {name for claim in CLAIMS for name in claim.programs}


@pytest.mark.parametrize("name", program_names())
def test_program_says_what_it_must_show(name):
    program = read_program(name)

    assert program.source.startswith('"""')
    assert program.ends in ENDS
    assert program.prints or program.says or program.pictures or program.explains, "compare something"
    assert program.ends == "Finished" or program.says or program.explains
