"""Reporting attempts: exactly one schema, one use of a nonce, and nobody else's."""

import json
from types import SimpleNamespace

import pytest
from django.core.cache import cache

from exercises.limits import ATTEMPTS_A_WINDOW, SNAPSHOT_BYTES
from exercises.models import Attempt, Snapshot, Work
from schools import throttle
from tests import factories as make
from tests.exercises.conftest import ExercisePage
from tests.projects.api import refusal

pytestmark = pytest.mark.django_db
FILE = {"path": "main.py", "text": "x"}
RESULT = {"check": "two", "state": "passed"}


def test_attempt_is_kept_with_its_code(page):
    answer = page.send()

    kept = Attempt.objects.get()
    assert answer.json() == {
        "attempt": kept.pk, "score": 1.0, "passed": True, "nonce": answer.json()["nonce"]
    }  # fmt: skip
    assert (kept.work.student, kept.results) == (page.who, {"two": "passed"})
    assert kept.snapshot.files[0]["text"] == "print(4)\n"
    assert len(kept.snapshot.files[0]["sha256"]) == 64
    assert kept.version == page.exercise.published


def test_score_is_the_share_of_the_weights_of_visible_checks(school):
    document = make.document()
    one, hidden = document["checks"]
    checks = [{**one, "weight": 3}, {**one, "id": "more", "weight": 1}, {**hidden, "weight": 5}]
    exercise = make.exercise(collection=make.collection(), checks=checks)
    make.published(exercise)
    page = ExercisePage(make.student(), exercise)

    answer = page.send(results=[RESULT, {"check": "more", "state": "error"}]).json()

    assert (answer["score"], answer["passed"]) == (0.75, False)


def test_files_that_are_no_text_are_kept_to_the_byte(page):
    page.send(files=[{"path": "a.bin", "base64": "/wA="}, {"path": "zero.txt", "text": "a\0b\r\n"}])

    files = {file["path"]: file for file in Snapshot.objects.get().files}
    assert files["a.bin"]["base64"] == "/wA="
    assert files["zero.txt"]["base64"] == "YQBiDQo="


def test_same_code_is_kept_once(page):
    page.send()
    page.data["nonce"] = (
        page.send(results=[{"check": "two", "state": "failed"}], nonce="").json().get("nonce")
    )
    second = ExercisePage(page.who, page.exercise, page.client).send()

    assert second.status_code == 200
    assert Attempt.objects.count() == 2
    assert Snapshot.objects.count() == 1


@pytest.mark.parametrize(
    "changes",
    [
        {"nonce": 1},
        {"nonce": "x" * 201},
        {"version": "1"},
        {"version": True},
        {"version": 0},
        {"version": 2**70},
        {"version": 1.0},
        {"files": {}},
        {"files": ["main.py"]},
        {"files": [{"path": "main.py"}]},
        {"files": [{**FILE, "base64": ""}]},
        {"files": [{**FILE, "more": 1}]},
        {"files": [{"path": "../x", "text": ""}]},
        {"files": [{"path": "a.py", "base64": "%"}]},
        {"files": [{"path": "a.py", "text": "\ud800"}]},
        {"files": [FILE, {"path": "MAIN.py", "text": ""}]},
        {"results": []},
        {"results": {}},
        {"results": ["two"]},
        {"results": [RESULT, RESULT]},
        {"results": [{"check": "three", "state": "passed"}]},
        {"results": [{"check": "other", "state": "passed"}]},
        {"results": [{"check": "two", "state": "Passed"}]},
        {"results": [{"check": "two", "state": 1}]},
        {"results": [{"check": "two", "state": "passed", "score": 101}]},
        {"score": 1},
        {"verified": True},
    ],
    ids=lambda changes: json.dumps(changes)[:60],
)
def test_anything_but_the_schema_is_refused(page, changes):
    answer = page.send(**changes)

    assert refusal(answer) == (400, "invalid")
    assert not Attempt.objects.exists()


@pytest.mark.parametrize("missing", ["nonce", "version", "files", "results"])
def test_missing_fields_are_refused(page, missing):
    report = page.report()
    del report[missing]

    assert refusal(page.call("POST", "attempts/", report)) == (400, "invalid")


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[]",
        b'{"version": NaN}',
        b'{"version": Infinity}',
        b'{"nonce": "\xff"}',
        b"[" * 5000 + b"]" * 5000,
        b'{"results": ' + b"[" * 100_000,
        b'{"version": ' + b"9" * 5000 + b"}",
    ],
    ids=lambda body: repr(body[:20]),
)
def test_what_is_no_json_object_is_refused(page, body):
    assert refusal(page.call("POST", "attempts/", body)) == (400, "invalid")


def test_files_that_are_too_large_are_refused(page):
    answer = page.send(files=[{"path": "a.txt", "text": "x" * (SNAPSHOT_BYTES + 1)}])

    assert refusal(answer) == (413, "too-large")
    assert not Snapshot.objects.exists()


def test_too_many_files_are_refused(page):
    answer = page.send(files=[{"path": f"{number}.py", "text": ""} for number in range(201)])

    assert refusal(answer) == (413, "too-large")


