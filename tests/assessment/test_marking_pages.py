"""The marking screen, its API, and the list that leads to it."""

import json
from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from assessment.models import HandIn, LineComment, Marking, Release, SavedComment, Submission
from assessment.services.marking import save_marking
from tests import factories
from tests.assessment.hand_ins import handed_in
from tests.assessment.runs import run, started

NOTES = {
    "handIn": 1, "revision": 0, "feedback": "", "override": "", "outcome": "", "redoDueAt": "", "points": {},
    "wholeGroup": True,
}  # fmt: skip
LIST = "/admin/assessment/submission/"


class Screen:
    """The marking screen of a submission as its scripts speak to the server."""

    def __init__(self, teacher, submission):
        self.client, self.teacher = factories.signed_in(teacher), teacher
        self.page = f"{LIST}{submission.pk}/mark/"
        self.api = f"{LIST}{submission.pk}/marking/"

    def ask(self, method, address="", body=None):
        address = address if address.startswith("/") else self.api + address
        headers = {"X-Codeyard-Person": str(self.teacher.pk), "Accept": "application/json"}
        return self.client.generic(
            method, address, json.dumps(body or {}), content_type="application/json", headers=headers
        )

    def save(self, **notes):
        return self.ask("PUT", body={**NOTES, **notes})

    def look(self, query=""):
        return self.ask("GET", f"{self.api}{query}").json()["screen"]


@pytest.fixture
def assignment(teacher, classroom, exercise):
    """The exercise, and a rubric of one line."""
    made = factories.assignment(teacher, classroom, exercises=[exercise])
    made.criteria.create(title="Style", points=5, levels=[{"points": 5, "text": "Clear"}])
    return made


@pytest.fixture
def attempt(ada, exercise):
    return factories.attempt(factories.work(exercise, ada), text="a = 1\nprint(a)\n", two="passed")


@pytest.fixture
def hand_in(assignment, ada, attempt):
    return handed_in(assignment, ada, attempt)


@pytest.fixture
def screen(teacher, hand_in):
    return Screen(teacher, hand_in.submission)


@pytest.fixture
def style(assignment):
    return str(assignment.criteria.get().pk)


def comment_on(assignment, line=1, **more):
    return {
        "handIn": 1, "item": assignment.items.get().pk, "path": "main.py", "line": line, "text": "Why?",
        "wholeGroup": True, **more,
    }  # fmt: skip


def test_the_screen_is_isolated_and_names_who_comes_next(screen, assignment, ben, attempt):
    other = handed_in(assignment, ben)

    answer = screen.client.get(screen.page)

    assert answer.headers["Cross-Origin-Embedder-Policy"] == "require-corp"
    data = answer.context["marking"]
    assert data["queue"] == [Submission.objects.get(student=attempt.work.student).pk, other.submission_id]
    assert data["screen"]["submission"]["student"] == "ada"


def test_the_screen_goes_through_the_list_that_it_was_opened_from(screen, assignment, ben, teacher):
    hand_in = handed_in(assignment, ben)
    save_marking(hand_in=hand_in, by=teacher, revision=0, outcome="complete")
    elsewhere = factories.classroom(teacher, name="Other")

    def queue(query):
        return screen.client.get(f"{screen.page}?{query}").context["marking"]["queue"]

    own = screen.look()["submission"]["id"]
    assert queue("state=to-mark") == [own]
    assert queue(f"class={elsewhere.pk}") == [own]
    assert queue("") == [own, hand_in.submission_id]
    assert screen.client.get(f"{screen.page}?class=999999").status_code == 404


def test_files_checks_and_lateness_are_shown(teacher, assignment, ada, attempt, exercise):
    hand_in = handed_in(assignment, ada, attempt, penalty=10)
    run(started(teacher, exercise.collection), teacher, {attempt.pk: {"two": "failed", "three": "passed"}})

    shown = Screen(teacher, hand_in.submission).look()

    (item,) = shown["items"]
    assert [one["text"] for one in item["work"]["files"]] == ["a = 1\nprint(a)\n"]
    assert item["trust"] == "verified"
    assert [(one["reported"], one["verified"], one["hidden"], one["differs"]) for one in item["lines"]] == [
        ("passed", "failed", False, True),
        ("not-run", "passed", True, False),
    ]
    assert (shown["handIn"]["late"], shown["handIn"]["penalty"]) == ("1 day", 10)
    assert shown["sum"]["sentence"] == "Checks 5 of 10, rubric 0 of 5, late −10 %: 4.5 of 15"


