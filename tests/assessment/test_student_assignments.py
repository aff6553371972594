"""Students' pages of assignments: what is set, one assignment, the work page, handing in, receipts, home."""

import json
from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from assessment.enums import Outcome, Progress
from assessment.models import Group, HandIn, Marking, Release, Submission
from assessment.services.handing_in import begin, hand_in, open_item
from assessment.services.states import change_state
from exercises.models import Work
from tests import factories

DAY = timedelta(days=1)
TEMPLATE = {"main": "main.py", "files": [{"path": "main.py", "text": "print('template')\n"}]}
CONTENT = {
    "items": [
        {
            "item": 0,
            "title": "Double",
            "points": "7.50",
            "of": "10",
            "passed": 1,
            "checks": 2,
            "trust": "verified",
        }
    ],
    "rubric": [{"criterion": 1, "title": "Names", "points": "3", "of": "5", "level": "<b>Clear</b>"}],
    "feedback": "Well <i>thought</i> out.",
    "comments": [],
    "overridden": False,
    "penalty": 0,
}


@pytest.fixture
def assignment(teacher, classroom, exercise):
    made = factories.assignment(
        teacher, classroom, exercises=[exercise], title="Homework 3", due_at=timezone.now() + 3 * DAY
    )
    made.items.create(title="A game", template=TEMPLATE, position=1, points=0)
    return made


@pytest.fixture
def hers(ada):
    return factories.signed_in(ada)


@pytest.fixture
def page(assignment, hers):
    """Adds to the address of the assignment, and gives the page."""

    def page(path="", client=hers):
        answer = client.get(f"/assignments/{assignment.pk}/{path}")
        assert answer.status_code == 200, answer.content
        return answer.content.decode()

    return page


@pytest.fixture
def place(assignment, ada):
    return begin(student=ada, assignment=assignment)


def item(assignment, position=0):
    return assignment.items.get(position=position)


def work_path(assignment, position=0):
    return f"work/{item(assignment, position).pk}/"


def released(place, outcome=Outcome.RETURNED, comments=()):
    last = place.hand_ins.first()
    Marking.objects.get_or_create(hand_in=last, defaults={"outcome": outcome})
    told = [{**one, "item": item(place.assignment).pk} for one in CONTENT["items"]]
    about = [{"item": item(place.assignment).pk, **one} for one in comments]
    content = {**CONTENT, "items": told, "comments": about}
    made = Release.objects.create(
        hand_in=last, outcome=outcome, points=Decimal("10.5"), of=Decimal(15), content=content
    )
    change_state(submission=place, state=Progress(outcome), by=None)
    return made


def queries(client, address):
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


class TestList:
    def test_nothing_is_set(self, hers):
        assert "Nothing is set" in hers.get("/assignments/").content.decode()

    def test_first_things_come_first(self, teacher, classroom, ada, hers, exercise):
        now = timezone.now()
        times = {"Far": 20 * DAY, "Near": 2 * DAY, "Overdue": -DAY, "Back": 30 * DAY, "Done": 3 * DAY}
        made = {
            title: factories.assignment(
                teacher, classroom, exercises=[exercise], title=title, due_at=now + away
            )
            for title, away in times.items()
        }
        for title in ("Back", "Done"):
            submission = factories.submission(made[title], ada)
            factories.hand_in(submission)
            submission.refresh_from_db()
            released(submission, Outcome.RETURNED if title == "Back" else Outcome.COMPLETE)

        text = hers.get("/assignments/").content.decode()

        order = sorted(times, key=lambda title: text.index(f">{title}<"))
        assert order == ["Back", "Overdue", "Near", "Far", "Done"]
        assert "Returned for another try" in text
        assert "in 2 days" in text
        assert "10.5 of 15" in text
        assert "0 of 1 exercise passed" in text

    def test_what_is_not_for_her_is_not_listed(self, teacher, classroom, hers, exercise, south, in_school):
        other = factories.classroom(teacher)
        factories.assignment(teacher, classroom, title="Draft", published_at=None)
        factories.assignment(teacher, classroom, title="Later", opens_at=timezone.now() + DAY)
        factories.assignment(teacher, other, title="Others")
        with in_school(south):
            factories.assignment(None, factories.classroom(None), title="South")

        assert "Nothing is set" in hers.get("/assignments/").content.decode()

    def test_a_closed_one_says_that_nothing_came(self, assignment, hers):
        assignment.due_at = assignment.closes_at = timezone.now() - DAY
        assignment.save()

        assert "Not handed in" in hers.get("/assignments/").content.decode()

    def test_who_is_excused_has_nothing_to_do(self, assignment, place, hers):
        Submission.objects.update(excused=True)

        assert "Excused" in hers.get("/assignments/").content.decode()
        assert "What to do next" not in hers.get("/").content.decode()

    @pytest.mark.parametrize("address", ["/assignments/", "/"])
    def test_takes_as_many_queries_for_three_as_for_one(
        self, teacher, classroom, ada, hers, exercise, address
    ):
        def one_more():
            made = factories.assignment(teacher, classroom, exercises=[exercise], due_at=timezone.now() + DAY)
            made.items.create(title="A game", template=TEMPLATE, position=1, points=0)
            submission = factories.submission(made, ada)
            factories.hand_in(submission)
            submission.refresh_from_db()
            released(submission)

        one_more()
        hers.get(address)
        before = queries(hers, address)
        one_more()
        one_more()

        assert queries(hers, address) == before
        assert before <= 20


