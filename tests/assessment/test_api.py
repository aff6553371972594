"""The API of the Progress page: exact schemas, only one's own batches, everything once."""

import pytest

from accounts.services import change_role
from assessment.models import Batch, Verdict
from tests import factories
from tests.assessment.runs import Page, run, started, verdict_of, with_changed_check


@pytest.fixture
def attempt(exercise, ada, classroom):
    return factories.attempt(factories.work(exercise, ada), "print(4)\n")


@pytest.fixture
def office(teacher, collection, attempt):
    return Page(teacher, collection)


def test_a_run_from_the_click_to_its_end(office, exercise, attempt):
    batch = office.start().json()["batch"]
    handed = office.call("GET", batch["urls"]["tasks"]).json()
    stored = office.post(batch, verdict_of(attempt.pk)).json()["batch"]
    done = office.call("POST", batch["urls"]["finish"]).json()["batch"]

    (task,) = handed["tasks"]
    (version,) = handed["versions"]
    assert (task["id"], task["attempts"], task["who"]) == (attempt.pk, 1, ["ada"])
    assert task["files"][0]["text"] == "print(4)\n"
    assert task["person"] == str(attempt.work.student_id)
    assert version["id"] == task["version"] == exercise.published_id
    assert [check["hidden"] for check in version["document"]["checks"]] == [False, True]
    assert version["document"]["solution"]
    assert handed["next"] is None
    assert (stored["made"], stored["total"], stored["open"]) == (1, 1, True)
    assert done["open"] is False


def test_tasks_come_in_portions_and_versions_once(office, teacher, collection, exercise, classroom):
    for number in range(10):
        student = factories.student()
        classroom.students.add(student)
        factories.attempt(factories.work(exercise, student), f"print(-{number})\n")
    batch = office.start().json()["batch"]

    first = office.call("GET", batch["urls"]["tasks"]).json()
    known = ",".join(str(version["id"]) for version in first["versions"])
    second = office.call("GET", f"{batch['urls']['tasks']}?after={first['next']}&known={known}").json()

    assert (len(first["tasks"]), len(second["tasks"])) == (8, 3)
    assert second["versions"] == []
    assert second["next"] is None
    assert len({task["id"] for task in first["tasks"] + second["tasks"]}) == 11


def test_nothing_to_do_is_a_sentence(office, teacher, collection):
    run(started(teacher, collection), teacher)

    answer = office.start()

    assert (answer.status_code, answer.json()["code"]) == (409, "nothing")
    assert answer.json()["message"].endswith(".")


def test_sending_twice_stores_once(office, attempt):
    batch = office.start().json()["batch"]

    answers = [
        office.post(batch, verdict_of(attempt.pk)),
        office.post(batch, verdict_of(attempt.pk, two="failed", three="failed")),
        office.call("POST", batch["urls"]["finish"]),
        office.call("POST", batch["urls"]["finish"]),
    ]

    assert [answer.status_code for answer in answers] == [200, 200, 200, 200]
    assert Verdict.objects.get().passed == 2


def test_a_cancelled_run_takes_no_more(office, attempt):
    batch = office.start().json()["batch"]
    office.call("POST", batch["urls"]["cancel"])

    answer = office.post(batch, verdict_of(attempt.pk))

    assert (answer.status_code, answer.json()["code"]) == (409, "ended")
    assert office.call("GET", batch["urls"]["tasks"]).json()["tasks"] == []


def result(**changes):
    texts = {"summary": "", "given": "", "expected": "", "got": ""}
    return {"check": "two", "state": "passed", "trust": "outside", **texts, **changes}


THREE = result(check="three")


def malformed(pk: int) -> list[object]:
    """Bodies with one thing wrong each; `pk` is an attempt that could be judged."""
    return [
        {},
        {"verdicts": []},
        {"verdicts": [], "score": 100},
        {"verdicts": {}},
        {"verdicts": [1]},
        {"verdicts": [{"attempt": pk, "runtime": ""}]},
        {"verdicts": [{"attempt": "1", "runtime": "", "results": [result(), THREE]}]},
        {"verdicts": [{"attempt": True, "runtime": "", "results": [result(), THREE]}]},
        {"verdicts": [{"attempt": 2**63, "runtime": "", "results": [result(), THREE]}]},
        {"verdicts": [{"attempt": pk, "runtime": "", "results": [result(), THREE], "score": 101}]},
        {"verdicts": [{"attempt": pk, "runtime": "x" * 201, "results": [result(), THREE]}]},
        {"verdicts": [{"attempt": pk, "runtime": "", "results": []}]},
        {"verdicts": [{"attempt": pk, "runtime": "", "results": [result(state="verified"), THREE]}]},
        {"verdicts": [{"attempt": pk, "runtime": "", "results": [result(state=["passed"]), THREE]}]},
        {"verdicts": [{"attempt": pk, "runtime": "", "results": [result(trust="teacher"), THREE]}]},
        {"verdicts": [{"attempt": pk, "runtime": "", "results": [result(summary=None), THREE]}]},
        {"verdicts": [{"attempt": pk, "runtime": "", "results": [result(summary="x" * 2_001), THREE]}]},
        {"verdicts": [{"attempt": pk, "runtime": "", "results": [result(got="\0"), THREE]}]},
        {"verdicts": [{"attempt": pk, "runtime": "", "results": [result(got="\ud800"), THREE]}]},
        {"verdicts": [{"attempt": pk, "runtime": "", "results": [result(score=100), THREE]}]},
        {"verdicts": [{"attempt": pk, "runtime": "", "results": [result(), THREE] * 201}]},
        {"verdicts": [{"attempt": pk, "runtime": "", "results": [result(), THREE]}] * 51},
    ]


