"""The demo exercises: what they hold, and that their checks tell right answers from wrong ones."""

import re

import pytest

from exercises.demo_content import COLLECTIONS, FOLDER, DemoExercise, demo_collections, demo_exercises
from exercises.document import collection_files, read_folder
from exercises.document.kinds import KINDS
from tests.checks.interpreters import check, solution
from tests.exercises.answers import Answer, answers, needs_libraries
from tests.exercises.record_demo import recorded_here

EXERCISES = demo_exercises()
# The others need packages that only the browser has: tests/browser/test_demo_exercises.py.
HERE = [exercise for exercise in EXERCISES if not needs_libraries(exercise)]
ANSWERS = [answer for exercise in HERE for answer in answers(exercise)]


def failing(exercise: DemoExercise, files: list[dict[str, str]]) -> dict[str, str]:
    """The checks that these files do not pass, by name, each with what the engine says."""
    names = {one["id"]: one["name"] for one in exercise.document["checks"]}
    verdicts = check(exercise.document, files, recorded=exercise.recorded, person="1")
    return {names[one["check"]]: one["summary"] for one in verdicts if one["state"] != "passed"}


def test_there_are_two_collections_with_at_least_twelve_exercises_each():
    assert [collection.slug for collection in demo_collections()] == ["first-steps", "data-and-charts"]
    assert all(len(collection.exercises) >= 12 for collection in demo_collections())


@pytest.mark.parametrize("name", COLLECTIONS)
def test_its_files_are_as_an_export_writes_them(name: str):
    paths = [path for path in (FOLDER / name).rglob("*") if path.is_file()]
    files = {path.relative_to(FOLDER / name).as_posix(): path.read_bytes() for path in paths}

    [collection] = read_folder(files, name).collections

    assert collection_files(collection) == files


@pytest.mark.parametrize("kind", KINDS)
def test_a_wrong_answer_fails_at_a_check_of_each_kind(kind: str):
    kinds = {
        (one.slug, check["name"]): check["kind"] for one in EXERCISES for check in one.document["checks"]
    }
    seen = {kinds[one.slug, name] for one in EXERCISES for answer in answers(one) for name in answer.fails}

    assert kind in seen


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda exercise: exercise.slug)
def test_an_exercise_explains_itself(exercise: DemoExercise):
    document = exercise.document

    assert document["summary"]
    assert document["topics"]
    assert len(document["hints"]) >= 2
    assert "## " in document["text"]
    pictures = re.findall(r"!\[[^\]]+\]\(pictures/([^)]+)\)", document["text"])
    assert pictures == [picture["path"] for picture in document["pictures"]]
    own = {file["path"]: file for file in document["tests"]}
    assert all(own.get(file["path"], file) == file for file in document["starter"])


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda exercise: exercise.slug)
def test_an_exercise_has_right_and_wrong_answers_beside_its_own(exercise: DemoExercise):
    found = {answer.name.partition("_")[0]: answer for answer in answers(exercise)}
    names = {one["name"] for one in exercise.document["checks"]}

    assert set(found) == {"right", "wrong"}
    for answer in answers(exercise):
        assert answer.name.startswith("wrong") == bool(answer.fails)
        assert answer.fails <= names


@pytest.mark.parametrize("exercise", HERE, ids=lambda exercise: exercise.slug)
def test_what_was_recorded_is_what_the_solution_does_now(exercise: DemoExercise):
    assert exercise.recorded == recorded_here(exercise), "python -m tests.exercises.record_demo"


@pytest.mark.parametrize("exercise", HERE, ids=lambda exercise: exercise.slug)
def test_the_solution_passes_and_the_untouched_starter_does_not(exercise: DemoExercise):
    document = exercise.document

    assert failing(exercise, solution(document)) == {}
    assert failing(exercise, document["starter"])


@pytest.mark.parametrize("answer", ANSWERS, ids=str)
def test_an_answer_passes_all_checks_but_those_that_it_should_fail(answer: Answer):
    found = failing(answer.exercise, answer.files)

    assert set(found) == answer.fails, found
