"""More time for single students, and groups, in the back office."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from assessment.models import GroupMember
from assessment.services.states import change_state, submission_of
from tests import factories
from tests.accounts.back_office import text
from tests.assessment.office import page_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(teacher):
    return factories.signed_in(teacher)


@pytest.fixture
def made(teacher, classroom, exercise):
    berlin = ZoneInfo("Europe/Berlin")
    return factories.assignment(
        teacher, classroom, exercises=[exercise], due_at=datetime(2027, 3, 26, 17, tzinfo=berlin)
    )


def times(assignment, student):
    one = assignment.extensions.get(student=student)
    return tuple(
        moment and timezone.localtime(moment).strftime("%m-%d %H:%M")
        for moment in (one.due_at, one.closes_at)
    )


def test_ticked_students_get_more_days_at_the_same_hour(office, teacher, made, ada, ben):
    with timezone.override("Europe/Berlin"):  # the clocks change on 28 March
        local = timezone.localtime(made.due_at)

        office.post(page_of(made, "extensions"), {"do": "days", "days": "4", "tick": [ada.pk]})

        later = timezone.localtime(made.extensions.get().due_at)
    given = made.extensions.get()
    assert (given.student, given.by, given.closes_at) == (ada, teacher, None)
    assert later.date() - local.date() == timedelta(days=4)
    page = text(office.get(page_of(made, "extensions")))
    assert f"by {teacher}" in page


def test_days_go_on_from_an_extension_and_move_closing_too(office, made, ada, ben):
    made.closes_at = made.due_at + timedelta(days=1)
    made.save()

    for _ in range(2):
        page = page_of(made, "extensions")
        stored = made.extensions.filter(student=ada).first()
        typed = {
            f"{name}-{ada.pk}": timezone.localtime(moment).strftime("%Y-%m-%dT%H:%M")
            for name, moment in (("due", stored and stored.due_at), ("closes", stored and stored.closes_at))
            if moment
        }
        office.post(page, {"do": "days", "days": "30", "tick": [ada.pk], **typed})

    given = made.extensions.get()
    assert timezone.localtime(given.due_at).date() - timezone.localtime(made.due_at).date() == timedelta(
        days=60
    )
    assert timezone.localtime(given.closes_at).date() - timezone.localtime(
        made.closes_at
    ).date() == timedelta(days=60)


def test_times_are_typed_changed_and_taken_back(office, made, ada, ben):
    page = page_of(made, "extensions")
    office.post(
        page, {"do": "save", f"due-{ada.pk}": "2027-04-01T12:00", f"closes-{ben.pk}": "2027-05-01T12:00"}
    )
    assert (times(made, ada), times(made, ben)) == (("04-01 12:00", None), (None, "05-01 12:00"))

    office.post(page, {"do": "remove", "tick": [ben.pk], f"due-{ada.pk}": "2027-04-02T12:00"})
    assert times(made, ada) == ("04-02 12:00", None)
    assert not made.extensions.filter(student=ben).exists()

    office.post(page, {"do": "save", f"due-{ada.pk}": ""})
    assert not made.extensions.exists()


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"do": "days", "days": "2"}, "Tick the students first."),
        ({"do": "days", "days": "0", "tick": "ADA"}, "Give a whole number of days from 1 to 365."),
        ({"do": "save", "due-ADA": "later"}, "Give a day and a time, as 2026-09-01 17:00."),
        ({"do": "save", "due-ADA": "2027-04-02T12:00", "closes-ADA": "2027-04-01T12:00"}, "This is before it is due"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_times_is_said_and_kept(office, made, ada, ben, typed, sentence):
    sent = {
        name.replace("ADA", str(ada.pk)): value.replace("ADA", str(ada.pk)) for name, value in typed.items()
    }

    page = text(office.post(page_of(made, "extensions"), {**sent, f"due-{ben.pk}": "2027-04-05T09:00"}))

    assert sentence in page
    assert "2027-04-05T09:00" in page
    assert not made.extensions.exists()


def test_without_a_due_time_there_is_nothing_to_move(office, made, ada):
    made.due_at = None
    made.save()

    page = text(office.post(page_of(made, "extensions"), {"do": "days", "days": "2", "tick": [ada.pk]}))

    assert "This assignment has no time at which it is due or closes." in page


def test_groups_at_random_are_even_and_leave_nobody_out(office, made, classroom):
    for number in range(5):
        classroom.students.add(factories.student(f"more{number}"))

    office.post(page_of(made, "groups"), {"do": "random", "size": "3"})

    sizes = sorted(group.students.count() for group in made.groups.all())
    assert sizes == [2, 2, 3]
    assert [group.name for group in made.groups.all()] == ["Group 1", "Group 2", "Group 3"]
    assert "In no group" not in text(office.get(page_of(made, "groups")))

    late = factories.student("late")
    classroom.students.add(late)
    assert "In no group: late." in text(office.get(page_of(made, "groups")))
    office.post(page_of(made, "groups"), {"do": "random", "size": "2"})
    assert str(GroupMember.objects.get(student=late).group) == "Group 4"
    office.post(page_of(made, "groups"), {"do": "random", "size": "8", "anew": "on"})
    assert [group.students.count() for group in made.groups.all()] == [8]


def test_students_are_moved_by_name_and_are_in_one_group_at_most(office, made, ada, ben):
    page = page_of(made, "groups")
    for name in ("Owls", "Otters"):
        office.post(page, {"do": "add", "name": name})
    owls, otters = made.groups.get(name="Owls"), made.groups.get(name="Otters")

    office.post(page, {"do": "save", f"group-{ada.pk}": owls.pk, f"group-{ben.pk}": owls.pk})
    office.post(page, {"do": "save", f"group-{ada.pk}": otters.pk, f"group-{ben.pk}": owls.pk})
    assert {(str(one.group), str(one.student)) for one in GroupMember.objects.all()} == {
        ("Otters", "ada"),
        ("Owls", "ben"),
    }

    office.post(page, {"do": "save", f"group-{ada.pk}": ""})  # nothing is said of ben
    assert [str(one.student) for one in GroupMember.objects.all()] == ["ben"]
    office.post(page, {"do": f"delete:{owls.pk}"})
    assert [str(group) for group in made.groups.all()] == ["Otters"]


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"do": "add", "name": " "}, "Give the group a name."),
        ({"do": "add", "name": "Owls"}, "There is a group with this name."),
        ({"do": "random", "size": "1"}, "Give a whole number from 2 to 40."),
        ({"do": "delete:0"}, "This group is no longer there."),
    ],
)
def test_what_is_wrong_with_groups_is_said(office, made, typed, sentence):
    made.groups.create(name="Owls")

    assert sentence in text(office.post(page_of(made, "groups"), typed))
    assert made.groups.count() == 1


def test_changing_a_group_that_has_handed_in_says_what_stays(office, made, ada, ben):
    group = made.groups.create(name="Owls")
    GroupMember.objects.create(group=group, assignment=made, student=ada)
    submission = submission_of(assignment=made, student=ada, by=ada)
    assert "has handed in" not in text(office.get(page_of(made, "groups")))

    change_state(submission=submission, state="handed-in", by=ada)

    page = text(office.get(page_of(made, "groups")))
    assert "What was handed in stays with everybody who was in the group then" in page


def test_one_class_can_be_shown_alone(office, teacher, made):
    other = factories.classroom(teacher, factories.person("only-there"), name="Other")
    made.classrooms.add(other)

    for name in ("extensions", "groups"):
        assert "only-there" in text(office.get(page_of(made, name)))
        page = text(office.get(page_of(made, name), {"class": other.pk}))
        assert "only-there" in page
        assert ">ada<" not in page
