"""Setting assignments in the back office, as a teacher does it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from assessment.errors import NotSettableError
from assessment.models import Assignment
from assessment.services.assignments import delete_assignment, save_assignment
from assessment.services.handing_in import hand_in, open_item
from assessment.services.states import submission_of
from exercises.document.files import bytes_of
from tests import factories
from tests.accounts.back_office import text
from tests.assessment.office import ASSIGNMENTS, filled, page_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(teacher):
    return factories.signed_in(teacher)


@pytest.fixture
def published(teacher, classroom, exercise):
    return factories.assignment(teacher, classroom, exercises=[exercise])


def handed_in(assignment, student):
    """Her hand-in, with all items opened."""
    submission = submission_of(assignment=assignment, student=student, by=student)
    for item in assignment.items.all():
        open_item(submission=submission, item=item)
    return hand_in(submission=submission, by=student)


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


def test_a_project_is_copied_and_taken_again_when_she_says_so(office, teacher, classroom):
    project = factories.project(teacher, "Maze", main="print(1)\n")
    sent = {"item": [f"p{project.pk}"], f"title-p{project.pk}": "Your maze"}

    office.post(f"{ASSIGNMENTS}add/", filled(**sent))

    made = Assignment.objects.get()
    item = made.items.get()
    assert (item.title, item.points, item.template["main"]) == ("Your maze", 0, "main.py")
    assert [bytes_of(file) for file in item.template["files"]] == [b"print(1)\n"]

    factories.save(teacher, project, "print(2)\n", file_id=factories.first_file(project).pk, base=1)
    assert "which has changed since" in text(office.get(page_of(made)))
    office.post(page_of(made), filled(made, item=[f"i{item.pk}"], **{f"title-i{item.pk}": "Your maze"}))
    item.refresh_from_db()
    assert bytes_of(item.template["files"][0]) == b"print(1)\n"

    made.refresh_from_db()
    again = {f"title-i{item.pk}": "Your maze", f"again-i{item.pk}": str(project.pk)}
    office.post(page_of(made), filled(made, item=[f"i{item.pk}"], **again))
    item.refresh_from_db()
    assert bytes_of(item.template["files"][0]) == b"print(2)\n"
    assert "which has changed since" not in text(office.get(page_of(made)))


def test_somebody_elses_project_is_no_template(office, ada):
    project = factories.project(ada, "Hers")

    page = text(office.post(f"{ASSIGNMENTS}add/", filled(item=[f"p{project.pk}"])))

    assert "Hers" not in page
    assert "Something that you had chosen is no longer there." in page
    office.post(f"{ASSIGNMENTS}add/", filled(item=[f"p{project.pk}"]))
    assert not Assignment.objects.exists()


def test_publishing_says_who_sees_it_and_when(office, teacher, classroom, exercise):
    opens = timezone.now() + timedelta(days=2)
    draft = factories.assignment(teacher, classroom, exercises=[exercise], published_at=None, opens_at=opens)

    asked = text(office.get(page_of(draft, "publish")))
    office.post(page_of(draft, "publish"))

    assert "2 students (Computing 9C) will see it from" in asked
    draft.refresh_from_db()
    assert not draft.is_draft


@pytest.mark.parametrize(
    ("missing", "sentence"),
    [
        ("items", "Choose something to work on first."),
        ("classes", "Choose a class first."),
        ("time", "which has passed. Give it another time first."),
    ],
)
def test_publishing_is_refused_while_something_is_missing(
    office, teacher, classroom, exercise, missing, sentence
):
    draft = factories.assignment(
        teacher,
        *([] if missing == "classes" else [classroom]),
        exercises=[] if missing == "items" else [exercise],
        published_at=None,
        closes_at=timezone.now() - timedelta(days=1) if missing == "time" else None,
    )

    asked = text(office.get(page_of(draft, "publish")))
    told = text(office.post(page_of(draft, "publish"), follow=True))

    assert sentence in asked
    assert "Not published." in told
    assert sentence in told
    draft.refresh_from_db()
    assert draft.is_draft


def test_withdrawing_ends_with_the_first_hand_in(office, published, ada):
    office.post(page_of(published, "withdraw"))
    published.refresh_from_db()
    assert published.is_draft

    office.post(page_of(published, "publish"))
    published.refresh_from_db()
    handed_in(published, ada)

    assert "You can archive it." in text(office.get(page_of(published, "withdraw")))
    assert "Not withdrawn." in text(office.post(page_of(published, "withdraw"), follow=True))
    published.refresh_from_db()
    assert not published.is_draft


def test_what_was_handed_in_cannot_be_removed(office, teacher, published, ada):
    handed_in(published, ada)

    page = text(office.get(page_of(published)))
    sent = filled(
        published, classrooms=[published.classrooms.get().pk]
    )  # without its tick, which is disabled
    assert office.post(page_of(published), sent).status_code == 302

    item = published.items.get()
    assert "Students have handed this in, so it stays." in page
    assert f'value="remove:e{item.exercise_id}"' not in page
    with pytest.raises(NotSettableError, match="handed this in"):
        save_assignment(by=teacher, assignment=published, classrooms=[], items=[])


def test_a_project_that_students_have_begun_cannot_be_removed(teacher, classroom, ada):
    made = factories.assignment(teacher, classroom)
    made.items.create(title="Maze", points=0, template={"main": "main.py", "files": []})
    submission = submission_of(assignment=made, student=ada, by=ada)
    open_item(submission=submission, item=made.items.get())

    with pytest.raises(NotSettableError, match="begun to work on this"):
        save_assignment(by=teacher, assignment=made, classrooms=[], items=[])


def test_what_is_published_keeps_a_class_and_something_to_work_on(office, published, classroom):
    page = text(office.post(page_of(published), filled(published)))

    assert "It is published, so it needs a class." in page
    assert "It is published, so it needs something to work on." in page
    assert (published.items.count(), list(published.classrooms.all())) == (1, [classroom])


def test_a_duplicate_is_an_own_draft_without_classes_and_times(office, published):
    Assignment.objects.filter(pk=published.pk).update(
        late_policy="percent", late_percent=25, category="Test", due_at=timezone.now(), title="x" * 120
    )
    published.items.create(title="Maze", points=0, template={"main": "a.py", "files": []}, position=1)
    published.criteria.create(title="Names", points=3, levels=[{"points": 3, "text": "Good"}])

    office.post(page_of(published, "duplicate"))

    copy = Assignment.objects.exclude(pk=published.pk).get()
    assert copy.title == f"{'x' * 113} (copy)"
    assert (copy.late_policy, copy.late_percent, copy.category) == ("percent", 25, "Test")
    assert (copy.is_draft, copy.due_at, copy.classrooms.count()) == (True, None, 0)
    assert [str(item) for item in copy.items.all()] == ["Double", "Maze"]
    assert copy.criteria.get().levels == [{"points": 3, "text": "Good"}]
    assert published.items.count() == 2


def test_archived_is_no_longer_listed(office, published):
    office.post(page_of(published, "archive"))

    assert str(published) not in text(office.get(ASSIGNMENTS))
    assert str(published) in text(office.get(ASSIGNMENTS, {"state": "archived"}))
    office.post(page_of(published, "archive"))
    assert str(published) in text(office.get(ASSIGNMENTS))


def test_only_a_draft_that_nobody_has_begun_is_deleted(office, published, ada):
    assert office.post(page_of(published, "delete"), {"post": "yes"}).status_code == 403

    submission_of(assignment=published, student=ada, by=ada)
    office.post(page_of(published, "withdraw"))
    published.refresh_from_db()
    assert published.is_draft
    assert office.post(page_of(published, "delete"), {"post": "yes"}).status_code == 403
    with pytest.raises(NotSettableError):
        delete_assignment(assignment=published)

    published.submissions.all().delete()
    office.post(page_of(published, "delete"), {"post": "yes"})
    assert not Assignment.objects.exists()
