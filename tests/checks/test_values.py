"""Values travel as tagged data, and are compared and shown without their classes."""

import importlib
import json
import math
from collections import Counter, OrderedDict, namedtuple
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import IntEnum
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

encoding = importlib.import_module("codeyard_checks.values.encoding")
comparing = importlib.import_module("codeyard_checks.values.comparing")
wording = importlib.import_module("codeyard_checks.values.wording")
literals = importlib.import_module("codeyard_checks.judging.literals")

Colour = IntEnum("Colour", "RED GREEN")
Point = namedtuple("Point", "x y")
keys = st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.dates() | st.fractions()
plain = st.recursive(
    keys
    | st.floats()
    | st.decimals(allow_nan=False)
    | st.binary(max_size=5)
    | st.timedeltas()
    | st.datetimes(),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.tuples(inner, inner)
        | st.dictionaries(keys, inner, max_size=3)
        | st.frozensets(keys, max_size=3)
    ),
    max_leaves=15,
)


def travelled(value):
    return json.loads(json.dumps(encoding.encode(value)))


def same(expected, got, **how):
    return comparing.same(travelled(expected), travelled(got), **how)


@given(plain)
def test_a_value_equals_itself_after_its_journey(value):
    assert same(value, value, exact_type=True)
    assert isinstance(wording.shown(travelled(value)), str)


@given(st.recursive(keys, lambda inner: st.lists(inner) | st.tuples(inner, inner), max_leaves=10))
def test_values_are_the_same_only_when_python_says_so(value):
    other = [value]

    assert not same(value, other)
    assert not same(other, value)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.binary(),
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=3),
        max_leaves=10,
    )
)
def test_a_literal_gives_the_value_that_it_writes(value):
    assert comparing.same(literals.tagged(repr(value)), travelled(value), exact_type=True)


@pytest.mark.parametrize(
    ("expected", "got"),
    [
        (3, 3.0),
        (0.3, 0.1 + 0.2),
        (1e20, 1e20 + 1e5),
        (math.nan, math.nan),
        ({1, 2}, frozenset([2, 1])),
        ({"a": 1}, Counter("a")),
        ({"a": 1}, OrderedDict(a=1)),
        ((1, 2), Point(1, 2)),
        (2, Colour.GREEN),
        (Decimal("1.5"), 1.5),
        (Fraction(1, 3), 1 / 3),
        (1 + 2j, 1 + 2j),
        ({0.3}, {0.1 + 0.2}),
        (range(0), range(3, 3)),
    ],
)
def test_values_that_mean_the_same_are_the_same(expected, got):
    assert same(expected, got, tolerance=1e-9)


@pytest.mark.parametrize(
    ("expected", "got"),
    [
        (1, True),
        (1, "1"),
        ([1], (1,)),
        ("a", b"a"),
        (0.3, 0.31),
        ({"a": 1}, {"a": 2}),
        ({"a": 1}, {"b": 1}),
        ({1, 2}, {1, 3}),
        (None, 0),
        (math.inf, -math.inf),
        (math.inf, math.nan),
        (date(2024, 2, 1), datetime(2024, 2, 1)),
        (timedelta(1), time(1)),
    ],
)
def test_values_that_differ_are_not_the_same(expected, got):
    assert not same(expected, got, tolerance=1e-9)


def test_exact_types_are_told_apart():
    assert not same(3, 3.0, exact_type=True)
    assert not same((1, 2), Point(1, 2), exact_type=True)


class AlwaysEqual:
    def __eq__(self, other):
        return True

    def __hash__(self):
        return 1

    def __repr__(self):
        return "12"


class LyingInt(int):
    def __int__(self):
        return 12

    def __str__(self):
        return "12"

    __repr__ = __str__


@pytest.mark.parametrize("liar", [AlwaysEqual(), LyingInt(3), [AlwaysEqual()]])
def test_what_a_class_says_of_itself_does_not_count(liar):
    assert not same(12, liar)
    assert not same([12], liar)


def test_what_is_too_deep_or_too_large_or_goes_round_equals_nothing_else():
    endless = []
    endless.append(endless)
    deep = []
    for _ in range(200):
        deep = [deep]

    assert not same(deep, deep)
    assert not same(list(range(20_000)), list(range(20_000)))
    assert not same(1 << 2_000_000, 1 << 2_000_000)
    assert same(10**5000, 10**5000)
    assert not same(10**5000, 10**5000 + 1)
    assert same(endless, endless)
    assert not same(endless, [[]])


@given(
    st.recursive(st.none() | st.integers() | st.text(), lambda i: st.lists(i) | st.dictionaries(st.text(), i))
)
def test_anything_can_be_said_to_the_judge(made_up):
    for tag in ("int", "float", "dict", "set", "table", "array", "range", "object", "decimal", "again"):
        claim = {"t": tag, "v": made_up}
        assert comparing.same(travelled(12), claim) in (False, tag == "int" and made_up in ("12",))
        wording.shown(claim)


@pytest.mark.parametrize(
    "text",
    ["open('x')", "__import__('os')", "[1, 2", "x", "1 if 2 else 3", "'a' * 10**9", "set(range(10**9))"],
)
def test_a_literal_is_never_evaluated(text):
    with pytest.raises(importlib.import_module("codeyard_checks.judging.problems").Problem):
        literals.tagged(text)
