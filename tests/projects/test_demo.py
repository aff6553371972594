"""The demo school and its projects."""

import os
import subprocess
import sys

import pytest

from accounts.models import Classroom, Enrolment, User
from projects.demo_content import DemoProject, demo_projects
from projects.file_names import clean_path
from projects.models import Project
from projects.queries import projects_visible_to
from projects.services import rename_project
from projects.services.demo import CLASSMATES, fill_demo_school

DEMOS = demo_projects()
IN_THE_BROWSER_ONLY = {b"import pandas", b"import matplotlib", b"from PIL", b"import turtle"}


PASSWORD = "amber-basil-cedar-delta-1"


@pytest.fixture
def demo(school):
    fill_demo_school(password=PASSWORD)


def test_the_people_and_classes_are_as_the_log_ins_promise(demo):
    people = {person.username: person.role for person in User.objects.exclude(username__in=dict(CLASSMATES))}

    assert people == {
        "student": "student",
        "student2": "student",
        "teacher": "teacher",
        "teacher2": "teacher",
        "admin": "administrator",
    }
    taught = {
        one.teachers.get().username: {student.username for student in one.students.all()}
        for one in Classroom.objects.all()
    }
    assert taught == {"teacher": {"student", "student2", *dict(CLASSMATES)}, "teacher2": {"student2"}}
    assert len(taught["teacher"]) == 12


def test_nobody_can_sign_in_as_a_classmate(demo):
    assert not any(one.has_usable_password() for one in User.objects.filter(username__in=dict(CLASSMATES)))


def test_a_classmate_who_was_taken_out_of_the_class_stays_out(demo):
    Enrolment.objects.filter(student__username="student7").delete()

    fill_demo_school(password=PASSWORD)

    assert not Enrolment.objects.filter(student__username="student7").exists()


def test_teacher2_does_not_see_what_student_made(demo):
    seen = projects_visible_to(User.objects.get(username="teacher2"))

    assert seen.filter(owner__username="student2").exists()
    assert not seen.filter(owner__username="student").exists()


def test_making_it_again_keeps_everything(demo):
    student = User.objects.get(username="student")
    project = Project.objects.filter(owner=student).first()
    rename_project(person=student, project_id=project.pk, name="Renamed by hand")
    before = sorted(Project.objects.values_list("pk", "name"))

    fill_demo_school(password=PASSWORD)

    assert sorted(Project.objects.values_list("pk", "name")) == before
    assert User.objects.count() == 15


def test_the_password_of_today_opens_the_demo_people_of_yesterday(demo):
    fill_demo_school(password="another one")

    assert User.objects.get(username="teacher").check_password("another one")


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