class TestAssignment:
    def test_says_what_and_until_when(self, page, assignment, place):
        assignment.text = "Read **chapter 2** <script>alert(1)</script>"
        assignment.save()

        text = page()

        assert "<strong>chapter 2</strong>" in text
        assert "<script>alert(1)" not in text
        assert all(word in text for word in ("Double", "A game", "in 3 days", "Not started", "In progress"))

    def test_opening_it_begins_nothing(self, page):
        page()

        assert not Submission.objects.exists()

    def test_names_the_group(self, page, assignment, ada, ben):
        group = Group.objects.create(assignment=assignment, name="A")
        for one in (ada, ben):
            group.members.create(assignment=assignment, student=one)

        assert "You work in a group with ben" in page()

    def test_nothing_of_a_marking_is_seen_before_it_is_released(self, page, place):
        made = factories.hand_in(place)
        Marking.objects.create(
            hand_in=made, feedback="Secret words", outcome=Outcome.COMPLETE, points=Decimal("7.77"), of=10
        )

        text = page()

        assert made.receipt in text
        assert not any(word in text for word in ("Secret words", "7.77", "Feedback"))
        assert "Secret words" not in page(work_path(place.assignment))

    def test_what_was_released_is_shown_with_the_lines(self, page, place):
        factories.hand_in(place)
        place.refresh_from_db()
        released(place, comments=[{"path": "main.py", "line": 1, "text": "Why <int>?", "by": "grace"}])

        text, work = page(), page(work_path(place.assignment))

        assert "10.5 of 15 points" in text
        assert "Well &lt;i&gt;thought&lt;/i&gt; out." in text
        assert "&lt;b&gt;Clear&lt;/b&gt;" in text
        for one in (text, work):
            assert "Why &lt;int&gt;?" in one
            assert "n = int(input())" in one

    def test_a_comment_on_a_line_that_is_not_there_is_shown_without_code(self, page, place):
        factories.hand_in(place)
        place.refresh_from_db()
        released(place, comments=[{"path": "gone.py", "line": 9, "text": "About this", "by": ""}])

        assert "About this" in page()

    def test_takes_no_more_queries_for_more_items(self, assignment, teacher, collection, hers, place):
        address = f"/assignments/{assignment.pk}/"
        factories.hand_in(place)
        hers.get(address)
        before = queries(hers, address)
        for position in (2, 3):
            more = factories.exercise(teacher, collection)
            factories.published(more)
            assignment.items.create(exercise=more, position=position)
            open_item(submission=place, item=item(assignment, position))

        assert queries(hers, address) == before


