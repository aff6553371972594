"""Whatever a student's interpreter says, the judge answers with a verdict, and passes nothing that it cannot read."""

import importlib
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.checks.cheats import exercise_for_cheats
from tests.checks.interpreters import ask, record

judging = importlib.import_module("codeyard_checks.judging")

DOCUMENT = exercise_for_cheats()
DOCUMENT["checks"] += [
    {"id": "figure", "kind": "figure", "title": "T", "lines": 1},
    {"id": "picture", "kind": "picture", "width": 3, "rules": [{"at": [0, 0], "colour": "#ff0000"}]},
    {
        "id": "turtle",
        "kind": "turtle",
        "path": [[[0, 0], [9, 0]]],
        "colours": ["red"],
        "fills": 1,
        "closed": True,
    },
]
WORDS = [
    "t",
    "v",
    "value",
    "error",
    "type",
    "message",
    "transcript",
    "out",
    "width",
    "pixels",
    "axes",
    "lines",
    "x",
    "y",
]
PARTS = [
    "transcript",
    "error",
    "values",
    "files",
    "figures",
    "picture",
    "turtle",
    "tests",
    "exit",
    "cut",
    "state",
]
VERDICT = {
    "check",
    "state",
    "trust",
    "summary",
    "given",
    "expected",
    "got",
    "difference",
    "place",
    "debug",
    "message",
}
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.sampled_from(WORDS),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(WORDS) | st.text(max_size=3), inner)
    ),
    max_leaves=12,
)
observations = st.dictionaries(st.sampled_from(PARTS), anything) | st.fixed_dictionaries(
    {"transcript": st.just([]), "error": st.none()}, optional=dict.fromkeys(PARTS[2:8], anything)
)


@pytest.fixture(scope="module")
def recorded():
    return record({**DOCUMENT, "checks": DOCUMENT["checks"][:-3]})["recorded"]


@given(anything | st.fixed_dictionaries({"do": st.sampled_from(["plan", "judge", "record", "shrink"])}))
def test_a_request_that_cannot_be_read_is_told(asked):
    answer = json.loads(judging.answer(json.dumps(asked)))

    assert answer["problem"]


@pytest.mark.parametrize("request_text", ["", "{", "[" * 100_000, '{"do": "play"}'])
def test_a_request_that_is_no_json_is_told(request_text):
    assert json.loads(judging.answer(request_text))["problem"]


@pytest.mark.parametrize("check_id", [one["id"] for one in DOCUMENT["checks"]])
@settings(max_examples=40, deadline=None)
@given(seen=observations | anything)
def test_nothing_made_up_passes(recorded, check_id, seen):
    about = {"document": DOCUMENT, "recorded": recorded, "person": ""}
    steps = ask("plan", **about, checks=[check_id])["steps"]

    told = ask("judge", **about, check=check_id, files=[], observations={step["id"]: seen for step in steps})

    assert set(told) >= VERDICT, told
    assert told["state"] in ("failed", "error")
    assert told["summary"]
