"""People, classes, projects and exercises for tests, made by the services that the product uses."""

import itertools
from collections.abc import Iterable
from typing import Any
from uuid import UUID, uuid4

from django.utils import timezone

from accounts.enums import Role
from accounts.models import Classroom, User
from accounts.services import add_classroom, add_person, enrol
from assessment.models import Assignment, AssignmentItem, HandIn, Submission
from assessment.services import handing_in
from assessment.services.states import submission_of
from exercises.document import digest
from exercises.models import Attempt, Collection, Exercise, ExerciseVersion, Snapshot, Work
from exercises.services import publish, store_document, store_trial
from exercises.services.working_copies import current_document
from projects.enums import Purpose
from projects.models import Project, ProjectFile
from projects.services import add_project, save_file
from projects.services.replays import Change
from tests.clients import HostClient, school_client

PASSWORD = "a quiet river 77"
OUTPUT_FIELDS = {
    "match": "trimmed",
    "ignore_case": False,
    "ignore_space": False,
    "tolerance": None,
    "prompts": "ignore",
}
_numbers = itertools.count(1)


def person(username: str = "", role: str = Role.STUDENT, name: str = "") -> User:
    """A person whose password is PASSWORD."""
    return add_person(
        username=username or f"person{next(_numbers)}", display_name=name, role=role, password=PASSWORD
    )


def student(username: str = "") -> User:
    """A student."""
    return person(username)


def teacher(username: str = "") -> User:
    """A teacher."""
    return person(username, Role.TEACHER)


def administrator(username: str = "") -> User:
    """An administrator of the school."""
    return person(username, Role.ADMINISTRATOR)


def classroom(teacher: User | None, *students: User, name: str = "") -> Classroom:
    """A class with its teacher and students."""
    made = add_classroom(name=name or f"Class {next(_numbers)}", teachers=[teacher] if teacher else [])
    for one in students:
        enrol(student=one, classroom=made)
    return made


def project(owner: User, name: str = "Project", **files: str) -> Project:
    """A project with `main.py`, or with `files` (`main="…"` makes `main.py`)."""
    contents = {f"{stem}.py": text.encode() for stem, text in files.items()} or None
    return add_project(owner=owner, name=name, files=contents)


def first_file(project: Project) -> ProjectFile:
    """The first file of a project."""
    return project.files.order_by("path_key")[0]


def save(
    owner: User,
    project: Project,
    text: str,
    *,
    file_id: UUID | None = None,
    path: str = "main.py",
    base: int = 0,
    key: str = "",
    pin: bool = False,
) -> ProjectFile:
    """Save a text file through the service."""
    change = Change(
        operation="save", path=path, base_revision=base, key=key or uuid4().hex, content=text.encode()
    )
    return save_file(person=owner, project_id=project.pk, file_id=file_id or uuid4(), change=change, pin=pin)


def collection(author: User | None = None, title: str = "", *, published: bool = True) -> Collection:
    """A collection of exercises."""
    number = next(_numbers)
    return Collection.objects.create(
        title=title or f"Collection {number}", slug=f"collection-{number}", author=author, published=published
    )


def document(title: str = "Double", **changes: Any) -> dict[str, Any]:
    """An exercise's document with one visible and one hidden check, changed as named."""
    check = {"kind": "output", "weight": 1, "message": "", "show": "all", "seconds": 5} | OUTPUT_FIELDS
    return {
        "title": title,
        "summary": "",
        "difficulty": "easy",
        "topics": ["numbers"],
        "credit": "",
        "text": "Read a number and print its double.",
        "main": "main.py",
        "show_solution": "passed",
        "starter": [{"path": "main.py", "text": "n = int(input())\n"}],
        "solution": [{"path": "main.py", "text": "print(2 * int(input()))\n"}],
        "tests": [],
        "pictures": [],
        "hints": ["Use `*`.", "Print it."],
        "checks": [
            {**check, "id": "two", "name": "Double of 2", "hidden": False, "input": "2\n", "output": "4\n"},
            {**check, "id": "three", "name": "Double of 3", "hidden": True, "input": "3\n", "output": "6\n"},
        ],
        **changes,
    }


def exercise(
    author: User | None = None, collection: Collection | None = None, title: str = "Double", **changes: Any
) -> Exercise:
    """An exercise that is not published yet. `changes` are of its document."""
    return store_document(author=author, document=document(title, **changes), collection=collection)


def published(exercise: Exercise, recorded: dict[str, Any] | None = None) -> ExerciseVersion:
    """Publish the working copy, as though it had been tried."""
    tried, _ = current_document(exercise)
    keys = [check["id"] for check in tried["checks"]]
    store_trial(
        exercise=exercise,
        sha256=digest(tried),
        solution=dict.fromkeys(keys, "passed"),
        starter=dict.fromkeys(keys, "failed"),
        recorded=recorded or {},
    )
    return publish(exercise=exercise, by=exercise.author)


def work(exercise: Exercise, student: User) -> Work:
    """A student's work on an exercise, with the starter's files."""
    files = {file.path: bytes(file.content) for file in exercise.files.filter(role="starter")}
    made = add_project(owner=student, name=exercise.title, files=files, purpose=Purpose.EXERCISE)
    return Work.objects.create(exercise=exercise, student=student, project=made)


def attempt(work: Work, text: str = "print(4)\n", **results: str) -> Attempt:
    """An attempt at what is published, with `text` as main.py. `results` are by check."""
    version = work.exercise.published
    assert version is not None
    file = {"path": "main.py", "text": text}
    snapshot, _ = Snapshot.objects.get_or_create(
        work=work,
        sha256=digest([file]),
        defaults={"files": [{**file, "sha256": digest(text)}], "size": len(text)},
    )
    results = results or {"two": "passed"}
    passed = all(state == "passed" for state in results.values())
    return Attempt.objects.create(
        work=work,
        snapshot=snapshot,
        version=version,
        results=results,
        score=1.0 if passed else 0.0,
        passed=passed,
        nonce=uuid4().hex,
    )


def signed_in(who: User, slug: str = "north", **options: object) -> HostClient:
    """A browser in which a person is signed in. The current school must be the one of `slug`."""
    client = school_client(slug, **options)
    client.force_login(who, backend="accounts.backends.PersonBackend")
    return client


def assignment(
    author: User | None, *classrooms: Classroom, exercises: Iterable[Exercise] = (), **fields: Any
) -> Assignment:
    """An assignment of published exercises that is set; `published_at=None` for a draft."""
    made = Assignment.objects.create(
        **{
            "author": author,
            "title": f"Assignment {next(_numbers)}",
            "published_at": timezone.now(),
            **fields,
        }
    )
    made.classrooms.set(classrooms)
    for position, one in enumerate(exercises):
        made.items.create(exercise=one, position=position)
    return made


def submission(assignment: Assignment, student: User) -> Submission:
    """A student's place in an assignment that she has opened."""
    return submission_of(assignment=assignment, student=student, by=student)


def hand_in(submission: Submission, by: User | None = None) -> HandIn:
    """Hand in what the student has begun, her saved files as they are; she begins the first item where she has none."""
    begun = [item for item in submission.assignment.items.all() if _is_begun(item, submission.student)]
    if not begun:
        handing_in.open_item(submission=submission, item=submission.assignment.items.all()[0])
    return handing_in.hand_in(submission=submission, by=by or submission.student)


def _is_begun(item: AssignmentItem, student: User) -> bool:
    if item.exercise_id:
        return Work.objects.filter(exercise=item.exercise_id, student=student).exists()
    return item.works.filter(student=student).exists()