class TestWork:
    def test_an_exercise_opens_with_what_the_assignment_adds(self, page, assignment, ada):
        text = page(work_path(assignment))

        assert 'id="exercise-data"' in text
        assert 'id="hand-in-data"' in text
        assert f'"url": "/assignments/{assignment.pk}/{work_path(assignment)}"' in text
        assert "Next: A game" in text
        assert Work.objects.get().student == ada
        assert Submission.objects.get().student == ada

    def test_a_template_opens_as_a_project(self, page, assignment):
        text = page(work_path(assignment, 1))

        assert "print(&#x27;template&#x27;)" in text or "print('template')" in text
        assert 'id="exercise-data"' not in text
        assert "Previous: Double" in text

    def test_it_is_isolated_and_may_be_kept(self, assignment, hers):
        answer = hers.get(f"/assignments/{assignment.pk}/{work_path(assignment)}")

        assert answer["Cross-Origin-Embedder-Policy"] == "require-corp"
        assert answer["X-Codeyard-Keep"]

    def test_says_what_was_handed_in_and_changed_since(self, page, place):
        made = factories.hand_in(place)
        same = page(work_path(place.assignment))
        project = Work.objects.get().project
        factories.save(place.student, project, "1\n", path="more.py")

        changed = page(work_path(place.assignment))

        assert all(made.receipt in one for one in (same, changed))
        assert "data-changed hidden" in same
        assert "data-changed hidden" not in changed

    def test_an_exercise_of_a_collection_that_is_not_published(self, page, assignment, collection, hers):
        collection.published = False
        collection.save()
        exercise = f"/exercises/{item(assignment).exercise_id}/"
        before = hers.get(exercise).status_code

        page(work_path(assignment))

        assert before == 404
        assert hers.get(exercise).status_code == 200

    def test_pages_outside_lead_to_the_assignment(self, page, assignment, hers):
        page(work_path(assignment))
        page(work_path(assignment, 1))
        project = item(assignment, 1).works.get().project

        for address, position in (
            (f"/exercises/{item(assignment).exercise_id}/", 0),
            (f"/projects/{project.pk}/", 1),
        ):
            text = hers.get(address).content.decode()
            assert "belongs to your assignment" in text
            assert f"/assignments/{assignment.pk}/{work_path(assignment, position)}" in text

    def test_the_solution_waits_until_the_assignment_is_over(self, page, assignment, place, hers, ada):
        page(work_path(assignment))
        factories.attempt(Work.objects.get())
        address = f"/exercises/{item(assignment).exercise_id}/solution/"
        held = hers.get(address)
        data = page(work_path(assignment))
        hand_in(submission=place, by=ada)
        released(place, Outcome.COMPLETE)

        assert (held.status_code, held.json()["message"]) == (
            403,
            "The solution is shown when your assignment is complete.",
        )
        assert '"showSolution": false' in data
        assert hers.get(address).status_code == 200

    def test_the_solution_waits_for_another_try_after_closing(self, page, assignment, place, hers, ada):
        page(work_path(assignment))
        factories.attempt(Work.objects.get())
        hand_in(submission=place, by=ada)
        released(place)
        assignment.due_at = assignment.closes_at = timezone.now() - DAY
        assignment.save()
        again = Submission.objects.get()
        factories.save(ada, Work.objects.get().project, "1\n", path="more.py")
        hand_in(submission=again, by=ada)

        assert hers.get(f"/exercises/{item(assignment).exercise_id}/solution/").status_code == 403

    def test_what_is_not_there_is_404(self, assignment, teacher, classroom, hers):
        draft = factories.assignment(teacher, classroom, published_at=None)
        foreign = draft.items.create(title="T", template=TEMPLATE, points=0)

        for path in (
            f"{draft.pk}/work/{foreign.pk}/",
            f"{assignment.pk}/work/{foreign.pk}/",
            f"{assignment.pk}/work/0/",
        ):
            assert hers.get(f"/assignments/{path}").status_code == 404
        assert not Submission.objects.exists()


