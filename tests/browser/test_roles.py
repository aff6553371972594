"""Who sees and does what, in the browser: students, teachers and administrators of one school."""

import re
from dataclasses import dataclass
from uuid import uuid4

import pytest
from playwright.sync_api import BrowserContext, Page

from accounts.models import Classroom, User
from projects.models import FileVersion, Project
from tests import factories
from tests.browser.sessions import enter, open_ready
from tests.browser.workspace import sign_in
from tests.live import LiveSite

NEW_PASSWORD = "seven quiet otters 41"
CODE = re.compile(r"^[a-z2-9]{4}-[a-z2-9]{4}$")


@dataclass
class People:
    """Two classes, one student in each, and their teachers."""

    student: User
    student2: User
    teacher: User
    administrator: User
    own_class: Classroom
    other_class: Classroom
    project: Project


@pytest.fixture
def people(live: LiveSite) -> People:
    name = uuid4().hex[:6]
    student, student2 = factories.student(f"ada-{name}"), factories.student(f"bob-{name}")
    teacher, teacher2 = factories.teacher(f"grace-{name}"), factories.teacher(f"alan-{name}")
    return People(
        student=student,
        student2=student2,
        teacher=teacher,
        administrator=factories.administrator(f"boss-{name}"),
        own_class=factories.classroom(teacher, student, name=f"9C {name}"),
        other_class=factories.classroom(teacher2, student2, name=f"8A {name}"),
        project=factories.project(
            student, f"Maze {name}", main='print("solved")\nopen("way.txt", "w").write("left")\n'
        ),
    )


def test_a_teacher_sees_her_classes_and_students_only(
    page: Page, context: BrowserContext, live: LiveSite, people: People
) -> None:
    sign_in(page, live.school(), people.teacher.username, factories.PASSWORD)
    page.get_by_role("link", name="Back office").click()
    page.wait_for_url("**/admin/")

    shown = ""
    for list_page in ("accounts/classroom/", "accounts/user/", "projects/project/"):
        page.goto(f"{live.school()}/admin/{list_page}")
        shown += page.get_by_role("main").inner_text()

    assert people.own_class.name in shown
    assert people.student.username in shown
    assert people.project.name in shown
    for hidden in (people.other_class.name, people.student2.username, people.administrator.username):
        assert hidden not in shown


def test_a_teacher_reads_and_runs_a_students_project_and_changes_nothing(
    page: Page, context: BrowserContext, live: LiveSite, people: People
) -> None:
    enter(context, live, people.teacher)
    page.goto(f"{live.school()}/admin/projects/project/")
    page.get_by_role("row", name=people.project.name).get_by_role("link", name="Open").click()
    page.wait_for_url(f"**/projects/{people.project.pk}/")
    workspace = open_ready(page, live, people.project.pk)
    versions = FileVersion.objects.count()

    workspace.editor.click()
    page.keyboard.type("nothing of this")
    outcome = workspace.run()

    assert (outcome, "solved" in workspace.output) == ("Finished", True)
    assert "nothing of this" not in workspace.editor.inner_text()
    assert page.get_by_text("You are looking at the project of").is_visible()
    for name in ("History", "New file", "Upload"):
        assert page.get_by_role("button", name=name, exact=True).count() == 0
    page.wait_for_timeout(1000)
    assert people.project.files.count() == 1
    assert FileVersion.objects.count() == versions


def test_a_classmate_gets_not_found(
    page: Page, context: BrowserContext, live: LiveSite, people: People
) -> None:
    enter(context, live, people.student2)
    file = factories.first_file(people.project)
    for path in ("", "files/", f"files/{file.pk}/content/", "download/"):
        answer = page.goto(f"{live.school()}/projects/{people.project.pk}/{path}")

        assert answer is not None
        assert answer.status == 404
        assert people.project.name not in page.content()
    for path in ("/", "/projects/"):
        page.goto(live.school() + path)
        assert people.project.name not in page.content()


def test_a_student_has_no_back_office(
    page: Page, context: BrowserContext, live: LiveSite, people: People
) -> None:
    enter(context, live, people.student)
    page.goto(live.school())
    assert page.get_by_role("link", name="Back office").count() == 0

    for path in ("", "accounts/user/", "accounts/user/add/", "projects/project/"):
        answer = page.goto(f"{live.school()}/admin/{path}")
        assert answer is not None
        assert answer.status == 403


def test_an_administrator_makes_people_who_then_choose_passwords(
    page: Page, context: BrowserContext, live: LiveSite, people: People
) -> None:
    enter(context, live, people.administrator)
    name = uuid4().hex[:6]
    add_person(page, live, f"kay-{name}", "Teacher", "")
    code = add_person(page, live, f"lin-{name}", "Student", people.own_class.name)
    assert User.objects.get(username=f"kay-{name}").role == "teacher"
    context.clear_cookies()

    page.goto(f"{live.school()}/accounts/login/")
    fill_sign_in(page, f"lin-{name}", code)
    page.wait_for_url("**/accounts/password/")
    page.goto(f"{live.school()}/projects/")
    assert page.url.endswith("/accounts/password/"), "nothing else opens before the password is chosen"
    page.get_by_label("Code that you were given").fill(code)
    page.get_by_label("New password", exact=True).fill(NEW_PASSWORD)
    page.get_by_label("New password again").fill(NEW_PASSWORD)
    page.get_by_role("button", name="Save password").click()
    page.wait_for_url(re.compile(r"/(projects/)?$"))

    context.clear_cookies()
    sign_in(page, live.school(), f"lin-{name}", NEW_PASSWORD)
    assert page.get_by_role("heading", name="My projects").is_visible()


def add_person(page: Page, live: LiveSite, username: str, role: str, classroom: str) -> str:
    """Fill the form in the back office; gives the first password."""
    page.goto(f"{live.school()}/admin/accounts/user/add/")
    page.get_by_label("User name").fill(username)
    page.get_by_label("Role").select_option(label=role)
    if classroom:
        page.get_by_label("Class").select_option(label=classroom)
    page.get_by_role("button", name="Save", exact=True).click()
    return str(page.get_by_text(CODE).inner_text())


def fill_sign_in(page: Page, username: str, password: str) -> None:
    page.get_by_role("textbox", name="Username").fill(username)
    page.get_by_role("textbox", name="Password").fill(password)
    page.get_by_role("button", name="Sign in").click()
