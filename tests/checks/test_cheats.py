"""No cheat passes a check that is compared outside. What deceives unittest, which cannot be, is known."""

from functools import cache

import pytest

from tests.checks.cheats import CHEATS, RIGHT, Cheat, exercise_for_cheats
from tests.checks.documents import exercise, program
from tests.checks.interpreters import check, record

DOCUMENT = exercise_for_cheats()
KINDS = [one["id"] for one in DOCUMENT["checks"]]


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
    assert passed(cheat) == []


AT_THE_TOP = """
import unittest
from main import area

WANTED = {(3, 4): 12}

class TestArea(unittest.TestCase):
    def test_area(self):
        for sides, wanted in WANTED.items():
            self.assertEqual(area(*sides), wanted)
"""
BY_HAND = AT_THE_TOP.replace("assertEqual(area(*sides), wanted)", "assertTrue(area(*sides) == wanted)")
READS_NAMES = """
import unittest
def area(a, b):
    case = unittest.TestCase.__subclasses__()[-1]
    return case.test_area.__globals__["WANTED"][a, b]
"""
CLAIMS = """
class Equal:
    def __eq__(self, other): return True
def area(a, b):
    return Equal()
"""


@pytest.mark.parametrize(
    ("tests", "text", "state"),
    [
        (AT_THE_TOP, READS_NAMES, "passed"),
        (BY_HAND, CLAIMS, "passed"),
        (AT_THE_TOP, CLAIMS, "failed"),
    ],
)
def test_what_still_deceives_a_unittest_is_known(tests, text, state):
    document = exercise({"kind": "unittest", "file": "t.py"}, tests={"t.py": tests})

    told = check(document, program(text))[0]

    assert (told["state"], told["trust"]) == (state, "beside")