class TestHandingIn:
    @pytest.fixture
    def ask(self, assignment, ada, hers):
        def ask(method, person=ada, client=hers):
            headers = {"X-Codeyard-Person": str(person.pk), "Accept": "application/json"}
            return client.generic(
                method,
                f"/assignments/{assignment.pk}/hand-in/",
                json.dumps({}),
                content_type="application/json",
                headers=headers,
            )

        return ask

    def test_says_what_it_would_take(self, ask, page, assignment):
        page(work_path(assignment))

        found = ask("GET").json()

        assert found["missing"] == "1 of 2 parts has not been begun."
        assert (found["refusal"], found["late"], found["again"]) == ("", "", "")
        assert found["items"] == [
            {
                "id": item(assignment, number).pk,
                "title": title,
                "state": state,
                "begun": begun,
                "checked": False,
                "by": "",
            }
            for number, (title, state, begun) in enumerate(
                [("Double", "Not checked", True), ("A game", "Not begun", False)]
            )
        ]

    def test_says_what_lateness_costs(self, ask, assignment):
        assignment.due_at = timezone.now() - DAY - timedelta(hours=1)
        assignment.late_policy = "percent"
        assignment.save()

        told = ask("GET").json()["late"]

        assert told.startswith("It was due ")  # days are counted by midnights
        assert told.endswith(" ago, so it is late, which costs 20% of its points.")

    def test_hands_in_and_answers_with_the_receipt(self, ask, page, assignment):
        page(work_path(assignment))

        answer = ask("POST")

        made = HandIn.objects.get()
        assert answer.status_code == 200
        assert answer.json()["receipt"] == made.receipt
        assert made.receipt in page(f"receipts/{made.number}/")
        assert answer.json()["url"] == f"/assignments/{assignment.pk}/receipts/1/"

    def test_a_refusal_is_one_sentence_and_begins_nothing(self, ask):
        answer = ask("POST")

        assert (answer.status_code, answer.json()["message"]) == (
            409,
            "You have not begun anything of this assignment yet.",
        )
        assert not Submission.objects.exists()

    def test_a_form_does_the_same(self, page, assignment, hers):
        address = f"/assignments/{assignment.pk}/hand-in/"
        refused = hers.post(address, follow=True).content.decode()
        page(work_path(assignment))

        taken = hers.post(address, follow=True).content.decode()

        assert "not begun anything" in refused
        assert HandIn.objects.get().receipt in taken

    def test_what_is_no_json_of_hers_is_refused(self, assignment, ada, ben, hers):
        address = f"/assignments/{assignment.pk}/hand-in/"

        def send(body, person=ada):
            headers = {"X-Codeyard-Person": str(person.pk)}
            answer = hers.generic("POST", address, body, content_type="application/json", headers=headers)
            return answer.status_code

        bodies = (b"[]", b"null", b"{", b'{"a":NaN}', b"\xff", b"[" * 100_000)
        assert [send(body) for body in bodies] == [400] * len(bodies)
        assert send(b"{}", ben) == 401
        assert hers.delete(address).status_code == 405

    @pytest.mark.parametrize("number", ["0", "-1", str(2**63), "1e3", "%00", "１"])
    def test_ids_around_and_beyond_are_not_there(self, assignment, hers, number):
        own = f"/assignments/{assignment.pk}"
        addresses = (f"/assignments/{number}/", f"{own}/work/{number}/", f"{own}/receipts/{number}/")

        assert {hers.get(address).status_code for address in addresses} <= {400, 404}
        assert hers.post(f"/assignments/{number}/hand-in/").status_code in (400, 404)

    def test_a_form_needs_its_token(self, assignment, ada):
        client = factories.signed_in(ada, enforce_csrf_checks=True)

        assert client.post(f"/assignments/{assignment.pk}/hand-in/").status_code == 403

    def test_nobody_else_is_handed_in_for(self, ask, page, ben, assignment):
        page(work_path(assignment))
        client = factories.signed_in(ben)

        assert ask("POST", person=ben, client=client).status_code == 409
        assert client.get(f"/assignments/{assignment.pk}/receipts/1/").status_code == 404
        assert not HandIn.objects.exists()

    def test_a_receipt_lists_what_was_handed_in_and_escapes_it(self, page, place):
        project = open_item(submission=place, item=item(place.assignment))
        factories.save(place.student, project, "<script>1</script>\n", path="more.py")
        made = factories.hand_in(place)

        text = page("receipts/1/")

        assert made.sha256 in text
        assert "&lt;script&gt;1&lt;/script&gt;" in text
        assert "Not begun" in text


class TestHome:
    def test_says_what_comes_next(self, assignment, hers):
        text = hers.get("/").content.decode()

        assert "What to do next" in text
        assert f'href="/assignments/{assignment.pk}/{work_path(assignment)}"' in text
        assert text.count("button-primary") == 1

    def test_shows_progress_and_feedback(self, place, ada, hers, exercise):
        factories.hand_in(place)
        place.refresh_from_db()
        released(place)
        factories.attempt(Work.objects.get())

        text = hers.get("/").content.decode()

        assert "1 of 1 passed" in text
        assert "New feedback" in text
        assert "Return for another try" in text

    def test_a_teacher_sees_what_waits(self, place, teacher, classroom):
        factories.hand_in(place)
        other = factories.classroom(factories.teacher(), factories.student())
        factories.hand_in(factories.submission(place.assignment, other.students.get()))

        text = factories.signed_in(teacher).get("/").content.decode()

        assert "1 handed in" in text
        assert "Homework 3" in text
        assert f"/admin/accounts/classroom/{classroom.pk}/change/" in text

    def test_a_teachers_home_takes_no_more_queries_for_more(self, teacher, classroom, exercise, ada, ben):
        client = factories.signed_in(teacher)

        def one_more():
            made = factories.assignment(teacher, classroom, exercises=[exercise], due_at=timezone.now() + DAY)
            for one in (ada, ben):
                factories.hand_in(factories.submission(made, one))

        one_more()
        client.get("/")
        before = queries(client, "/")
        one_more()
        one_more()

        assert queries(client, "/") == before

    def test_headings_stay_and_nothing_is_set(self, hers):
        text = hers.get("/").content.decode()

        assert all(f">{heading}<" in text for heading in ("My assignments", "My projects", "Exercises"))
        assert "Nothing is set at the moment." in text
