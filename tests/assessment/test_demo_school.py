"""The demo school as `make run` makes it, and the assignments in it."""

import io
import stat

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from accounts.models import User
from assessment.demo_content import CLASSES, FUNCTIONS, NUMBERS, PRICES, QUIZ
from assessment.enums import Outcome
from assessment.management.commands.make_demo_school import demo_password
from assessment.models import Assignment, HandIn, Release, Submission, SubmissionEvent, Verdict
from assessment.services.demo import fill_demo_assignments
from exercises.models import Attempt, Exercise
from exercises.services import open_exercise
from exercises.services.demo import fill_demo_collections
from projects.services.demo import fill_demo_school
from schools.models import School
from tests import factories


@pytest.fixture
def demo(db, settings, tmp_path, in_school):
    settings.DATA_DIR = tmp_path
    call_command("make_demo_school", stdout=io.StringIO())
    with in_school(School.objects.get(slug="demo")):
        yield tmp_path


def states(username):
    """Where a student stands, by title of the assignment."""
    places = Submission.objects.filter(student__username=username).select_related("assignment")
    return {place.assignment.title: str(place.state) for place in places}


def counts():
    """How many rows of each kind there are."""
    return [model.objects.count() for model in (Assignment, SubmissionEvent, HandIn, Release, Attempt)]


def test_the_class_is_in_the_middle_of_its_work_and_is_made_once(demo):
    made, now = counts(), timezone.now()

    call_command("make_demo_school", stdout=io.StringIO())

    assert counts() == made
    assert states("student") == {
        NUMBERS.title: "complete",
        FUNCTIONS.title: "returned",
        PRICES.title: "in-progress",
    }
    assert set(Release.objects.values_list("outcome", flat=True)) == {Outcome.COMPLETE, Outcome.RETURNED}
    assert_deadlines(now)
    assert_order(now)


def assert_deadlines(now):
    """Some of the work was due before, some will be; one assignment is a draft."""
    about = {one.title: one for one in Assignment.objects.all()}
    assert {one.title for one in about.values() if one.is_draft} == {CLASSES.title}
    assert about[NUMBERS.title].due_at < about[FUNCTIONS.title].due_at < now < about[PRICES.title].due_at
    assert {timezone.localtime(one.due_at).hour for one in about.values()} == {16}
    assert about[QUIZ.title].items.get().template["main"] == "main.py"
    assert {one.is_late for one in HandIn.objects.all()} == {True, False}


def assert_order(now):
    """Nothing that was done lies ahead, each thing comes after what it depends on, and Verify agrees."""
    for submission in Submission.objects.all():
        events = list(submission.events.all())
        assert [one.at for one in events] == sorted(one.at for one in events)
        assert events[-1].state == submission.state
        assert submission.assignment.published_at <= events[0].at <= events[-1].at <= now
    for given_in in HandIn.objects.all():
        assert all(one.attempt.made_at <= given_in.handed_in_at for one in given_in.items.all())
    assert not Attempt.objects.filter(made_at__gt=now).exists()
    assert set(Verdict.objects.values_list("disagrees", flat=True)) == {False}


def test_the_password_is_made_once_and_readable_by_the_owner_of_the_folder_only(tmp_path):
    password = demo_password(tmp_path)
    path = tmp_path / "demo-password.txt"

    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert path.read_text().strip() == password == demo_password(tmp_path)


def test_a_given_password_is_used_and_not_written_down(tmp_path, monkeypatch):
    monkeypatch.setenv("DEMO_PASSWORD", "given by hand")

    assert demo_password(tmp_path) == "given by hand"
    assert not list(tmp_path.iterdir())


def test_it_is_never_made_in_production(db, settings):
    settings.MODE = "production"

    with pytest.raises(CommandError):
        call_command("make_demo_school")


def test_a_school_gets_no_assignments_without_the_exercises_nor_over_work_that_is_there(school):
    fill_demo_school(password=factories.PASSWORD)
    fill_demo_assignments()

    assert not Assignment.objects.exists()

    fill_demo_collections()
    begun = Exercise.objects.get(collection__slug="first-steps", slug="09-letters")
    work = open_exercise(person=User.objects.get(username="student"), exercise=begun)
    fill_demo_assignments()

    assert not Assignment.objects.exists()
    [starter] = begun.open_version.document["starter"]
    assert bytes(work.project.files.get().content).decode() == starter["text"]
