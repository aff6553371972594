"""The demo exercises in the browser: each solution passes, each untouched starter does not. Those that need packages
which only the browser has are tried with right and wrong answers, too, and what is recorded of them is compared.
So are the exercises of a track in Exercism's layout.
"""

from typing import Any

import pytest
from playwright.sync_api import Page

from exercises.demo_content import DemoExercise, demo_exercises
from tests.browser.checking import Pool, solution
from tests.exercises.answers import Answer, answers, needs_libraries
from tests.exercises.test_document_exercism import read
from tests.live import LiveSite

EXERCISES = demo_exercises()
ONLY_HERE = [exercise for exercise in EXERCISES if needs_libraries(exercise)]


@pytest.fixture(scope="module")
def pool(one_page: Page, live_server_process: LiveSite) -> Pool:
    """One page with two frames for the whole module: each job gets a fresh interpreter anyway."""
    one_page.goto(f"{live_server_process.public}/how-it-works/")
    return Pool(one_page, frames=2, frame=f"{live_server_process.run_origin}/frame/open/")


def job(exercise: DemoExercise, files: list[dict[str, Any]]) -> dict[str, Any]:
    about = {"document": exercise.document, "recorded": exercise.recorded, "person": "1"}
    return {**about, "files": files}


def failing(exercise: DemoExercise, verdicts: list[dict[str, Any]]) -> dict[str, str]:
    names = {one["id"]: one["name"] for one in exercise.document["checks"]}
    return {names[one["check"]]: one["summary"] for one in verdicts if one["state"] != "passed"}


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda exercise: exercise.slug)
def test_the_solution_passes_and_the_untouched_starter_does_not(pool: Pool, exercise: DemoExercise):
    document = exercise.document

    right, untouched = pool.check_all(job(exercise, solution(document)), job(exercise, document["starter"]))

    assert failing(exercise, right) == {}
    assert failing(exercise, untouched)


def test_of_an_imported_track_every_example_passes_and_no_stub_does(pool: Pool):
    documents = [exercise.document for exercise in read().collections[0].exercises]
    jobs = [{"document": one, "recorded": {}, "person": "1", "files": solution(one)} for one in documents]
    stubs = [{**one, "files": one["document"]["starter"]} for one in jobs]

    verdicts = pool.check_all(*jobs, *stubs)

    states = [[verdict["state"] for verdict in of_one] for of_one in verdicts]
    assert states[: len(jobs)] == [["passed"]] * len(jobs), verdicts[: len(jobs)]
    assert all(of_one != ["passed"] for of_one in states[len(jobs) :])


@pytest.mark.parametrize("exercise", ONLY_HERE, ids=lambda exercise: exercise.slug)
def test_answers_pass_all_checks_but_those_that_they_should_fail(pool: Pool, exercise: DemoExercise):
    tried: list[Answer] = answers(exercise)

    verdicts = pool.check_all(*(job(exercise, answer.files) for answer in tried))

    found = {str(answer): failing(exercise, one) for answer, one in zip(tried, verdicts, strict=True)}
    expected = {str(answer): set(answer.fails) for answer in tried}
    assert {name: set(failed) for name, failed in found.items()} == expected, found


@pytest.mark.parametrize("exercise", ONLY_HERE, ids=lambda exercise: exercise.slug)
def test_what_was_recorded_is_what_the_solution_does_now(pool: Pool, exercise: DemoExercise):
    assert pool.record(exercise.document) == exercise.recorded
