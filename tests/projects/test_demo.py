"""The demo school and its projects."""

import io
import os
import stat
import subprocess
import sys

import pytest
from django.core.management import CommandError, call_command

from accounts.models import Classroom, User
from exercises.management.commands.make_demo_school import demo_password
from projects.demo_content import DemoProject, demo_projects
from projects.file_names import clean_path
from projects.models import Project
from projects.queries import projects_visible_to
from projects.services import rename_project
from schools.models import School

DEMOS = demo_projects()
IN_THE_BROWSER_ONLY = {b"import pandas", b"import matplotlib", b"from PIL", b"import turtle"}


@pytest.fixture
def demo(db, settings, tmp_path, in_school):
    settings.DATA_DIR = tmp_path
    call_command("make_demo_school", stdout=io.StringIO())
    with in_school(School.objects.get(slug="demo")):
        yield tmp_path


def test_the_people_and_classes_are_as_the_log_ins_promise(demo):
    people = {person.username: person.role for person in User.objects.all()}

    assert people == {
        "student": "student",
        "student2": "student",
        "teacher": "teacher",
        "teacher2": "teacher",
        "admin": "administrator",
    }
    taught = {
        one.teachers.get().username: sorted(student.username for student in one.students.all())
        for one in Classroom.objects.all()
    }
    assert taught == {"teacher": ["student", "student2"], "teacher2": ["student2"]}


def test_teacher2_does_not_see_what_student_made(demo):
    seen = projects_visible_to(User.objects.get(username="teacher2"))

    assert seen.filter(owner__username="student2").exists()
    assert not seen.filter(owner__username="student").exists()


def test_the_password_is_made_once_and_readable_by_the_owner_of_the_folder_only(demo):
    path = demo / "demo-password.txt"

    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert User.objects.get(username="student").check_password(path.read_text().strip())
    assert demo_password(demo) == path.read_text().strip()


def test_a_given_password_is_used_and_not_written_down(tmp_path, monkeypatch):
    monkeypatch.setenv("DEMO_PASSWORD", "given by hand")

    assert demo_password(tmp_path) == "given by hand"
    assert not list(tmp_path.iterdir())


def test_making_it_again_keeps_everything(demo, in_school):
    student = User.objects.get(username="student")
    project = Project.objects.filter(owner=student).first()
    rename_project(person=student, project_id=project.pk, name="Renamed by hand")
    before = sorted(Project.objects.values_list("pk", "name"))

    call_command("make_demo_school", stdout=io.StringIO())

    with in_school(School.objects.get(slug="demo")):
        assert sorted(Project.objects.values_list("pk", "name")) == before
        assert User.objects.count() == 5


def test_the_password_of_today_opens_the_demo_people_of_yesterday(demo, monkeypatch):
    monkeypatch.setenv("DEMO_PASSWORD", "another one")

    call_command("make_demo_school", stdout=io.StringIO())

    assert User.objects.get(username="teacher").check_password("another one")


def test_it_is_never_made_in_production(db, settings):
    settings.MODE = "production"

    with pytest.raises(CommandError):
        call_command("make_demo_school")


def test_there_are_at_least_eight_projects_and_student_has_them():
    assert len(DEMOS) >= 8
    assert sum("student" in demo.owners for demo in DEMOS) >= 8
    assert any("student2" in demo.owners for demo in DEMOS)


@pytest.mark.parametrize("project", DEMOS, ids=lambda project: project.name)
def test_a_project_explains_itself(project: DemoProject):
    assert project.main_path in project.files
    assert all(clean_path(path) == path for path in project.files)
    assert b"## Try this" in project.files["README.md"]
    assert b"#" in project.files[project.main_path].splitlines()[0]


@pytest.mark.parametrize(
    "project",
    [demo for demo in DEMOS if not any(word in demo.files[demo.main_path] for word in IN_THE_BROWSER_ONLY)],
    ids=lambda project: project.name,
)
def test_a_project_runs_with_what_a_pupil_types(project: DemoProject, tmp_path):
    for path, content in project.files.items():
        (tmp_path / path).write_bytes(content)

    done = subprocess.run(
        [sys.executable, project.main_path],
        cwd=tmp_path,
        input="\n".join(project.inputs) + "\n",
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        timeout=30,
    )

    assert done.returncode == 0, done.stderr
    for fragment in project.expect:
        assert fragment in done.stdout
