"""The demo exercises: what they hold, and that their checks tell right answers from wrong ones."""

from collections import Counter

import pytest

from exercises.demo_content import DemoExercise, demo_collections, demo_exercises
from exercises.document.kinds import KINDS

EXERCISES = demo_exercises()


def test_there_are_two_collections_with_at_least_twelve_exercises_each():
    assert [collection.slug for collection in demo_collections()] == ["first-steps", "data-and-charts"]
    assert all(len(collection.exercises) >= 12 for collection in demo_collections())


def test_every_kind_of_check_is_shown():
    seen = Counter(check["kind"] for one in EXERCISES for check in one.document["checks"])

    assert set(seen) == set(KINDS)


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda exercise: exercise.slug)
def test_an_exercise_explains_itself(exercise: DemoExercise):
    document = exercise.document

    assert document["summary"]
    assert document["topics"]
    assert len(document["hints"]) >= 2
    assert "## " in document["text"]
    for picture in document["pictures"]:
        assert f"(pictures/{picture['path']})" in document["text"]
    assert document["text"].count("(pictures/") == len(document["pictures"])
