"""Setting assignments in the back office, as a teacher does it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from assessment.models import Assignment
from tests import factories
from tests.accounts.back_office import text

pytestmark = pytest.mark.django_db
ASSIGNMENTS = "/admin/assessment/assignment/"


@pytest.fixture
def office(teacher):
    return factories.signed_in(teacher)


def page_of(assignment, name="change"):
    return f"{ASSIGNMENTS}{assignment.pk}/{name}/"


def filled(assignment=None, **changes):
    """What a browser sends of the form."""
    seen = assignment.changed_at.isoformat() if assignment else ""
    return {
        "title": "Loops",
        "late_policy": "marked",
        "late_percent": "10",
        "counts": "on",
        "seen": seen,
        "do": "save",
        **changes,
    }


def test_an_assignment_is_set_within_one_form(office, teacher, classroom, exercise):
    answer = office.post(
        f"{ASSIGNMENTS}add/",
        filled(
            classrooms=[classroom.pk],
            exercise=[exercise.pk],
            due_at="2027-03-05T17:00",
            line=["n1"],
            **{
                f"points-e{exercise.pk}": "7",
                "line-title-n1": "Names",
                "line-points-n1": "2",
                "line-levels-n1": "1 Some say what they hold\n2 All do",
            },
        ),
    )

    made = Assignment.objects.get()
    assert answer["Location"] == page_of(made)
    assert (made.title, made.author, made.is_draft) == ("Loops", teacher, True)
    assert list(made.classrooms.all()) == [classroom]
    assert [(item.exercise, item.points) for item in made.items.all()] == [(exercise, 7)]
    assert made.criteria.get().levels == [
        {"points": 2, "text": "All do"},
        {"points": 1, "text": "Some say what they hold"},
    ]
    assert timezone.localtime(made.due_at).strftime("%Y-%m-%d %H:%M") == "2027-03-05 17:00"
    assert "2 All do\n1 Some say what they hold" in text(office.get(page_of(made)))


def test_publishing_says_who_sees_it_and_when(office, teacher, classroom, exercise):
    opens = timezone.now() + timedelta(days=2)
    draft = factories.assignment(teacher, classroom, exercises=[exercise], published_at=None, opens_at=opens)

    asked = text(office.get(page_of(draft, "publish")))
    office.post(page_of(draft, "publish"))

    assert "2 students will see it from" in asked
    draft.refresh_from_db()
    assert not draft.is_draft


@pytest.mark.parametrize("missing", ["items", "classes"])
def test_publishing_is_refused_while_something_is_missing(office, teacher, classroom, exercise, missing):
    draft = factories.assignment(
        teacher,
        *([] if missing == "classes" else [classroom]),
        exercises=[] if missing == "items" else [exercise],
        published_at=None,
    )
    sentence = {"items": "Choose something to work on first.", "classes": "Choose a class first."}[missing]

    asked = text(office.get(page_of(draft, "publish")))
    told = text(office.post(page_of(draft, "publish"), follow=True))

    assert sentence in asked
    assert f"Not published. {sentence}" in told
    draft.refresh_from_db()
    assert draft.is_draft