def test_anything_but_the_schema_is_refused(office, attempt):
    batch = office.start().json()["batch"]

    answers = [(office.call("POST", batch["urls"]["verdicts"], body), body) for body in malformed(attempt.pk)]

    assert [body for answer, body in answers if answer.status_code != 400] == []
    assert all(answer.json()["message"].endswith(".") for answer, _ in answers)
    assert (
        office.post(batch, {"attempt": attempt.pk, "runtime": "", "results": [result(), THREE]}).status_code
        == 200
    )


def test_results_for_what_is_not_in_the_batch_store_nothing(office, attempt):
    batch = office.start().json()["batch"]

    answer = office.post(batch, verdict_of(attempt.pk), verdict_of(attempt.pk + 1))

    assert answer.status_code == 400
    assert not Verdict.objects.filter(made_at__isnull=False).exists()


def test_a_start_that_makes_no_sense_is_refused(office):
    for body in ({"kind": "publish"}, {"kind": 1}, {}, {"kind": "verify", "classroom": "1"}):
        assert office.call("POST", f"{office.progress}batches/", body).status_code == 400, body

    assert not Batch.objects.exists()


def test_an_odd_cursor_is_refused(office):
    batch = office.start().json()["batch"]

    for query in ("after=x", "after=-1", "known=1,,2", "known=１", f"after={2**64}"):
        assert office.call("GET", f"{batch['urls']['tasks']}?{query}").status_code == 400, query


class TestOthers:
    @pytest.fixture
    def colleague(self, exercise, attempt, school):
        other = factories.teacher("colleague")
        student = factories.student("theirs")
        factories.classroom(other, student, name="Foreign Class")
        factories.attempt(factories.work(exercise, student), "theirs")
        return other

    def test_another_teachers_batch_is_not_there(self, office, teacher, collection, colleague, attempt):
        batch = office.start().json()["batch"]
        other = Page(colleague, collection)
        urls = batch["urls"]

        answers = [
            other.call("GET", urls["tasks"]),
            other.post(batch, verdict_of(attempt.pk, two="failed", three="failed")),
            other.call("POST", urls["finish"]),
            other.call("POST", urls["cancel"]),
            other.client.get(urls["page"]),
            other.client.post(urls["page"], {"do": "publish"}),
            other.client.get(f"{urls['page']}csv/"),
        ]

        assert [answer.status_code for answer in answers] == [404] * 7
        assert Batch.objects.get().is_open
        assert not Verdict.objects.filter(made_at__isnull=False).exists()

    def test_a_foreign_class_cannot_be_named(self, office, colleague):
        foreign = colleague.taught_classrooms.get()

        assert office.start(classroom=foreign.pk).status_code == 404
        assert office.client.get(office.progress, {"class": foreign.pk}).status_code == 404

    def test_a_foreign_attempt_cannot_be_judged(self, office, collection, colleague):
        theirs = Page(colleague, collection).start().json()["batch"]
        attempt = Verdict.objects.get(batch=theirs["id"]).attempt_id
        own = office.start().json()["batch"]

        assert office.post(own, verdict_of(attempt)).status_code == 400
        assert not Verdict.objects.filter(made_at__isnull=False).exists()

    def test_students_get_nothing(self, office, ada, collection, exercise):
        batch = office.start().json()["batch"]
        student = Page(ada, collection)

        answers = [
            student.start(),
            student.call("GET", batch["urls"]["tasks"]),
            student.call("POST", batch["urls"]["verdicts"], {}),
        ]

        assert [answer.status_code for answer in answers] == [403, 403, 403]

    def test_a_teacher_who_became_a_student_gets_nothing(self, office, teacher):
        batch = office.start().json()["batch"]
        change_role(person=teacher, role="student")

        assert office.call("GET", batch["urls"]["tasks"]).status_code == 403

    def test_another_school_knows_none_of_it(self, office, south, in_school):
        batch = office.start().json()["batch"]
        with in_school(south):
            boss = factories.administrator("boss")
            own = factories.collection(boss)
            other = Page(boss, own, factories.signed_in(boss, "south"))
            status = other.call("GET", batch["urls"]["tasks"]).status_code

        assert status == 404


class TestRegrade:
    def test_a_waiting_draft_is_given_as_it_is(self, office, teacher, collection, exercise):
        run(started(teacher, collection), teacher)
        with_changed_check(exercise)
        run(started(teacher, collection, kind="regrade"), teacher)

        batch = office.start("regrade").json()["batch"]

        assert batch["open"] is False
        assert batch["kind"] == "regrade"
