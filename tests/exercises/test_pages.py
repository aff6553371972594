"""The pages of students: the list of exercises, and an exercise in its workspace."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from exercises.models import Work
from projects.models import Project
from tests import factories as make
from tests.exercises.conftest import ExercisePage

pytestmark = pytest.mark.django_db
PUZZLE = {
    "id": "puzzle", "name": "Answer", "kind": "puzzle", "weight": 1, "message": "", "hidden": False, "show": "all",
    "seconds": 5, "make": "make.py", "input_file": "input.txt", "inputs": 30, "match": "trimmed", "ignore_case": False,
    "ignore_space": False, "tolerance": None,
}  # fmt: skip
INPUTS = [{"input": f"input {number}", "answer": f"answer {number}"} for number in range(30)]


def test_page_starts_from_its_data(page):
    work = Work.objects.get()

    assert page.data["exercise"] == {
        "id": page.exercise.pk, "title": "Double", "version": page.exercise.published.pk, "main": "main.py",
        "hints": 2, "opened": [], "hidden": 1, "passed": False, "showSolution": True,
    }  # fmt: skip
    assert page.data["urls"] == {
        "attempts": f"/exercises/{page.exercise.pk}/attempts/",
        "attempt": f"/exercises/{page.exercise.pk}/attempts/",
        "hint": f"/exercises/{page.exercise.pk}/hints/",
        "solution": f"/exercises/{page.exercise.pk}/solution/",
    }
    assert work.project.owner == page.who
    text = page.opened.content.decode()
    assert f'"url": "/exercises/{page.exercise.pk}/"' in text
    assert f'"files": "/projects/{work.project.pk}/files/"' in text
    assert page.opened["Cross-Origin-Embedder-Policy"] == "require-corp"
    assert page.opened["X-Codeyard-Keep"] == "Double"


def test_page_holds_neither_solution_nor_hidden_checks_nor_closed_hints(page):
    text = page.opened.content.decode()

    assert "print(2 * int(input()))" not in text
    assert "Double of 2" in text
    assert "Double of 3" not in text
    assert "Use `*`" not in text


def test_opening_twice_keeps_the_work(page):
    project = Work.objects.get().project
    make.save(page.who, project, "print(8)\n", path="mine.py")

    again = ExercisePage(page.who, page.exercise, page.client)

    assert "mine.py" in again.opened.content.decode()
    assert Project.objects.filter(owner=page.who).count() == 1


def test_work_on_an_exercise_is_no_project_of_ones_own(page):
    assert "Double" not in page.client.get("/projects/").content.decode()


def test_puzzle_gives_each_person_her_own_input(school):
    exercise = make.exercise(
        collection=make.collection(),
        checks=[PUZZLE],
        tests=[{"path": "make.py", "text": "def make_input(random): return ''\n"}],
    )
    make.published(exercise, recorded={"puzzle": {"inputs": INPUTS}})

    pages = [ExercisePage(make.student(), exercise) for _ in range(8)]

    own = [page.data["recorded"]["puzzle"]["inputs"] for page in pages]
    assert all(len(inputs) == 1 for inputs in own)
    assert len({inputs[0]["input"] for inputs in own}) > 1
    for page, inputs in zip(pages, own, strict=True):
        file = Work.objects.get(student=page.who).project.files.get(path="input.txt")
        assert bytes(file.content).decode() == inputs[0]["input"]


def test_puzzle_answer_reaches_no_students_page(school):
    exercise = make.exercise(
        collection=make.collection(),
        checks=[PUZZLE],
        tests=[{"path": "make.py", "text": "def make_input(random): return ''\n"}],
    )
    sealed = [{"input": "1 2", "answer": "an-answer", "sealed": "ab" * 32}]
    make.published(exercise, recorded={"puzzle": {"inputs": sealed}})

    page = ExercisePage(make.student(), exercise)

    assert "an-answer" not in page.opened.content.decode()
    assert page.data["recorded"]["puzzle"]["inputs"][0]["sealed"] == "ab" * 32


def test_only_published_exercises_of_published_collections_open(school):
    drafts = make.exercise(collection=make.collection())
    closed = make.exercise(collection=make.collection(published=False))
    alone = make.exercise()
    archived = make.exercise(collection=make.collection())
    for exercise in (closed, alone, archived):
        make.published(exercise)
    archived.archived = True
    archived.save()
    client = make.signed_in(make.student())

    answers = [client.get(f"/exercises/{one.pk}/").status_code for one in (drafts, closed, alone, archived)]

    assert answers == [404] * 4
    assert "No exercises yet" in client.get("/exercises/").content.decode()


def test_what_was_begun_stays_open(page):
    page.exercise.archived = True
    page.exercise.save()

    assert page.client.get(f"/exercises/{page.exercise.pk}/").status_code == 200


def test_list_says_how_far_one_is(page):
    unit = page.exercise.collection
    for title in ("Half", "Third"):
        make.published(make.exercise(collection=unit, title=title, topics=["fractions"]))
    page.send()

    text = page.client.get("/exercises/").content.decode()

    assert text.count("Not started") == 2
    assert text.count(">Passed<") == 1
    assert text.index("Double") < text.index("Half") < text.index("Third")


@pytest.mark.parametrize("address", ["/exercises/", "/"])
def test_lists_show_what_is_published_not_what_is_being_written(page, address):
    page.exercise.title = "Being written"
    page.exercise.save()

    text = page.client.get(address).content.decode()

    assert "Double" in text
    assert "Being written" not in text


def test_list_filters_by_topic(page):
    make.published(make.exercise(collection=page.exercise.collection, title="Half", topics=["a & b"]))

    text = page.client.get("/exercises/?topic=a+%26+b").content.decode()

    assert "Half" in text
    assert "Double" not in text
    assert 'href="?topic=a%20%26%20b"' in text


def test_state_of_a_failed_attempt_counts_checks(page):
    page.send(results=[{"check": "two", "state": "failed"}])

    assert "Passed 0 of 1" in page.client.get("/exercises/").content.decode()


def test_home_leads_to_what_was_begun(page):
    assert "Double" in page.client.get("/").content.decode()

    page.send()

    assert "Double" not in page.client.get("/").content.decode()


def test_exercises_of_another_school_are_not_here(page, south, in_school):
    with in_school(south):
        foreign = make.exercise(collection=make.collection(), title="Southern")
        for _ in range(3):
            make.published(make.exercise(collection=foreign.collection, title="Southern"))

    assert "Southern" not in page.client.get("/exercises/").content.decode()


@pytest.mark.parametrize("path", ["/exercises/", "/"])
def test_number_of_queries_does_not_grow(page, path):
    def queries() -> int:
        with CaptureQueriesContext(
            connection,
        ) as counted:
            page.client.get(path)
        return len(counted)

    page.client.get(path)
    with_one = queries()
    for _ in range(2):
        more = make.exercise(collection=make.collection())
        make.published(more)
        make.attempt(make.work(more, page.who), two="failed")

    assert queries() == with_one


PNG = {"path": "dot.png", "base64": "iVBORw0KGgo="}
SVG = {"path": "a b.svg", "text": "<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>"}


def test_pictures_come_from_the_exercise_alone(school):
    exercise = make.exercise(
        collection=make.collection(),
        pictures=[PNG, SVG],
        text="![Dot](pictures/dot.png) ![S](<pictures/a b.svg>)",
    )
    make.published(exercise)
    page = ExercisePage(make.student(), exercise)
    text = page.opened.content.decode()

    png = page.client.get(f"/exercises/{exercise.pk}/pictures/dot.png")
    svg = page.client.get(f"/exercises/{exercise.pk}/pictures/a%20b.svg")

    assert f'<img src="/exercises/{exercise.pk}/pictures/dot.png" alt="Dot">' in text
    assert f'src="/exercises/{exercise.pk}/pictures/a%20b.svg"' in text
    assert (png["Content-Type"], png.content) == ("image/png", b"\x89PNG\r\n\x1a\n")
    assert svg["Content-Type"] == "image/svg+xml"
    assert "sandbox" in svg["Content-Security-Policy"]
    assert svg["X-Content-Type-Options"] == "nosniff"
    assert page.client.get(f"/exercises/{exercise.pk}/pictures/other.png").status_code == 404
