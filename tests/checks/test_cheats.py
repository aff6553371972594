"""No cheat passes a check that is compared outside; for unittest, which cannot be, the true figure is told."""

from functools import cache

import pytest

from tests.checks.cheats import CHEATS, RIGHT, Cheat, exercise_for_cheats
from tests.checks.documents import program
from tests.checks.interpreters import check, record

DOCUMENT = exercise_for_cheats()
KINDS = [one["id"] for one in DOCUMENT["checks"]]
KNOWN: set[tuple[str, str]] = set()


@cache
def recorded():
    kept = record(DOCUMENT)
    assert kept["problems"] == {}
    return kept["recorded"]


def passed(cheat: Cheat) -> list[str]:
    """The checks that a cheat passes."""
    runs = [[kind] for kind in KINDS] if cheat.ends else [KINDS]
    verdicts = [one for kinds in runs for one in check(DOCUMENT, cheat.files, kinds, recorded=recorded())]
    assert len(verdicts) == len(KINDS)
    return [one["check"] for one in verdicts if one["state"] == "passed"]


def test_the_right_program_passes_all():
    assert {one["state"] for one in check(DOCUMENT, program(RIGHT), recorded=recorded())} == {"passed"}


@pytest.mark.parametrize("cheat", CHEATS, ids=lambda cheat: f"{cheat.name}, {cheat.variant}")
def test_no_cheat_passes(cheat):
    found = passed(cheat)

    assert found == (["unittest"] if (cheat.name, cheat.variant) in KNOWN else [])
