"""The saving API: what it answers when all is well."""

import base64
from uuid import uuid4

import pytest

from tests import factories
from tests.projects.api import Workspace

FILE_KEYS = {"id", "path", "revision", "size", "binary", "text", "url", "deleted", "savedAt"}


@pytest.fixture
def project(owner):
    return factories.project(owner, name="Maze", main="print(1)")


def test_a_save_answers_the_file(workspace):
    file_id = uuid4()

    answer = workspace.put(file_id, path="maze.py", text="walls = 3")

    file = answer.json()["file"]
    assert answer.status_code == 200
    assert set(file) == FILE_KEYS
    assert (file["id"], file["path"], file["revision"]) == (str(file_id), "maze.py", 1)
    assert (file["text"], file["size"], file["binary"], file["deleted"]) == ("walls = 3", 9, False, False)


def test_the_list_holds_every_file_and_the_deleted_ones_apart(workspace, project):
    gone = workspace.put(path="gone.py").json()["file"]
    workspace.call("DELETE", f"files/{gone['id']}/", {"baseRevision": 1, "key": "d"})

    answer = workspace.call("GET", "files/").json()

    assert [file["path"] for file in answer["files"]] == ["main.py"]
    assert [(file["path"], file["deleted"]) for file in answer["deleted"]] == [("gone.py", True)]


def test_a_binary_file_is_saved_and_fetched_byte_by_byte(workspace):
    content = bytes(range(256))

    file = workspace.put(path="picture.png", text=..., base64=base64.b64encode(content).decode()).json()[
        "file"
    ]
    fetched = workspace.client.get(file["url"])

    assert (file["binary"], file["text"], file["size"]) == (True, None, 256)
    assert fetched.content == content


@pytest.mark.parametrize("name", ["page.html", "drawing.svg", "other.py", "数据.csv"])
def test_a_fetched_file_is_never_shown_as_a_page(workspace, name):
    file = workspace.put(path=name, text="<svg onload=alert(1)>").json()["file"]

    fetched = workspace.client.get(file["url"])

    assert fetched["Content-Disposition"].startswith("attachment")
    assert fetched["Content-Type"] == "application/octet-stream"
    assert fetched["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in fetched["Content-Security-Policy"]


def test_a_rename_and_a_deletion_answer_the_file(workspace):
    file = workspace.put(path="old.py").json()["file"]

    renamed = workspace.call(
        "PATCH", f"files/{file['id']}/", {"path": "new.py", "baseRevision": 1, "key": "r"}
    )
    deleted = workspace.call("DELETE", f"files/{file['id']}/", {"baseRevision": 2, "key": "d"})

    assert (renamed.json()["file"]["path"], renamed.json()["file"]["revision"]) == ("new.py", 2)
    assert (deleted.json()["file"]["deleted"], deleted.json()["file"]["revision"]) == (True, 3)


def test_a_replayed_request_is_answered_alike(workspace):
    file_id = uuid4()

    first = workspace.put(file_id, key="same").json()
    workspace.put(file_id, text="later", baseRevision=1)
    again = workspace.put(file_id, key="same").json()

    assert again == first


def test_versions_are_listed_newest_first_and_can_be_read(workspace, owner):
    file = workspace.put(text="one", pin=True).json()["file"]
    workspace.put(file["id"], text="two", baseRevision=1, pin=True)

    listed = workspace.call("GET", f"files/{file['id']}/versions/").json()["versions"]
    oldest = workspace.call("GET", f"files/{file['id']}/versions/{listed[-1]['id']}/").json()

    assert [version["revision"] for version in listed] == [2, 1]
    assert set(listed[0]) == {"id", "revision", "savedAt", "author", "size", "binary"}
    assert listed[0]["author"] == str(owner)
    assert (oldest["text"], oldest["path"], oldest["revision"]) == ("one", "new.py", 1)


def test_a_project_can_be_renamed_and_given_another_main_file(workspace, project):
    named = workspace.call("PATCH", "", {"name": " Labyrinth  "}).json()["project"]
    chosen = workspace.call("PATCH", "", {"mainPath": "maze.py"}).json()["project"]

    assert named == {"id": project.pk, "name": "Labyrinth", "mainPath": "main.py"}
    assert chosen == {"id": project.pk, "name": "Labyrinth", "mainPath": "maze.py"}


def test_a_teacher_reads_everything_but_what_was_deleted(owner, project, workspace):
    gone = workspace.put(path="gone.py").json()["file"]
    workspace.call("DELETE", f"files/{gone['id']}/", {"baseRevision": 1, "key": "d"})
    teacher = factories.teacher()
    factories.classroom(teacher, owner)
    looking = Workspace(teacher, project)

    listed = looking.call("GET", "files/").json()

    assert [file["path"] for file in listed["files"]] == ["main.py"]
    assert listed["deleted"] == []
    assert looking.client.get(listed["files"][0]["url"]).status_code == 200
    assert looking.client.get(gone["url"]).status_code == 404
