"""Beginning, handing in and collecting: what is taken, when, how often, and for whom."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from decimal import Decimal
from threading import Barrier
from uuid import uuid4

import pytest
from django.utils import timezone

from assessment.disagreement import differing_checks
from assessment.enums import LatePolicy, Outcome, Progress
from assessment.errors import HandInError
from assessment.limits import HAND_INS
from assessment.models import Extension, Group, HandIn, Marking, Release, Submission, SubmissionEvent
from assessment.receipts import LETTERS
from assessment.services.handing_in import begin, collect, hand_in, open_item
from assessment.services.states import change_state
from exercises.models import Attempt, Work
from exercises.queries import State, states_of
from exercises.services import add_attempt, open_exercise, take_attempt
from tests import factories
from tests.assessment.runs import with_changed_check
from tests.tab import Tab

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
PRESSES = 6
TEMPLATE = {
    "main": "app.py",
    "files": [{"path": "app.py", "text": "pass\n"}, {"path": "a.bin", "base64": "AP8="}],
}


@pytest.fixture
def assignment(teacher, classroom, exercise):
    made = factories.assignment(teacher, classroom, exercises=[exercise])
    made.items.create(title="A game", template=TEMPLATE, position=1, points=0)
    return made


@pytest.fixture
def place(assignment, ada):
    return begin(student=ada, assignment=assignment)


def item(assignment, position=0):
    return assignment.items.get(position=position)


def change(project, text="print(1)\n"):
    file = project.files.get(path=project.main_path)
    factories.save(project.owner, project, text, file_id=file.pk, path=file.path, base=file.revision)


def checked(work, **results):
    """An attempt with the files as they are, as the browser reports it."""
    files = [{"path": file.path, "text": bytes(file.content).decode()} for file in work.project.files.all()]
    nonce = f"nonce-{Attempt.objects.count()}"
    return add_attempt(
        work=work,
        version=work.exercise.published,
        files=files,
        results=results or {"two": "passed"},
        nonce=nonce,
    )


def release(place, outcome, redo_due_at=None):
    last = place.hand_ins.first()
    Marking.objects.create(hand_in=last, outcome=outcome)
    Release.objects.create(hand_in=last, outcome=outcome, points=Decimal(1), of=Decimal(10), content={})
    place.redo_due_at = redo_due_at
    change_state(submission=place, state=Progress(outcome), by=None)


def refused(place):
    with pytest.raises(HandInError) as caught:
        hand_in(submission=place, by=place.student)
    return str(caught.value)


class TestBeginning:
    def test_beginning_twice_makes_one_submission_with_one_event(self, assignment, ada):
        first, again = (begin(student=ada, assignment=assignment) for _ in range(2))

        assert first == again
        assert [event.state for event in first.events.all()] == [Progress.IN_PROGRESS]

    @pytest.mark.parametrize("fields", [{"published_at": None}, {"opens_at": timezone.now() + DAY}])
    def test_what_is_not_open_cannot_be_begun(self, assignment, ada, fields):
        for name, value in fields.items():
            setattr(assignment, name, value)

        with pytest.raises(HandInError, match="not open yet"):
            begin(student=ada, assignment=assignment)

        assert not Submission.objects.exists()

    def test_an_exercise_of_a_collection_that_is_not_published_opens(
        self, teacher, place, assignment, collection
    ):
        collection.published = False
        collection.save()

        project = open_item(submission=place, item=item(assignment))

        assert project.exercise_work.exercise == item(assignment).exercise

    def test_a_template_opens_once_with_its_files(self, place, assignment, ada):
        first, again = (open_item(submission=place, item=item(assignment, 1)) for _ in range(2))

        assert first == again
        assert (first.owner, first.name, first.main_path, first.purpose) == (
            ada,
            "A game",
            "app.py",
            "assignment",
        )
        assert {file.path: bytes(file.content) for file in first.files.all()} == {
            "app.py": b"pass\n",
            "a.bin": b"\x00\xff",
        }

    def test_an_exercise_without_a_version_is_refused(self, place, assignment):
        one = item(assignment)
        one.exercise.published = None

        with pytest.raises(HandInError, match="not published"):
            open_item(submission=place, item=one)


class TestWhatIsTaken:
    def test_all_that_is_begun_is_taken_as_it_is_saved(self, place, assignment, ada):
        work = open_exercise(person=ada, exercise=item(assignment).exercise)
        project = open_item(submission=place, item=item(assignment, 1))
        change(project, "print('mine')\n")

        made = hand_in(submission=place, by=ada)
        change(project, "print('later')\n")

        first, second = made.items.all()
        assert (first.attempt.work, first.attempt.results) == (work, {"two": "not-run"})
        assert {file["path"]: file.get("text") for file in second.snapshot.files} == {
            "a.bin": None,
            "app.py": "print('mine')\n",
        }
        assert (second.snapshot.main, second.snapshot.owner) == ("app.py", ada)
        place.refresh_from_db()
        assert place.state == Progress.HANDED_IN
        assert [event.note for event in place.events.all()] == ["", f"Receipt {made.receipt}"]

    def test_what_was_not_begun_has_no_row(self, place, assignment, ada):
        open_exercise(person=ada, exercise=item(assignment).exercise)

        made = hand_in(submission=place, by=ada)

        assert [row.item for row in made.items.all()] == [item(assignment)]

    def test_nothing_begun_is_refused(self, place):
        assert "not begun anything" in refused(place)

    def test_the_attempt_with_just_these_files_is_used(self, place, assignment, ada):
        work = open_exercise(person=ada, exercise=item(assignment).exercise)
        passed = checked(work)
        change(work.project, "broken(\n")
        checked(work, two="error")
        change(work.project, "n = int(input())\n")  # the starter's text again

        assert hand_in(submission=place, by=ada).items.get().attempt == passed

    def test_an_attempt_at_an_earlier_version_does_not_count(self, place, assignment, ada):
        work = open_exercise(person=ada, exercise=item(assignment).exercise)
        checked(work)
        with_changed_check(work.exercise)
        work = Work.objects.get(pk=work.pk)

        taken = take_attempt(work=work)

        assert (taken.version, taken.was_checked) == (work.exercise.published, False)

    def test_too_much_is_refused_by_name_and_leaves_nothing(self, place, assignment, ada, monkeypatch):
        monkeypatch.setattr("exercises.services.attempts.SNAPSHOT_BYTES", 3)
        open_exercise(person=ada, exercise=item(assignment).exercise)

        assert refused(place).startswith("Double: The files of an attempt may take")
        assert not HandIn.objects.exists()


class TestNotRun:
    """An attempt without results is no failure, wherever it is counted."""

    @pytest.fixture
    def attempt(self, exercise, ada):
        return take_attempt(work=open_exercise(person=ada, exercise=exercise))

    def test_a_student_has_started_and_not_failed(self, attempt, exercise, ada):
        assert states_of(ada, [exercise]) == {exercise.pk: State(started=True)}

    def test_no_verdict_disagrees_with_it(self, attempt):
        found = [{"check": "two", "state": state} for state in ("passed", "failed", "error")]

        assert differing_checks(attempt, found) == []


class TestAgain:
    @pytest.fixture
    def work(self, place, assignment, ada):
        return open_exercise(person=ada, exercise=item(assignment).exercise)

    def test_the_same_once_more_shows_the_same_receipt(self, place, ada, work):
        first, again = (hand_in(submission=place, by=ada) for _ in range(2))

        assert first == again
        assert SubmissionEvent.objects.filter(state=Progress.HANDED_IN).count() == 1

    def test_the_same_after_closing_still_shows_the_receipt(self, place, ada, work, assignment):
        first = hand_in(submission=place, by=ada)
        assignment.closes_at = timezone.now() - HOUR
        assignment.save()

        assert hand_in(submission=Submission.objects.get(pk=place.pk), by=ada) == first

    def test_what_was_changed_gets_the_next_number_and_another_receipt(self, place, ada, work):
        first = hand_in(submission=place, by=ada)
        change(work.project)

        second = hand_in(submission=place, by=ada)

        assert (first.number, second.number) == (1, 2)
        assert first.receipt != second.receipt
        assert first.sha256 != second.sha256
        assert set(second.receipt) <= {*LETTERS, "-"}
        assert len(second.receipt) == 9

    def test_a_check_that_came_later_counts_in_another_hand_in(self, place, ada, work):
        hand_in(submission=place, by=ada)
        passed = checked(work)

        assert hand_in(submission=place, by=ada).items.get().attempt.pk == passed.pk

    def test_what_is_being_marked_stays(self, place, ada, work):
        Marking.objects.create(hand_in=hand_in(submission=place, by=ada))
        change(work.project)

        assert "begun to mark" in refused(place)

    def test_complete_is_the_end(self, place, ada, work):
        hand_in(submission=place, by=ada)
        release(place, Outcome.COMPLETE)

        assert "is complete" in refused(place)

    def test_returned_work_is_taken_after_closing_and_can_be_replaced(self, place, ada, work, assignment):
        hand_in(submission=place, by=ada)
        assignment.due_at = assignment.closes_at = timezone.now() - DAY
        assignment.save()
        release(place, Outcome.RETURNED)
        place = Submission.objects.get(pk=place.pk)
        change(work.project)
        second = hand_in(submission=place, by=ada)
        change(work.project, "print(2)\n")

        third = hand_in(submission=place, by=ada)

        assert [(one.number, one.is_late) for one in (second, third)] == [(2, False), (3, False)]

    def test_there_is_an_end_to_it(self, place, ada, work, monkeypatch):
        assert HAND_INS == 50
        monkeypatch.setattr("assessment.services.handing_in.HAND_INS", 1)
        hand_in(submission=place, by=ada)
        change(work.project)

        assert "all there is room for" in refused(place)


class TestTimes:
    @pytest.fixture
    def late(self, place, assignment, ada):
        """Begun, and due one day and an hour ago."""
        open_exercise(person=ada, exercise=item(assignment).exercise)

        def late(policy, **fields):
            moments = {"due_at": timezone.now() - DAY - HOUR, "late_policy": policy, **fields}
            for name, value in moments.items():
                setattr(assignment, name, value)
            assignment.save()
            return Submission.objects.get(pk=place.pk)

        return late

    @pytest.mark.parametrize(
        ("policy", "penalty"), [(LatePolicy.ACCEPTED, 0), (LatePolicy.MARKED, 0), (LatePolicy.PERCENT, 20)]
    )
    def test_what_lateness_costs(self, late, ada, policy, penalty):
        made = hand_in(submission=late(policy), by=ada)

        assert (made.penalty, made.late_by >= DAY + HOUR) == (penalty, True)

    def test_late_work_can_be_refused(self, late):
        assert "late work is not taken" in refused(late(LatePolicy.REFUSED))

    def test_nothing_is_taken_after_closing(self, late):
        assert "has closed" in refused(late(LatePolicy.ACCEPTED, closes_at=timezone.now() - HOUR))

    def test_an_extension_is_counted_in(self, late, ada, teacher):
        place = late(LatePolicy.REFUSED)
        Extension.objects.create(
            assignment=place.assignment, student=ada, due_at=timezone.now() + HOUR, by=teacher
        )

        assert not hand_in(submission=place, by=ada).is_late

    def test_what_was_withdrawn_is_not_open(self, late):
        assert "not open yet" in refused(late(LatePolicy.ACCEPTED, published_at=None))


class TestCollecting:
    def test_a_teacher_collects_after_closing_and_saving_in_time_is_not_late(
        self, place, assignment, ada, teacher
    ):
        open_exercise(person=ada, exercise=item(assignment).exercise)
        assignment.due_at = assignment.closes_at = timezone.now()
        assignment.late_policy = LatePolicy.REFUSED
        assignment.save()

        made = collect(submission=Submission.objects.get(pk=place.pk), by=teacher)

        assert (made.by, made.is_late, made.penalty) == (teacher, False, 0)
        assert place.events.last().note == f"Collected by the teacher. Receipt {made.receipt}"

    def test_what_was_handed_in_is_not_collected(self, place, assignment, ada, teacher):
        open_exercise(person=ada, exercise=item(assignment).exercise)
        hand_in(submission=place, by=ada)

        with pytest.raises(HandInError, match="ada has handed in already"):
            collect(submission=place, by=teacher)

    def test_nothing_begun_is_not_collected(self, place, teacher):
        with pytest.raises(HandInError, match="not begun"):
            collect(submission=place, by=teacher)


class TestGroups:
    @pytest.fixture
    def group(self, assignment, ada, ben):
        made = Group.objects.create(assignment=assignment, name="A")
        for one in (ada, ben):
            made.members.create(assignment=assignment, student=one)
        return made

    def test_each_gets_a_hand_in_with_the_same_content(self, place, assignment, ada, ben, group):
        open_exercise(person=ada, exercise=item(assignment).exercise)

        mine = hand_in(submission=place, by=ada)

        his = HandIn.objects.get(submission__student=ben)
        assert (mine.joint, mine.sha256) == (his.joint, his.sha256)
        assert mine.joint is not None
        assert mine.receipt != his.receipt
        assert mine.items.get().attempt == his.items.get().attempt
        assert his.submission.state == Progress.HANDED_IN
        assert his.submission.events.last().note == f"ada handed in for the group. Receipt {his.receipt}"

    def test_what_another_began_alone_is_taken_too(self, place, assignment, ada, ben, group):
        theirs = begin(student=ben, assignment=assignment)
        project = open_item(submission=theirs, item=item(assignment, 1))
        open_item(submission=theirs, item=item(assignment))
        mine = open_item(submission=place, item=item(assignment))

        first, second = hand_in(submission=place, by=ada).items.all()

        assert (first.attempt.work.project, second.snapshot.owner) == (mine, project.owner)

    def test_a_member_whose_work_is_complete_keeps_it(self, place, assignment, ada, ben, group):
        open_exercise(person=ada, exercise=item(assignment).exercise)
        hand_in(submission=place, by=ada)
        theirs = Submission.objects.get(student=ben)
        release(theirs, Outcome.COMPLETE)
        release(place, Outcome.RETURNED)

        again = hand_in(submission=place, by=ada)

        theirs.refresh_from_db()
        assert (again.number, again.joint, theirs.state) == (2, None, Progress.COMPLETE)
        assert theirs.hand_ins.count() == 1


def test_presses_at_the_same_moment_make_one_hand_in(live):
    student = factories.student(f"press-{uuid4().hex[:8]}")
    exercise = factories.exercise(None, factories.collection())
    factories.published(exercise)
    made = factories.assignment(None, factories.classroom(None, student), exercises=[exercise])
    project = open_item(submission=begin(student=student, assignment=made), item=item(made))
    tab, barrier = Tab(live, student, project), Barrier(PRESSES)

    def press(_):
        barrier.wait()
        return tab.call("POST", f"/assignments/{made.pk}/hand-in/", {})

    with ThreadPoolExecutor(PRESSES) as pool:
        answers = list(pool.map(press, range(PRESSES)))

    assert all(answer == answers[0] for answer in answers)
    assert answers[0][1]["receipt"] == HandIn.objects.get(submission__student=student).receipt


def test_members_of_a_group_who_press_at_the_same_moment_wait_for_each_other(live):
    students = [factories.student(f"pair-{uuid4().hex[:8]}") for _ in range(3)]
    exercise = factories.exercise(None, factories.collection())
    factories.published(exercise)
    made = factories.assignment(None, factories.classroom(None, *students), exercises=[exercise])
    group = Group.objects.create(assignment=made, name="A")
    for one in students:
        group.members.create(assignment=made, student=one)
    # Their submissions are made in another order than the students were.
    places = [begin(student=one, assignment=made) for one in reversed(students[:2])]
    tabs = [Tab(live, place.student, open_item(submission=place, item=item(made))) for place in places] * 2
    barrier = Barrier(len(tabs))

    def press(tab):
        barrier.wait()
        return tab.call("POST", f"/assignments/{made.pk}/hand-in/", {})[0]

    with ThreadPoolExecutor(len(tabs)) as pool:
        statuses = list(pool.map(press, tabs))

    assert statuses == [200] * len(tabs)
    latest = [HandIn.objects.filter(submission__student=one).first() for one in students]
    assert len({one.joint for one in latest}) == 1
