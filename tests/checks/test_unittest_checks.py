"""Checks by a unittest file: honest programs, honest mistakes, and which tests have to run."""

import pytest

from tests.checks.documents import exercise, program
from tests.checks.interpreters import ask, check

TESTS = """
import unittest
from main import Box, area

class Base(unittest.TestCase):
    def test_base(self):
        self.assertEqual(area(1, 1), 1)

class TestArea(Base):
    def test_numbers(self):
        self.assertEqual(area(3, 4), 12)
        self.assertAlmostEqual(area(0.1, 3), 0.3)

    def test_error(self):
        with self.assertRaises(TypeError):
            area({}, {})

    def test_objects(self):
        self.assertEqual([Box(1)], [Box(1)])

    def test_each(self):
        for number in range(3):
            with self.subTest(number=number):
                self.assertEqual(area(number, 1), number)

    @unittest.skip("not yet")
    def test_later(self):
        self.fail()
"""
RIGHT = """
class Box:
    def __init__(self, n):
        self.n = n
    def __eq__(self, other):
        return self.n == other.n

def area(a, b):
    return a * b
"""


def verdict(text, tests=TESTS, **others):
    document = exercise({"kind": "unittest", "file": "test_area.py"}, tests={"test_area.py": tests, **others})
    return check(document, program(text))[0]


def test_a_right_program_passes_and_says_how_it_was_judged():
    told = verdict(RIGHT)

    assert (told["state"], told["trust"]) == ("passed", "beside")
    assert told["summary"] == "All 7 tests passed."


@pytest.mark.parametrize(
    ("change", "state", "summary"),
    [
        (("a * b", "a + b"), "failed", "The test test_base failed: 2 != 1"),
        (("a * b", "a * b if a != 0 else 1"), "failed", "The test test_each failed: 1 != 0"),
        (
            ("a * b", "1 / 0"),
            "error",
            "The test test_base stopped with ZeroDivisionError in line 9 of main.py",
        ),
        (("def area", "def aera"), "error", "Your program stopped with ImportError"),
        (("a * b", "exit()"), "error", "The test test_base stopped with SystemExit in line 9 of main.py"),
        (
            ("a * b", "a * b\nexit()"),
            "error",
            "The program ended itself, with exit(), before it could be checked.",
        ),
        (("self.n == other.n", "False"), "failed", "The test test_objects failed: Lists differ"),
    ],
)
def test_a_wrong_program_is_told_what_is_wrong(change, state, summary):
    told = verdict(RIGHT.replace(*change))

    assert told["state"] == state
    assert told["summary"].startswith(summary)


LIBRARIES = """
import asyncio, collections, contextlib, dataclasses, enum, functools, logging, typing, warnings

@dataclasses.dataclass(order=True)
class Box:
    n: int

Pair = collections.namedtuple("Pair", "a b")

class Side(typing.NamedTuple):
    n: float

class Colour(enum.Enum):
    RED = 1

@contextlib.contextmanager
def quietly():
    logging.getLogger("area").warning("working")
    warnings.warn("working")
    yield

@functools.lru_cache
def product(a, b):
    return a * b

async def wait():
    await asyncio.sleep(0.01)

asyncio.run(wait())

def area(a, b):
    with quietly():
        if isinstance(a, dict):
            raise TypeError(Colour.RED)
        again = collections.namedtuple("Again", "n")
        return product(*Pair(Side(a).n, again(b).n))
"""


def test_a_program_may_use_libraries_that_look_at_frames():
    assert verdict(LIBRARIES)["summary"] == "All 7 tests passed."


AROUND = """
import unittest
import main

def setUpModule():
    main.steps.append("module")

class TestSteps(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        main.steps.append("class")

    def setUp(self):
        main.steps.append("test")
        self.addCleanup(main.steps.append, "cleaned")

    def tearDown(self):
        main.steps.append("torn down")

    def test_1(self):
        self.assertEqual(main.steps, ["module", "class", "test"])

    def test_2(self):
        self.assertEqual(main.steps, ["module", "class", "test", "torn down", "cleaned", "test"])

    async def test_3(self):
        self.assertEqual(len(main.steps), 9)
"""


def test_what_stands_around_tests_is_called_in_its_order():
    assert verdict("steps = []", AROUND)["summary"] == "All 3 tests passed."


@pytest.mark.parametrize(("word", "name"), [("module", "setUpModule"), ("class", "setUpClass (TestSteps)")])
def test_what_goes_wrong_before_the_tests_is_an_error(word, name):
    told = verdict("steps = []", AROUND.replace(f'main.steps.append("{word}")', "1 / 0"))

    assert told["state"] == "error"
    assert told["summary"] == f"The test {name} stopped with ZeroDivisionError: division by zero"


def test_tests_may_have_other_files_and_libraries():
    tests = "import unittest, data\nfrom decimal import Decimal\nfrom main import area\nclass T(unittest.TestCase):\n"
    tests += "    def test_it(self):\n        self.assertEqual(area(Decimal('0.1'), 3), data.WANTED)\n"

    assert (
        verdict(RIGHT, tests, **{"data.py": "from decimal import Decimal\nWANTED = Decimal('0.3')"})["state"]
        == "passed"
    )


@pytest.mark.parametrize("tests", ["x = 1", "def f(:", "import unittest\nclass T(unittest.TestCase): pass"])
def test_a_file_without_tests_is_told(tests):
    document = exercise({"kind": "unittest", "file": "t.py"}, tests={"t.py": tests})

    assert "t.py" in ask("plan", document=document, checks=["1"])["problems"]["1"]


@pytest.mark.parametrize(
    "made_up",
    [
        [],
        [{"id": "TestArea.test_numbers", "outcome": "passed"}],
        [{"id": "TestArea.test_later", "outcome": "passed"}] * 2,
        [{"id": "x", "outcome": "splendid"}],
        "all",
    ],
)
def test_each_test_of_the_file_has_to_have_run(made_up):
    document = exercise({"kind": "unittest", "file": "t.py"}, tests={"t.py": TESTS})
    seen = {"transcript": [], "error": None, "tests": made_up}

    assert (
        ask("judge", document=document, check="1", files=[], observations={"1/1": seen})["state"] == "error"
    )