def test_an_earlier_hand_in_can_be_looked_at_and_not_marked(screen, assignment, ada, attempt):
    handed_in(assignment, ada, attempt)

    assert screen.look()["handIn"]["number"] == 2
    assert not screen.look("?hand-in=1")["handIn"]["isLatest"]
    assert screen.save(handIn=1).json()["code"] == "not-latest"
    assert screen.ask("GET", f"{screen.api}?hand-in=3").status_code == 404
    assert screen.ask("GET", f"{screen.api}?hand-in=x").status_code == 404


def test_what_is_noted_is_saved_with_either_decimal_sign(screen, style):
    answer = screen.save(points={style: "4,5"}, feedback="Fine").json()

    assert answer["marking"]["points"] == {style: "4.5"}
    assert answer["marking"]["revision"] == 1
    assert answer["sum"]["sentence"] == "Checks 10 of 10, rubric 4.5 of 5: 14.5 of 15"
    assert screen.save(revision=1, override=" 7.5 ").json()["sum"]["points"] == "7.5"


@pytest.mark.parametrize(
    ("notes", "sentence"),
    [
        ({"override": "-1"}, "The mark needs a number from 0 on, such as 7.5."),
        ({"override": "NaN"}, "The mark needs a number from 0 on, such as 7.5."),
        ({"override": "٣"}, "The mark needs a number from 0 on, such as 7.5."),
        ({"override": "1" * 400}, "The mark needs a number from 0 on, such as 7.5."),
        ({"override": "100000"}, "A mark is a number from 0 to 99999.99, with two decimal places at most."),
        ({"points": "6"}, "“Style” is a number from 0 to 5, with two decimal places at most."),
        ({"points": "ten"}, "“Style” needs a number from 0 on, such as 7.5."),
        ({"points": []}, "“points” is missing or of the wrong type."),
        ({"feedback": "a\0b"}, "“feedback” holds characters that cannot be stored."),
        ({"outcome": "great"}, "“outcome” is none of those that there are."),
        ({"redoDueAt": "2026-13-01T10:00"}, "Choose a date and a time for the new try."),
        ({"redoDueAt": "soon"}, "Choose a date and a time for the new try."),
        (
            {"outcome": "returned", "redoDueAt": "0001-01-01T00:00"},
            "The new due time must be still to come, and within five years.",
        ),
        ({"revision": True}, "“revision” is missing or of the wrong type."),
        ({"wholeGroup": 1}, "“wholeGroup” is missing or of the wrong type."),
    ],
)
def test_what_cannot_be_noted_gets_one_sentence(screen, style, notes, sentence):
    if isinstance(notes.get("points"), str):
        notes = {"points": {style: notes["points"]}}

    answer = screen.save(**notes)

    assert (answer.status_code, answer.json()["message"]) == (400, sentence)
    assert not Marking.objects.filter(revision__gt=0).exists()


def test_a_new_due_time_is_of_the_schools_clock(screen, north):
    north.time_zone = "Asia/Tokyo"
    north.save()
    due = (timezone.now() + timedelta(days=2)).strftime("%Y-%m-%dT10:00")

    answer = screen.save(outcome="returned", redoDueAt=due)

    assert answer.json()["marking"]["redoDueAt"] == due
    assert Marking.objects.get().redo_due_at.strftime("%H:%M") == "01:00"


def test_a_conflict_shows_what_the_other_teacher_saved(screen, hand_in, classroom):
    other = factories.teacher("joan")
    classroom.teachers.add(other)
    screen.save(feedback="Hers")

    answer = Screen(other, hand_in.submission).save(feedback="Mine")

    assert (answer.status_code, answer.json()["code"]) == (409, "changed")
    assert answer.json()["marking"]["feedback"] == "Hers"
    assert answer.json()["marking"]["by"] == "grace"
    assert Marking.objects.get().feedback == "Hers"


def test_comments_are_made_changed_and_taken_away(screen, assignment):
    made = screen.ask("POST", "comments/", comment_on(assignment, 2)).json()["comment"]
    one = f"comments/{made['id']}/"

    changed = screen.ask("PATCH", one, {"text": "Why so?", "wholeGroup": True}).json()["comment"]

    assert (changed["text"], changed["line"], changed["by"]) == ("Why so?", 2, "grace")
    assert [each["text"] for each in screen.look()["comments"]] == ["Why so?"]
    assert screen.ask("DELETE", one, {"wholeGroup": True}).status_code == 200
    assert not LineComment.objects.exists()


