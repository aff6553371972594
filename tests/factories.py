"""People, classes and projects for tests, made by the services that the product uses."""

import itertools
from uuid import UUID, uuid4

from accounts.enums import Role
from accounts.models import Classroom, User
from accounts.services import add_classroom, add_person, enrol
from projects.models import Project, ProjectFile
from projects.services import add_project, save_file
from projects.services.replays import Change
from tests.clients import HostClient, school_client

PASSWORD = "a quiet river 77"
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


def signed_in(who: User, slug: str = "north", **options: object) -> HostClient:
    """A browser in which a person is signed in. The current school must be the one of `slug`."""
    client = school_client(slug, **options)
    client.force_login(who, backend="accounts.backends.PersonBackend")
    return client
