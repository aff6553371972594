"""How long the gradebook of a large class takes: 40 students, 60 assignments, all marked.

`make bench ARGS=gradebook`. The server's own time, by Django's client: no browser and no network.
"""

import tempfile
import time
from decimal import Decimal
from pathlib import Path
from statistics import median
from typing import Any

from bench.database import prepare
from bench.table import Row, print_rows

STUDENTS, ASSIGNMENTS, CATEGORIES = 40, 60, 4
TIMES = 7
SECONDS_TO_OPEN = 1
HOST = "measured.localhost"


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory(prefix="codeyard-bench-") as folder:
        prepare(Path(folder))
        _measure()


def _measure() -> None:
    from django_tenants.utils import tenant_context

    from schools.services.opening import open_school

    with tenant_context(open_school(slug="measured", name="Measured")):
        teacher, classroom = _filled_class()
    address = f"/admin/accounts/classroom/{classroom.pk}/gradebook/"
    rows = [
        _row(f"{STUDENTS} students × {ASSIGNMENTS} assignments, the page", teacher, address),
        _row("the same as CSV", teacher, f"{address}csv/"),
        _row("the same as XLSX", teacher, f"{address}xlsx/"),
    ]
    print_rows("The gradebook", rows)


def _filled_class() -> tuple[Any, Any]:
    from accounts.enums import Role
    from accounts.models import Enrolment, User
    from accounts.services import add_classroom, add_person

    teacher = add_person(username="teacher", role=Role.TEACHER)
    classroom = add_classroom(name="Measured", teachers=[teacher])
    students = User.objects.bulk_create(
        User(username=f"student{number}", role=Role.STUDENT) for number in range(STUDENTS)
    )
    Enrolment.objects.bulk_create(Enrolment(student=one, classroom=classroom) for one in students)
    for number in range(ASSIGNMENTS):
        _mark_assignment(number, teacher, classroom, students)
    return teacher, classroom


def _mark_assignment(number: int, teacher: Any, classroom: Any, students: list[Any]) -> None:
    from datetime import timedelta

    from django.utils import timezone

    from assessment.models import Assignment, HandIn, Marking, Release, Submission

    now = timezone.now()
    assignment = Assignment.objects.create(
        title=f"Assignment {number}",
        category=f"Category {number % CATEGORIES}",
        author=teacher,
        published_at=now,
        due_at=now,
    )
    assignment.classrooms.add(classroom)
    submissions = Submission.objects.bulk_create(
        Submission(assignment=assignment, student=one, state="complete") for one in students
    )
    hand_ins = HandIn.objects.bulk_create(
        HandIn(
            submission=one,
            number=again,
            receipt=f"{one.pk}-{again}",
            handed_in_at=now,
            late_by=timedelta(hours=place % 2),
            sha256="",
        )
        for place, one in enumerate(submissions)
        for again in (1, 2)
    )
    marks = {"of": Decimal(10), "outcome": "complete"}
    Marking.objects.bulk_create(
        Marking(hand_in=one, points=Decimal(place % 11), **marks) for place, one in enumerate(hand_ins)
    )
    Release.objects.bulk_create(
        Release(hand_in=one, points=Decimal(place % 11), content={}, **marks)
        for place, one in enumerate(hand_ins)
    )


def _row(name: str, teacher: Any, address: str) -> Row:
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext
    from django_tenants.utils import tenant_context

    from schools.models import School

    client = Client(HTTP_HOST=HOST)
    with tenant_context(School.objects.get(slug="measured")):
        client.force_login(teacher, backend="accounts.backends.PersonBackend")
    first = _seconds(client, address)
    seconds = median(_seconds(client, address) for _ in range(TIMES))
    with CaptureQueriesContext(connection) as seen:
        _seconds(client, address)
    return Row(name, seconds, "s", SECONDS_TO_OPEN, f"first {first:.2f} s, {len(seen)} queries")


def _seconds(client: Any, address: str) -> float:
    started = time.perf_counter()
    answer = client.get(address)
    taken = time.perf_counter() - started
    assert answer.status_code == 200, answer.status_code
    return taken


if __name__ == "__main__":
    main()
