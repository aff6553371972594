"""Random values: inside their bounds, the same for the same seed, and smaller ones that grow smaller."""

import importlib
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

generators = importlib.import_module("codeyard_checks.judging.generators")
problems = importlib.import_module("codeyard_checks.judging.problems")

DESCRIPTIONS = {
    "int(-5, 100)": lambda v: type(v) is int and -5 <= v <= 100,
    "int(7, 9)": lambda v: 7 <= v <= 9,
    "int(-9, -7)": lambda v: -9 <= v <= -7,
    "float(-1.5, 2)": lambda v: type(v) is float and -1.5 <= v <= 2,
    "float(0.001, 0.002)": lambda v: 0.001 <= v <= 0.002,
    "bool()": lambda v: type(v) is bool,
    "choice('red', 'green', 3)": lambda v: v in ("red", "green", 3),
    'text(2, 5, "ab")': lambda v: 2 <= len(v) <= 5 and set(v) <= set("ab"),
    "list(int(1, 6), 2, 4)": lambda v: 2 <= len(v) <= 4 and all(1 <= one <= 6 for one in v),
    "tuple(int(0, 3), text(1, 2))": lambda v: len(v) == 2 and 0 <= v[0] <= 3 and 1 <= len(v[1]) <= 2,
    "set(int(0, 20), 1, 5)": lambda v: 1 <= len(v) <= 5 and all(0 <= one <= 20 for one in v),
    "dict(text(1, 3), int(0, 9), 1, 3)": lambda v: 1 <= len(v) <= 3 and all(type(k) is str for k in v),
    "none_or(list(list(int(0, 2), 0, 2), 0, 3))": lambda v: v is None or len(v) <= 3,
}


@pytest.mark.parametrize("description", DESCRIPTIONS)
@given(st.integers(), st.floats(0, 1))
def test_values_and_what_they_shrink_to_keep_their_bounds(description, seed, size):
    holds, generator = DESCRIPTIONS[description], generators.generator(description)

    value = generator.value(random.Random(seed), size)

    assert holds(value)
    assert value == generators.read(generators.source(value))
    assert value == generator.value(random.Random(seed), size)
    assert all(holds(smaller) and smaller != value for smaller in generator.smaller(value))


@pytest.mark.parametrize("description", DESCRIPTIONS)
@given(st.integers())
def test_shrinking_comes_to_an_end(description, seed):
    generator = generators.generator(description)
    value = generator.value(random.Random(seed), 1.0)

    for _ in range(500):
        value, before = next(generator.smaller(value), None), value
        if value is None:
            break

    assert value is None, before


def test_small_values_come_first():
    generator = generators.generator("list(int(0, 100), 0, 10)")

    first = [generator.value(random.Random(seed), 0.05) for seed in range(20)]

    assert all(len(value) <= 1 and sum(value) <= 10 for value in first)


@pytest.mark.parametrize(
    "text",
    ["int(9, 1)", "int(1)", "int(1, 'a')", "12", "text(3, 1)", "list(3)", "open('x')", "choice()", "list(int(0,1)",
     "float(0, 1e999)", "list(int(0, 1), 0, 10**9)", "text(0, 3, '')", "none_or()", 12],
)  # fmt: skip
def test_what_is_no_generator_is_told(text):
    with pytest.raises(problems.Problem, match="arguments"):
        generators.generator(text)


@pytest.mark.parametrize(("value", "line"), [(3, "3"), ("a b", "a b"), ([1, 2], "1 2"), ({3, 1}, "1 3")])
def test_values_are_typed_as_people_type_them(value, line):
    assert generators.line(value) == line
