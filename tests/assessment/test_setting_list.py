"""The list of assignments in the back office."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from assessment.enums import Stage
from assessment.models import Assignment
from assessment.moments import in_words
from assessment.queries.setting import in_stage, stage_of
from assessment.services.states import change_state, submission_of
from tests import factories
from tests.accounts.back_office import text
from tests.assessment.office import ASSIGNMENTS, page_of

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)  # a Wednesday


@pytest.fixture
def office(teacher):
    return factories.signed_in(teacher)


def test_the_list_counts_her_students_who_have_handed_in(office, teacher, classroom, exercise, ada, ben):
    second = factories.classroom(teacher, ada, factories.student("cleo"), name="Second")
    made = factories.assignment(teacher, classroom, second, exercises=[exercise])
    for student, state in ((ada, "handed-in"), (ben, "complete")):
        change_state(
            submission=submission_of(assignment=made, student=student, by=student), state=state, by=student
        )
    gone = factories.student("gone")
    submission_of(assignment=made, student=gone, by=gone)

    page = text(office.get(ASSIGNMENTS))

    assert "2 of 3" in page
    assert "Computing 9C, Second" in page
    assert page_of(made, "progress") in page
    assert f'/admin/assessment/submission/?assignment={made.pk}&amp;state=to-mark">1</a>' in page


def test_queries_do_not_grow_with_the_rows(office, teacher, classroom, exercise, ada):
    def queries():
        with CaptureQueriesContext(
            connection,
        ) as asked:
            text(office.get(ASSIGNMENTS))
        return len(asked)

    def add():
        made = factories.assignment(teacher, classroom, exercises=[exercise], due_at=timezone.now())
        submission_of(assignment=made, student=ada, by=ada)
        return made

    made = add()
    form = page_of(made)
    queries()  # what the first request of a session asks for
    with CaptureQueriesContext(connection) as one_item:
        text(office.get(form))
    one = queries()
    for title in ("A", "B"):
        add()
        more = factories.exercise(teacher, exercise.collection, title=title)
        factories.published(more)
        made.items.create(exercise=more, position=1)
        made.criteria.create(title=title)
    assert queries() == one
    with CaptureQueriesContext(connection) as three_items:
        text(office.get(form))
    assert len(three_items) == len(one_item)


@pytest.mark.parametrize("name", ["extensions", "groups"])
def test_queries_do_not_grow_with_students(office, teacher, classroom, exercise, name):
    made = factories.assignment(teacher, classroom, exercises=[exercise])

    def queries():
        for student in classroom.students.all():
            made.extensions.update_or_create(
                student=student, defaults={"due_at": timezone.now(), "by": teacher}
            )
        with CaptureQueriesContext(connection) as asked:
            text(office.get(page_of(made, name)))
        return len(asked)

    queries()  # what the first request of a session asks for
    two = queries()
    for number in range(3):
        classroom.students.add(factories.student(f"more{number}"))
        made.groups.create(name=f"Group {number}")
    assert queries() == two


def test_each_assignment_is_in_one_state(teacher):
    past, future = timezone.now() - timedelta(days=1), timezone.now() + timedelta(days=1)
    expected = {
        Stage.DRAFT: factories.assignment(teacher, published_at=None, opens_at=future),
        Stage.OPENING: factories.assignment(teacher, opens_at=future),
        Stage.OPEN: factories.assignment(teacher, opens_at=past, closes_at=future),
        Stage.CLOSED: factories.assignment(teacher, closes_at=past),
        Stage.ARCHIVED: factories.assignment(teacher, archived=True),
    }

    for stage, made in expected.items():
        assert stage_of(made) == stage
        assert list(in_stage(Assignment.objects.all(), stage, timezone.now())) == [made]


def test_filters_are_of_her_classes_and_known_states(office, teacher, classroom, exercise):
    factories.assignment(teacher, classroom, title="Shown")
    other = factories.classroom(factories.teacher(), name="Foreign")

    assert "Shown" in text(office.get(ASSIGNMENTS, {"class": classroom.pk, "state": "open"}))
    assert "Shown" in text(office.get(ASSIGNMENTS, {"_facets": "True"}))
    for query in ({"state": "draft"}, {"state": "x"}, {"class": other.pk}, {"class": "x"}):
        page = text(office.get(ASSIGNMENTS, query))
        assert "Shown" not in page
        assert "Foreign" not in page
    assert office.get(ASSIGNMENTS, {"author__password__startswith": "a"}).status_code in (302, 400)


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (NOW + timedelta(minutes=5), "today 13:05, in 5 minutes"),
        (NOW + timedelta(hours=1), "today 14:00, in 1 hour"),
        (NOW + timedelta(hours=12), "tomorrow 01:00, in 12 hours"),
        (NOW + timedelta(days=2), "Friday 13:00, in 2 days"),
        (NOW + timedelta(days=7), "2 December 13:00, in 7 days"),
        (NOW + timedelta(days=60), "24 January 2027 13:00, in 60 days"),
        (NOW - timedelta(days=1), "yesterday 13:00, 1 day ago"),
        (NOW - timedelta(days=3), "22 November 13:00, 3 days ago"),
    ],
)
def test_moments_are_told_in_words_of_the_schools_time(moment, words):
    with timezone.override("Europe/Berlin"):
        assert in_words(moment, NOW) == words
