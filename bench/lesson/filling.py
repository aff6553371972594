"""Fills schools with classes at work, in the server's environment.

`python -m bench.lesson.filling SCHOOLS STUDENTS PASSWORD` prints, as JSON, a list of `[school, username, session,
assignment, items]`. People are written as rows, because all of them have one password, whose hash takes 18 ms.
"""

import json
import sys
from importlib import import_module

CLASS_SIZE = 30
EXERCISES = ("01-hello", "03-ticket", "04-times-table")


def main(schools: int, students: int, password: str) -> None:
    """`students` in all, evenly spread over so many schools; the first is the demo school."""
    import_module("config.postgres").start_if_embedded()
    import_module("django").setup()
    from django_tenants.utils import tenant_context

    made: list[list[object]] = []
    for number in range(schools):
        school = _school(number)
        with tenant_context(school):
            made += [[school.slug, *one] for one in _students(students // schools, password)]
    print(json.dumps(made))


def _school(number: int):
    from django_tenants.utils import tenant_context

    from accounts.enums import Role
    from accounts.services import add_person
    from exercises.services.demo import fill_demo_collections
    from schools.models import School
    from schools.services.opening import open_school

    if number == 0:
        return School.objects.get(slug="demo")
    school = open_school(slug=f"bench{number}", name=f"Bench {number}")
    with tenant_context(school):
        add_person(username="teacher", role=Role.TEACHER)
        fill_demo_collections()
    return school


def _students(count: int, password: str) -> list[list[object]]:
    from django.contrib.auth.hashers import make_password

    from accounts.models import Enrolment, User
    from accounts.services import add_classroom

    teacher, shared = User.objects.get(username="teacher"), make_password(password)
    people = User.objects.bulk_create(User(username=f"bench{at}", password=shared) for at in range(count))
    classrooms = [
        add_classroom(name=f"Bench {at}", teachers=[teacher]) for at in range(-(-count // CLASS_SIZE))
    ]
    Enrolment.objects.bulk_create(
        Enrolment(student=person, classroom=classrooms[at // CLASS_SIZE]) for at, person in enumerate(people)
    )
    assignment, items = _assignment(teacher, classrooms)
    return [[one.username, _session(one), assignment, items] for one in people]


def _assignment(teacher, classrooms) -> tuple[int, list[int]]:
    """One for all classes, with three exercises. Gives its id and those of its items."""
    from django.utils import timezone

    from assessment.models import Assignment, AssignmentItem
    from exercises.models import Exercise

    assignment = Assignment.objects.create(title="Bench", author=teacher, published_at=timezone.now())
    assignment.classrooms.set(classrooms)
    exercises = [Exercise.objects.get(collection__slug="first-steps", slug=slug) for slug in EXERCISES]
    items = [
        AssignmentItem.objects.create(assignment=assignment, position=at, exercise=one)
        for at, one in enumerate(exercises)
    ]
    return assignment.pk, [item.pk for item in items]


def _session(person) -> str:
    from django.conf import settings
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY

    session = import_module(settings.SESSION_ENGINE).SessionStore()
    session[SESSION_KEY] = str(person.pk)
    session[BACKEND_SESSION_KEY] = "accounts.backends.PersonBackend"
    session[HASH_SESSION_KEY] = person.get_session_auth_hash()
    session.create()
    return session.session_key


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), sys.argv[3])
