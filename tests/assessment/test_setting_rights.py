"""Who sees and changes an assignment in the back office: author, co-teachers, others, another school."""

import pytest

from accounts.services import enrol
from assessment.models import Assignment
from tests import factories
from tests.accounts.back_office import text
from tests.assessment.office import ASSIGNMENTS, filled, page_of

pytestmark = pytest.mark.django_db
PAGES = ("change", "publish", "withdraw", "duplicate", "archive", "extensions", "groups", "delete", "history")
CHANGING = ("publish", "withdraw", "archive", "groups", "delete")


@pytest.fixture
def colleague(school):
    return factories.teacher("colleague")


@pytest.fixture
def theirs(colleague):
    return factories.classroom(
        colleague, factories.person("foreign-pupil", name="Foreign Pupil"), name="Foreign 8B"
    )


@pytest.fixture
def shared(teacher, classroom, theirs, exercise):
    """For a class of each of two teachers; the first one wrote it."""
    return factories.assignment(teacher, classroom, theirs, exercises=[exercise], published_at=None)


def test_a_teacher_of_one_of_its_classes_only_sees_it(colleague, shared):
    office = factories.signed_in(colleague)

    page = text(office.get(page_of(shared)))

    assert "You teach some of its classes." in page
    assert 'name="title"' not in page
    assert "Computing 9C" not in page
    assert office.post(page_of(shared), filled(shared, title="Mine")).status_code == 403
    for name in CHANGING:
        assert office.get(page_of(shared, name)).status_code == 403, name
        assert office.post(page_of(shared, name), {"post": "yes"}).status_code == 403, name
    shared.refresh_from_db()
    assert (shared.title != "Mine", shared.is_draft, shared.archived) == (True, True, False)


def test_a_teacher_of_one_of_its_classes_gives_her_own_students_more_time(
    colleague, classroom, theirs, shared
):
    office = factories.signed_in(colleague)
    own, foreign = theirs.students.get(), factories.student("foreign")
    enrol(student=foreign, classroom=classroom)
    times = {f"due-{student.pk}": "2027-03-05T17:00" for student in (own, foreign)}

    page = text(office.get(page_of(shared, "extensions")))
    office.post(page_of(shared, "extensions"), {"do": "save", **times})

    assert str(own) in page
    assert str(foreign) not in page
    assert [one.student for one in shared.extensions.all()] == [own]


def test_who_teaches_all_of_its_classes_changes_it(colleague, classroom, shared):
    classroom.teachers.add(colleague)
    office = factories.signed_in(colleague)

    office.post(
        page_of(shared),
        filled(shared, title="Ours", classrooms=list(shared.classrooms.values_list("pk", flat=True))),
    )

    shared.refresh_from_db()
    assert shared.title == "Ours"
    assert shared.classrooms.count() == 2


def test_a_co_teacher_adds_no_class_that_she_does_not_teach(colleague, theirs, exercise, classroom):
    made = factories.assignment(colleague, theirs, exercises=[exercise])
    office = factories.signed_in(colleague)

    page = text(office.post(page_of(made), filled(made, classrooms=[theirs.pk, classroom.pk])))

    assert "Choose among your own classes." in page
    assert "Computing 9C" not in page
    assert list(made.classrooms.all()) == [theirs]


def test_the_author_keeps_a_class_of_others_and_sees_nobody_of_it(teacher, classroom, theirs, shared):
    office = factories.signed_in(teacher)

    pages = [
        text(office.get(page_of(shared, name))) for name in ("change", "extensions", "groups", "publish")
    ]
    office.post(page_of(shared), filled(shared, classrooms=[classroom.pk]))

    assert "1 class of others" in pages[0]
    for page in [*pages, text(office.get(ASSIGNMENTS))]:
        assert "Foreign" not in page
    assert set(shared.classrooms.all()) == {classroom, theirs}


def test_an_author_does_not_place_or_extend_students_of_others(teacher, classroom, theirs, shared):
    foreign = theirs.students.get()
    office = factories.signed_in(teacher)
    group = shared.groups.create(name="A")

    office.post(page_of(shared, "extensions"), {"do": "save", f"due-{foreign.pk}": "2027-03-05T17:00"})
    office.post(page_of(shared, "groups"), {"do": "save", f"group-{foreign.pk}": str(group.pk)})
    office.post(page_of(shared, "groups"), {"do": "random", "size": "2"})

    assert not shared.extensions.exists()
    assert not shared.groups.filter(students=foreign).exists()


def test_a_teacher_of_none_of_its_classes_finds_nothing(colleague, teacher, classroom, exercise):
    made = factories.assignment(teacher, classroom, exercises=[exercise], published_at=None)
    office = factories.signed_in(colleague)

    for name in PAGES:
        address = page_of(made, name)
        for answer in (office.get(address), office.post(address, {"post": "yes"})):
            assert answer.status_code == 404, name
    assert Assignment.objects.get().is_draft
    assert str(made) not in text(office.get(ASSIGNMENTS))


def test_another_schools_rows_are_neither_seen_nor_chosen(teacher, classroom, south, in_school):
    with in_school(south):
        other = factories.teacher("south-teacher")
        exercise = factories.exercise(
            other, factories.collection(other, "South collection"), title="South exercise"
        )
        factories.published(exercise)
        factories.assignment(other, factories.classroom(other, name="South class"), title="South work")
    office = factories.signed_in(teacher)

    pages = [text(office.get(address)) for address in (ASSIGNMENTS, f"{ASSIGNMENTS}add/")]
    pages.append(text(office.post(f"{ASSIGNMENTS}add/", filled(exercise=[exercise.pk]))))

    assert all("South" not in page for page in pages)
    assert not Assignment.objects.exists()
