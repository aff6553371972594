"""Filling a class from a list."""

from collections.abc import Iterator, Sequence

from django.contrib.auth.hashers import make_password
from django.db import transaction

from accounts.enums import Outcome
from accounts.models import Classroom, User
from accounts.roster.planning import Line
from accounts.services.classrooms import enrol_all

LINES_A_STEP = 100


def add_from_roster(*, classroom: Classroom, lines: Sequence[Line]) -> Iterator[int]:
    """Make the new students and enrol all of the lines that are no problem; yields how many lines are done so far.

    One transaction: whoever stops asking before the end, or meets an exception, has changed nothing. New students have
    no password and need a code. Raises IntegrityError when somebody took one of the user names meanwhile.
    """
    wanted = [line for line in lines if line.outcome in (Outcome.NEW, Outcome.ENROL)]
    with transaction.atomic():
        for start in range(0, len(wanted), LINES_A_STEP):
            part = wanted[start : start + LINES_A_STEP]
            made = User.objects.bulk_create([_new(line) for line in part if line.outcome == Outcome.NEW])
            known = [line.student for line in part if line.student is not None]
            enrol_all(students=[*made, *known], classroom=classroom)
            yield start + len(part)


def _new(line: Line) -> User:
    one = User(username=line.username, display_name=line.name, password=make_password(None))
    one.full_clean(
        validate_unique=False, validate_constraints=False
    )  # the database holds both for all at once
    return one
