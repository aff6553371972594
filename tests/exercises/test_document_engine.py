"""What a document may hold, the check engine can read: nothing passes here that a teacher could not try."""

import importlib
import json

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from exercises.document.generators import generator
from exercises.document.python_text import literal
from exercises.document.shapes import FaultError
from tests.checks.conftest import BROWSER_PYTHON
from tests.exercises.documents import documents

LITERALS = [
    "12", "-1.5", "1e300", "3 + 4j", "1/3", "2 * 3", "'a'", "b'a'", "None", "True", "[1, [2]]", "(1,)", "()", "{1, 2}",
    "{}", "{'a': (1, 2)}", "set()", "set([1, 2])", "frozenset((1,))", "range(3)", "range(0, 10, 2)", "Decimal('1.5')",
    "decimal.Decimal('1')", "Fraction(1, 3)", "date(2024, 2, 1)", "datetime.date(2024, 2, 1)",
    "datetime(2024, 2, 1, 12, 30)", "time(12, 30)", "timedelta(days=2)", "inf", "-inf", "nan", "math.inf",
    "array([1, 2])", "np.array([[1, 2], [3, 4]])", "complex(1, 2)", "float('inf')",
]  # fmt: skip
NO_LITERALS = [
    "hello", "open('x')", "area(3)", "__import__('os')", "[x for x in 'ab']", "lambda: 1", "f'{1}'", "...", "x = 1",
    "1 if 2 else 3", "a.b", "'a", "1,\n2\n3",
]  # fmt: skip
GENERATORS = [
    "int(0, 9)", "int(-5, -5)", "float(0, 1.5)", "bool()", "choice('a', None, 3)", "text()", "text(1)", "text(1, 3)",
    "text(1, 3, 'ab')", "list(int(0, 9))", "list(int(0, 9), 1, 5)", "set(bool(), 0, 2)", "tuple(int(0, 1), bool())",
    "dict(text(1, 3), int(0, 9), 1, 4)", "none_or(list(text(1, 2), 0, 2))",
]  # fmt: skip
NO_GENERATORS = [
    "", "int", "int()", "int(1)", "int(9, 0)", "int(0.5, 1)", "int(0, x)", "float(0)", "float(1, 0)", "bool(1)",
    "choice()", "choice(int(0, 1))", "text(3, 1)", "text(0, 3, '')", "text(0, 3, 'a', 1)", "text(0, 1000)", "list()",
    "list(3)",
    "list(int(0, 9), -1, 2)", "list(int(0, 9), 0, 300)", "set(0, 1)", "dict(int(0, 1))", "none_or()", "none_or(3)",
    "word(1, 2)", "int(0, 9) + 1", "[int(0, 9)]", "int(low=0, high=1)",
]  # fmt: skip
# These need what is in a file of tests, which is anything here.
WITH_FILES = {"unittest", "doctest", "puzzle"}


def part(name):
    """A module of the judge; the fixture `engine` makes it importable."""
    return importlib.import_module(f"codeyard_checks.judging.{name}")


@pytest.fixture
def engine(monkeypatch):
    monkeypatch.syspath_prepend(BROWSER_PYTHON)
    return importlib.import_module("codeyard_checks.judging")


@pytest.mark.parametrize("text", LITERALS)
def test_a_value_is_one_for_both(engine, text):
    assert literal(text) == text
    assert part("literals").tagged(text)


@pytest.mark.parametrize("text", NO_LITERALS)
def test_what_is_no_value_is_refused_by_both(engine, text):
    with pytest.raises(FaultError):
        literal(text)
    with pytest.raises(part("problems").Problem):
        part("literals").tagged(text)


@pytest.mark.parametrize("text", GENERATORS)
def test_a_random_input_is_one_for_both(engine, text):
    assert generator(text) == text
    assert part("generators").generator(text)


@pytest.mark.parametrize("text", NO_GENERATORS)
def test_what_is_no_random_input_is_refused(text):
    with pytest.raises(FaultError):
        generator(text)


# Without looking for a smaller example: a problem names its check, and a large document takes the engine long.
@settings(
    max_examples=30,
    deadline=None,
    phases=[Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(documents())
def test_the_engine_finds_no_problem_in_a_valid_check(engine, document):
    checks = [check["id"] for check in document["checks"] if check["kind"] not in WITH_FILES]
    request = {
        "do": "plan",
        "document": document,
        "checks": checks,
        "recorded": {},
        "person": "1",
        "seed": "1",
    }

    answer = json.loads(engine.answer(json.dumps(request)))

    assert answer["problems"] == {}