@pytest.mark.parametrize(
    "more", [{"line": 9}, {"line": 2**40}, {"line": 0}, {"path": "x" * 600}, {"path": "no.py"}, {"text": " "}]
)
def test_a_comment_that_has_no_place_is_refused(screen, assignment, more):
    assert screen.ask("POST", "comments/", comment_on(assignment, **more)).status_code == 400
    assert not LineComment.objects.exists()


def test_students_see_nothing_before_the_release_and_hers_after_it(screen, hand_in):
    assert screen.ask("POST", "release/", {"handIn": 1, "wholeGroup": True}).json()["message"] == (
        "Decide first: Return for another try, or Complete."
    )
    assert not Marking.objects.exists()  # so she may still hand in again
    screen.save(outcome="complete")

    shown = screen.ask("POST", "release/", {"handIn": 1, "wholeGroup": True}).json()["screen"]

    assert shown["isReleased"]
    assert shown["submission"]["stateLabel"] == "Complete"
    assert [one["mark"] for one in shown["releases"]] == ["10 of 15"]
    assert not screen.save(revision=1, outcome="complete", override="9").json()["isReleased"]


def test_work_that_was_not_handed_in_is_shown_collected_and_excused(teacher, assignment, ada, exercise):
    work = factories.work(exercise, ada)
    screen = Screen(teacher, factories.submission(assignment, ada))

    shown = screen.look()

    assert shown["handIn"] is None
    assert [one["path"] for one in shown["items"][0]["work"]["files"]] == ["main.py"]
    assert str(work.project_id) in shown["items"][0]["work"]["filesUrl"]
    assert screen.ask("POST", "excuse/", {"excused": True}).json()["screen"]["submission"]["excused"]
    assert screen.ask("POST", "collect/").json()["screen"]["handIn"]["by"] == "grace"
    again = screen.ask("POST", "collect/")
    assert (again.status_code, again.json()["message"]) == (400, "ada has handed in already.")


def test_a_file_that_is_no_text_is_fetched_by_itself(teacher, assignment, ada):
    assignment.items.create(template={"main": "main.py", "files": []}, title="Poster", points=0, position=1)
    hand_in = handed_in(assignment, ada, files=[{"path": "dot.png", "base64": "iVBORw0KGgo="}])
    screen = Screen(teacher, hand_in.submission)
    work = screen.look()["items"][1]["work"]

    answer = screen.ask("GET", f"{work['filesUrl']}{work['files'][0]['id']}/content/")

    assert answer.content.startswith(b"\x89PNG")
    assert answer.headers["Content-Disposition"] == "attachment"
    assert screen.ask("GET", f"{work['filesUrl']}{uuid4()}/content/").status_code == 404


def test_comments_are_kept_by_use(screen, teacher):
    texts = ("Name it.", "Well done.")
    first, second = (
        screen.ask("POST", "/admin/assessment/comments/", {"text": text}).json()["saved"] for text in texts
    )

    screen.ask("PATCH", f"/admin/assessment/comments/{second['id']}/")
    found = screen.ask("GET", "/admin/assessment/comments/").json()["saved"]
    screen.ask("DELETE", f"/admin/assessment/comments/{first['id']}/")

    assert [one["text"] for one in found] == ["Well done.", "Name it."]
    assert SavedComment.objects.get().text == "Well done."


def test_a_teacher_of_another_class_finds_nobody_elses_students(
    screen, hand_in, assignment, south, in_school
):
    colleague, zoe = factories.teacher("joan"), factories.student("zoe")
    assignment.classrooms.add(factories.classroom(colleague, zoe))
    hers = Screen(colleague, hand_in.submission)

    assert hers.client.get(hers.page).status_code == 404
    assert {hers.ask("GET").status_code, hers.save().status_code} == {404}
    assert hers.ask("POST", "release/", {"handIn": 1, "wholeGroup": True}).status_code == 404
    own = Screen(colleague, handed_in(assignment, zoe).submission)
    assert own.save(feedback="Fine").status_code == 200
    with in_school(south):
        assert not Submission.objects.exists()


