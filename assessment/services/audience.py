"""What is different for some students of an assignment: more time, and groups."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from secrets import SystemRandom

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from assessment.errors import NotSettableError
from assessment.models import Assignment, Extension, Group, GroupMember

MOST_GROUPS = 500


@dataclass(frozen=True, slots=True)
class OwnTimes:
    """Times of one student that take the place of the assignment's; None where these hold."""

    due_at: datetime | None = None
    closes_at: datetime | None = None


@transaction.atomic
def set_extensions(*, assignment: Assignment, times: Mapping[int, OwnTimes], by: User) -> int:
    """Give students times of their own, by id; empty ones take an extension away. Gives how many were changed."""
    present = {one.student_id: one for one in assignment.extensions.filter(student__in=times)}
    changed = 0
    for student, own in times.items():
        found = present.get(student)
        before = OwnTimes(found.due_at, found.closes_at) if found else OwnTimes()
        if own != before:
            _set_extension(found or Extension(assignment=assignment, student_id=student), own, by)
            changed += 1
    return changed


def more_days(assignment: Assignment, own: OwnTimes, days: int) -> OwnTimes:
    """The times so many days later, at the same time of the day. Raises NotSettableError where nothing is due."""
    due_at, closes_at = own.due_at or assignment.due_at, own.closes_at or assignment.closes_at
    if due_at is None and closes_at is None:
        raise NotSettableError("This assignment has no time at which it is due or closes.")
    return OwnTimes(_later(due_at, days), _later(closes_at, days))


@transaction.atomic
def add_group(*, assignment: Assignment, name: str) -> Group:
    """A new group without students. Raises ValidationError."""
    return _add_group(_locked(assignment), name)


@transaction.atomic
def delete_group(*, group: Group) -> None:
    """Dissolve a group. What its members have handed in stays with each of them."""
    group.delete()


@transaction.atomic
def place_students(*, assignment: Assignment, places: Mapping[int, Group | None]) -> int:
    """Put students, by id, into groups, or into none. Gives how many were moved."""
    locked = _locked(assignment)
    present = {
        one.student_id: one for one in GroupMember.objects.filter(assignment=locked, student__in=places)
    }
    moved = 0
    for student, group in places.items():
        member = present.get(student)
        if (member and member.group_id) == (group and group.pk):
            continue
        moved += 1
        if member:
            member.delete()
        if group:
            GroupMember.objects.create(group=group, assignment=locked, student_id=student)
    return moved


@transaction.atomic
def take_out(*, assignment: Assignment, students: Sequence[User]) -> None:
    """Take students out of their groups; groups that nobody is in any more go."""
    locked = _locked(assignment)
    emptied = GroupMember.objects.filter(assignment=locked, student__in=students)
    groups = list(emptied.values_list("group", flat=True))
    emptied.delete()
    Group.objects.filter(pk__in=groups, members__isnull=True).delete()


@transaction.atomic
def group_at_random(*, assignment: Assignment, students: Sequence[User], size: int) -> int:
    """Put students who are in no group into new ones of `size` at most, as even as can be. Gives how many groups."""
    locked = _locked(assignment)
    placed = set(GroupMember.objects.filter(assignment=locked).values_list("student", flat=True))
    free = [student for student in students if student.pk not in placed]
    SystemRandom().shuffle(free)
    number = math.ceil(len(free) / size)
    for place, name in enumerate(_free_names(locked, number)):
        group = _add_group(locked, name)
        GroupMember.objects.bulk_create(
            GroupMember(group=group, assignment=locked, student=student) for student in free[place::number]
        )
    return number


def _set_extension(extension: Extension, own: OwnTimes, by: User) -> None:
    if own == OwnTimes():
        extension.delete()
        return
    extension.due_at, extension.closes_at = own.due_at, own.closes_at
    extension.by, extension.created_at = by, timezone.now()
    extension.full_clean()
    extension.save()


def _later(moment: datetime | None, days: int) -> datetime | None:
    return timezone.localtime(moment) + timedelta(days=days) if moment else None


def _add_group(assignment: Assignment, name: str) -> Group:
    if assignment.groups.count() >= MOST_GROUPS:
        raise NotSettableError(f"An assignment has {MOST_GROUPS} groups at most.")
    group = Group(assignment=assignment, name=" ".join(name.split()))
    group.full_clean()
    group.save()
    return group


def _free_names(assignment: Assignment, number: int) -> Iterable[str]:
    taken = set(assignment.groups.values_list("name", flat=True))
    names = (f"Group {count}" for count in range(1, number + len(taken) + 1))
    return [name for name in names if name not in taken][:number]


def _locked(assignment: Assignment) -> Assignment:
    return Assignment.objects.select_for_update(no_key=True).get(pk=assignment.pk)