def test_replay_with_the_same_body_answers_the_same(page):
    first, second = page.send(), page.send()

    assert second.status_code == 200
    assert second.json()["attempt"] == first.json()["attempt"]
    assert Attempt.objects.count() == 1


@pytest.mark.parametrize(
    "changes",
    [{"results": [{"check": "two", "state": "failed"}]}, {"files": [{"path": "main.py", "text": "other"}]}],
    ids=["results", "files"],
)
def test_replay_with_another_body_is_a_conflict(page, changes):
    page.send()

    assert refusal(page.send(**changes)) == (409, "used-nonce")
    assert Attempt.objects.count() == 1


def test_next_nonce_is_for_the_next_attempt(page):
    page.data["nonce"] = page.send().json()["nonce"]

    assert page.send(files=[FILE]).status_code == 200
    assert Attempt.objects.count() == 2


def test_nonce_of_another_person_is_refused(page):
    other = ExercisePage(make.student(), page.exercise)

    assert refusal(other.send(nonce=page.data["nonce"])) == (403, "old-nonce")


def test_nonce_of_another_exercise_is_refused(page):
    second = make.exercise(collection=page.exercise.collection)
    make.published(second)
    other = ExercisePage(page.who, second, page.client)

    assert refusal(other.send(nonce=page.data["nonce"])) == (403, "old-nonce")


def test_nonce_of_another_school_is_refused(page, south, in_school):
    with in_school(south):
        exercise = make.exercise(collection=make.collection())
        make.published(exercise)
        who = make.student()
        other = ExercisePage(who, exercise, make.signed_in(who, "south"))
        forged = other.data["nonce"].split(":")
    mine = page.data["nonce"].split(":")

    assert refusal(page.send(nonce=":".join([mine[0], *forged[1:]]))) == (403, "old-nonce")


def test_nonce_grows_old(page, monkeypatch):
    monkeypatch.setattr("exercises.nonces.NONCE_SECONDS", -1)

    assert refusal(page.send()) == (403, "old-nonce")


def test_checking_very_often_is_slowed_down(page, monkeypatch):
    monkeypatch.setattr(throttle, "time", SimpleNamespace(time=lambda: 0.0))  # all within one window
    cache.clear()
    answers = [page.send().status_code for _ in range(ATTEMPTS_A_WINDOW + 1)]

    assert answers == [200] * ATTEMPTS_A_WINDOW + [429]


def test_attempt_at_an_earlier_version_counts(page):
    before = page.exercise.published
    make.published(page.exercise)

    assert page.send().status_code == 200
    assert Attempt.objects.get().version == before


def test_version_of_another_exercise_is_refused(page):
    other = make.published(make.exercise(collection=page.exercise.collection))

    assert refusal(page.send(version=other.pk)) == (400, "invalid")


def test_one_sees_the_code_of_ones_own_attempts_only(page):
    number = page.send().json()["attempt"]
    classmate = ExercisePage(make.student(), page.exercise)

    own = page.call("GET", f"attempts/{number}/").json()

    assert own["files"][0]["text"] == "print(4)\n"
    assert own["results"] == [RESULT]
    assert refusal(classmate.call("GET", f"attempts/{number}/")) == (404, "not-found")
    assert refusal(page.call("GET", f"attempts/{number + 1}/")) == (404, "not-found")


def test_hints_open_one_by_one(page):
    first, second, third = (page.call("POST", "hints/") for _ in range(3))

    assert first.json() == {"number": 1, "html": "<p>Use <code>*</code>.</p>\n", "left": 1}
    assert second.json()["number"] == 2
    assert refusal(third) == (409, "no-hint")
    assert Work.objects.get().hints_opened == 2
    assert ExercisePage(page.who, page.exercise, page.client).data["exercise"]["opened"] == [
        "<p>Use <code>*</code>.</p>\n",
        "<p>Print it.</p>\n",
    ]


def test_solution_is_shown_after_passing(page):
    before = page.call("GET", "solution/")
    page.send()
    after = page.call("GET", "solution/")

    assert refusal(before) == (403, "forbidden")
    assert after.json() == {"files": page.exercise.published.document["solution"]}


def test_solution_that_is_never_shown_stays_hidden(school):
    exercise = make.exercise(collection=make.collection(), show_solution="never")
    make.published(exercise)
    page = ExercisePage(make.student(), exercise)
    page.send()

    assert refusal(page.call("GET", "solution/")) == (403, "forbidden")


@pytest.mark.parametrize(
    ("method", "path"),
    [("POST", "attempts/"), ("POST", "hints/"), ("GET", "solution/"), ("GET", "attempts/1/")],
)
def test_who_has_not_opened_the_exercise_gets_nothing(page, method, path):
    stranger = make.student()
    client = make.signed_in(stranger)
    headers = {"X-Codeyard-Person": str(stranger.pk)}
    body = json.dumps(page.report())

    answer = client.generic(
        method,
        f"/exercises/{page.exercise.pk}/{path}",
        body,
        content_type="application/json",
        headers=headers,
    )

    assert refusal(answer) == (404, "not-found")