def test_releasing_for_a_class_asks_first(screen, assignment, hand_in, ben, teacher):
    save_marking(hand_in=hand_in, by=teacher, revision=0, outcome="complete")
    address = f"/admin/assessment/assignment/{assignment.pk}/release/"

    asked = screen.client.get(address).content.decode()
    screen.client.post(address)

    assert "They see their marks and comments now: 1" in asked
    assert "Nothing was handed in: 1" in asked
    assert not Release.objects.exists()
    assert screen.client.post(address, {"sure": "yes"}).status_code == 302
    assert Release.objects.get().hand_in == hand_in
    assert "There is nothing to release at the moment." in screen.client.get(address).content.decode()


def test_collecting_for_a_class_asks_first(teacher, assignment, ada, ben, exercise, classroom):
    for one in (ada, ben):
        factories.submission(assignment, one)
    factories.work(exercise, ada)
    client = factories.signed_in(teacher)
    address = f"/admin/assessment/assignment/{assignment.pk}/collect/?class={classroom.pk}"

    asked = client.get(address).content.decode()
    answer = client.post(address, {"sure": "yes"}, follow=True).content.decode()

    assert "ada, ben" in asked
    assert "students can still hand in by themselves" in asked
    assert "Collected from 1 student." in answer
    assert "Ben has not begun anything." in answer
    assert HandIn.objects.get().submission.student == ada


def test_the_list_names_state_mark_and_what_is_left(screen, assignment, teacher, hand_in, ben, classroom):
    save_marking(hand_in=handed_in(assignment, ben), by=teacher, revision=0, outcome="complete")

    def listed(query=""):
        return screen.client.get(f"{LIST}{query}").content.decode()

    assert "Ready to release" in listed()
    assert "0 of 15" in listed()
    to_mark = listed(f"?state=to-mark&class={classroom.pk}&assignment={assignment.pk}")
    assert f"/mark/?class={classroom.pk}&amp;state=to-mark" in to_mark
    assert "ben" not in to_mark
    assert "Release for the class" in to_mark
    for nonsense in ("assignment=x", "assignment=0", "class=x", "state=x", "assignment=" + "9" * 30):
        assert "0 submissions" in listed(f"?{nonsense}"), nonsense


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_takes_a_fixed_number_of_queries(
    teacher, assignment, exercise, classroom, django_assert_num_queries, count
):
    for _ in range(count):
        student = factories.student()
        classroom.students.add(student)
        handed_in(assignment, student, factories.attempt(factories.work(exercise, student)))
    client = factories.signed_in(teacher)
    client.get(LIST)

    with django_assert_num_queries(7):
        client.get(LIST)


@pytest.mark.parametrize("count", [1, 5])
def test_the_screen_takes_a_fixed_number_of_queries(
    teacher, classroom, collection, ada, django_assert_num_queries, count
):
    exercises = [factories.exercise(teacher, collection, f"Exercise {number}") for number in range(count)]
    for one in exercises:
        factories.published(one)
    assignment = factories.assignment(teacher, classroom, exercises=exercises)
    attempts = [factories.attempt(factories.work(one, ada)) for one in exercises]
    screen = Screen(teacher, handed_in(assignment, ada, *attempts).submission)
    run(started(teacher, collection), teacher)
    screen.look()

    with django_assert_num_queries(25):
        screen.look()


def test_a_group_is_named_and_told_when_it_is_marked_otherwise(screen, assignment, ada, ben, attempt):
    group, joint = assignment.groups.create(name="One"), uuid4()
    for one in (ada, ben):
        group.members.create(assignment=assignment, student=one)
    hand_ins = [handed_in(assignment, one, attempt, joint=joint) for one in (ada, ben)]

    def shown():
        about = screen.look()["submission"]
        return about["group"], about["others"], about["othersDiffer"]

    assert shown() == ("One", ["ben"], False)
    screen.save(handIn=2, feedback="Both")
    assert shown()[2] is False
    screen.save(handIn=2, revision=1, feedback="Ada alone", wholeGroup=False)
    assert shown()[2] is True
    assert Marking.objects.get(hand_in=hand_ins[1]).feedback == "Both"


def test_a_group_is_collected_together(teacher, assignment, ada, ben, exercise):
    group = assignment.groups.create(name="One")
    for one in (ada, ben):
        group.members.create(assignment=assignment, student=one)
        factories.submission(assignment, one)
    factories.work(exercise, ada)

    address = f"/admin/assessment/assignment/{assignment.pk}/collect/"
    answer = factories.signed_in(teacher).post(address, {"sure": "yes"}, follow=True).content.decode()

    assert "Collected from 2 students." in answer
    assert "already" not in answer
    assert HandIn.objects.count() == 2
