"""The people, classes and projects of the demo school."""

from accounts.enums import Role
from accounts.models import Classroom, User
from accounts.services import add_classroom, add_person, enrol, set_own_password
from projects.demo_content import demo_projects
from projects.services.projects import add_project

PEOPLE = (
    ("student", "Demo Student", Role.STUDENT),
    ("student2", "Second Student", Role.STUDENT),
    ("teacher", "Demo Teacher", Role.TEACHER),
    ("teacher2", "Second Teacher", Role.TEACHER),
    ("admin", "Demo Administrator", Role.ADMINISTRATOR),
)
ASSIGNED_CLASS = "Computing 8A"
CLASSES = (
    (ASSIGNED_CLASS, "teacher", ("student", "student2")),
    ("Code club", "teacher2", ("student2",)),
)
ORDINALS = ("Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth", "Eleventh", "Twelfth")
# Without a password: they make a class of the demo class, and nobody signs in as one of them.
CLASSMATES = tuple((f"student{at}", f"{number} Student") for at, number in enumerate(ORDINALS, start=3))


def fill_demo_school(*, password: str) -> None:
    """Make what is missing in the present school; whatever is there is left as it is, but the password opens again."""
    people = {username: _person(username, name, role, password) for username, name, role in PEOPLE}
    for name, teacher, students in CLASSES:
        _classroom(name, people[teacher], [people[student] for student in students])
    _classmates()
    for owner in people.values():
        _projects(owner)


def _person(username: str, name: str, role: Role, password: str) -> User:
    known = User.objects.filter(username=username).first()
    if known is None:
        return add_person(username=username, display_name=name, role=role, password=password)
    if not known.check_password(password):
        set_own_password(person=known, password=password)
    return known


def _classroom(name: str, teacher: User, students: list[User]) -> None:
    if Classroom.objects.filter(name=name).exists():
        return
    classroom = add_classroom(name=name, teachers=[teacher])
    for student in students:
        enrol(student=student, classroom=classroom)


def _classmates() -> None:
    """Those who are not there, in their class."""
    known = set(User.objects.filter(username__in=dict(CLASSMATES)).values_list("username", flat=True))
    classroom = Classroom.objects.filter(name=ASSIGNED_CLASS).first()
    for username, name in CLASSMATES:
        if username not in known:
            student = add_person(username=username, display_name=name)
            if classroom:
                enrol(student=student, classroom=classroom)


def _projects(owner: User) -> None:
    """The demo projects for somebody who has none, deleted ones included."""
    if owner.projects.exists():
        return
    for project in reversed(demo_projects()):
        if owner.username in project.owners:
            add_project(owner=owner, name=project.name, files=project.files, main_path=project.main_path)
