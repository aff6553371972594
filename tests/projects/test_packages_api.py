"""The address that looks packages up: who may ask, what is answered, and that nothing is saved by it."""

import json

import pytest

from projects.api import packages as api
from projects.models import ProjectFile
from projects.requirements import locking
from projects.requirements.lock import read_lock
from runtime_static.wheels import wheel_path
from tests import factories
from tests.projects.api import Workspace, refusal
from tests.projects.packages import make_wheel

pytestmark = pytest.mark.usefixtures("index")


def look_up(workspace: Workspace, requirements: str, lock: str = ""):
    return workspace.call("POST", "packages/", {"requirements": requirements, "lock": lock})


def test_requirements_become_a_lock_and_nothing_is_saved(workspace, index):
    make_wheel(index, "cow", "6.1")

    answer = look_up(workspace, "cow")

    lock = read_lock(answer.json()["lock"])
    assert lock
    assert lock.versions == {"cow": "6.1"}
    assert ProjectFile.objects.count() == 1


@pytest.mark.parametrize(
    "requirements", ["-r /etc/passwd", "a\0b", "git+https://evil.example/x", "random", "cow==1=2"]
)
def test_what_cannot_be_read_is_one_sentence(workspace, requirements):
    assert refusal(look_up(workspace, requirements)) == (400, "requirements")


def test_a_name_that_is_not_there_is_one_question(workspace):
    answer = look_up(workspace, "tabels")

    assert (answer.status_code, answer.json()["code"]) == (400, "requirements")
    assert answer.json()["message"].endswith("Did you mean tables?")


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"requirements": 1, "lock": ""},
        {"requirements": "cow"},
        {"requirements": "\ud800", "lock": ""},
        b"[",
        b"[]",
    ],
)
def test_nonsense_is_refused(workspace, body):
    assert refusal(workspace.call("POST", "packages/", body)) == (400, "invalid")


def test_other_methods_are_refused(workspace):
    assert workspace.call("PUT", "packages/", {}).status_code == 405
    assert workspace.call("DELETE", "packages/", {}).status_code == 405


def test_while_another_is_looked_up_the_page_is_told_to_ask_again(workspace, index):
    make_wheel(index, "cow")
    with locking._Turn():
        assert refusal(look_up(workspace, "cow")) == (429, "busy")


def test_an_index_that_is_away_is_said_so(workspace, settings):
    settings.PYTHON_PACKAGE_INDEX = "http://127.0.0.1:9/simple"

    assert refusal(look_up(workspace, "cow")) == (503, "index-away")


def test_look_ups_are_limited_for_each_person(workspace, index, monkeypatch):
    monkeypatch.setattr(api, "LOOK_UPS", 2)
    for name in ("cow", "moo", "dog"):
        make_wheel(index, name)

    answers = [look_up(workspace, name).status_code for name in ("cow", "cow", "moo", "cow", "dog")]

    assert answers == [200, 200, 200, 200, 429]


def test_a_lost_wheel_comes_back_for_everybody_who_may_see_the_project(workspace, owner, index):
    make_wheel(index, "cow")
    text = look_up(workspace, "cow").json()["lock"]
    factories.save(owner, workspace.project, text, path="requirements.lock")
    teacher = factories.teacher()
    factories.classroom(teacher, owner)
    lock = read_lock(text)
    assert lock
    wheel_path(lock.wheels[0].sha256).unlink()

    answer = Workspace(teacher, workspace.project).call("GET", "packages/")

    assert answer.json() == {"packages": 1}
    assert wheel_path(lock.wheels[0].sha256).is_file()


@pytest.mark.parametrize("text", [None, "", "--index-url https://evil.example/", "cow==1\n"])
def test_a_project_without_a_lock_needs_nothing(workspace, owner, text):
    if text is not None:
        factories.save(owner, workspace.project, text, path="requirements.lock")

    assert workspace.call("GET", "packages/").json() == {"packages": 0}


def test_a_hostile_lock_fetches_nothing_but_what_its_hash_says(workspace, owner, index):
    make_wheel(index, "cow")
    line = f"cow==1.0 --hash=sha256:{'0' * 64}  # 1 bytes\n"
    head = f"# requirements: {'b' * 64}\n# runtime: Pyodide 1\n"
    factories.save(owner, workspace.project, head + line, path="requirements.lock")

    assert refusal(workspace.call("GET", "packages/")) == (400, "requirements")


def test_others_learn_nothing(workspace, index, south, in_school):
    body = json.dumps({"requirements": "cow", "lock": ""}).encode()
    stranger = factories.student("stranger")
    teacher = factories.teacher("her")
    factories.classroom(teacher, factories.student("other"))
    with in_school(south):
        elsewhere = factories.administrator("elsewhere")

    assert refusal(Workspace(stranger, workspace.project).call("POST", "packages/", body)) == (
        404,
        "not-found",
    )
    assert refusal(Workspace(teacher, workspace.project).call("GET", "packages/")) == (404, "not-found")
    with in_school(south):
        far = Workspace(elsewhere, workspace.project, slug="south")
        assert refusal(far.call("GET", "packages/")) == (404, "not-found")


def test_a_teacher_looks_and_does_not_ask(workspace, owner, index):
    teacher = factories.teacher("hers")
    factories.classroom(teacher, owner)

    assert refusal(look_up(Workspace(teacher, workspace.project), "cow")) == (403, "forbidden")
