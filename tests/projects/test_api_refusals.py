"""The saving API: what it answers when something is wrong. Never a 5xx, always one sentence."""

import json
from uuid import uuid4

import pytest
from django.conf import settings

from projects import limits
from tests import factories
from tests.clients import school_client
from tests.projects.api import Workspace, refusal


def test_signed_out_is_told_in_json(owner, project):
    stranger = Workspace(owner, project, client=school_client("north"))

    for method, path in [("GET", "files/"), ("PUT", f"files/{uuid4()}/"), ("PATCH", "")]:
        assert refusal(stranger.call(method, path)) == (401, "signed-out")


def test_a_page_of_another_person_cannot_save(workspace):
    answer = workspace.call("PUT", f"files/{uuid4()}/", {}, **{"X-Codeyard-Person": "999999"})

    assert refusal(answer) == (401, "other-person")


def test_a_save_must_say_for_whom_the_page_was_made(workspace, project):
    answer = workspace.client.put(
        f"/projects/{project.pk}/files/{uuid4()}/", b"{}", content_type="application/json"
    )

    assert refusal(answer) == (400, "invalid")


def test_a_save_without_the_token_is_refused(owner, project):
    client = factories.signed_in(owner, enforce_csrf_checks=True)

    assert refusal(Workspace(owner, project, client=client).put()) == (403, "csrf")


def test_the_owner_alone_may_write(owner, project):
    teacher = factories.teacher()
    factories.classroom(teacher, owner)

    for other in (teacher, factories.administrator()):
        workspace = Workspace(other, project)
        assert refusal(workspace.put()) == (403, "forbidden")
        assert refusal(workspace.call("PATCH", "", {"name": "Mine"})) == (403, "forbidden")


def test_what_is_not_yours_is_not_there(project):
    stranger = Workspace(factories.student(), project)

    assert refusal(stranger.put()) == (404, "not-found")
    assert refusal(stranger.call("GET", "files/")) == (404, "not-found")


@pytest.mark.parametrize("project_id", [0, 2**31, 2**63 - 1, 2**63, 2**64, 10**30])
def test_impossible_ids_are_not_there(workspace, project_id):
    for method in ("GET", "PUT", "PATCH", "DELETE"):
        assert workspace.call(method, f"/projects/{project_id}/files/{uuid4()}/").status_code in (
            400,
            404,
            405,
        )
    assert refusal(workspace.call("GET", f"/projects/{project_id}/files/")) == (404, "not-found")
    body = {"path": "a.py", "baseRevision": 0, "key": "k", "text": ""}
    assert refusal(workspace.call("PUT", f"/projects/{project_id}/files/{uuid4()}/", body)) == (
        404,
        "not-found",
    )


def test_a_stale_save_carries_the_text_on_the_server(workspace):
    file_id = uuid4()
    workspace.put(file_id, text="server")

    answer = workspace.put(file_id, text="mine", baseRevision=7)

    assert refusal(answer) == (409, "stale")
    assert answer.json()["file"]["text"] == "server"
    assert answer.json()["file"]["revision"] == 1


def test_a_taken_name_is_named(workspace):
    assert refusal(workspace.put(path="MAIN.py")) == (409, "name-taken")


def test_too_large_a_file_is_refused(workspace, monkeypatch):
    monkeypatch.setattr(limits, "FILE_BYTES", 10)

    assert refusal(workspace.put(text="x" * 11)) == (413, "too-large")


def test_a_line_of_100_megabytes_is_refused_before_it_is_read(workspace):
    # A generator would be read in full by the test client, so the length alone says how much is coming.
    answer = workspace.client.generic(
        "PUT",
        f"/projects/{workspace.project.pk}/files/{uuid4()}/",
        b"{}",
        content_type="application/json",
        headers={"X-Codeyard-Person": str(workspace.person_id)},
        CONTENT_LENGTH=str(100 * 1024 * 1024),
    )

    assert refusal(answer) == (413, "too-large")


def test_a_body_over_the_limit_is_refused(workspace):
    body = b'{"text": "' + b"x" * settings.DATA_UPLOAD_MAX_MEMORY_SIZE + b'"}'

    assert refusal(workspace.call("PUT", f"files/{uuid4()}/", body)) == (413, "too-large")


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"null",
        b"[]",
        b'"text"',
        b"\xff\xfe",
        b"\x00",
        b"[" * 5000,
        b'{"text":' * 5000 + b"1" + b"}" * 5000,
        b'{"path": "a.py", "baseRevision": NaN, "key": "k", "text": ""}',
        b'{"path": "a.py", "baseRevision": Infinity, "key": "k", "text": ""}',
        b'{"path": "a.py", "baseRevision": ' + b"9" * 5000 + b', "key": "k", "text": ""}',
        b'{"path": "a.py", "baseRevision": 0, "key": "k", "text": "\\ud800"}',
        b'{"path": "\\ud800.py", "baseRevision": 0, "key": "k", "text": ""}',
        b'{"path": "a\\u0000.py", "baseRevision": 0, "key": "k", "text": ""}',
    ],
    ids=range(15),
)
def test_json_that_cannot_be_used_is_refused(workspace, body):
    assert refusal(workspace.call("PUT", f"files/{uuid4()}/", body)) == (400, "invalid")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        *[(field, ...) for field in ("path", "baseRevision", "key", "text")],
        *[
            ("path", value)
            for value in (None, 1, [], True, "", "../x", "a\\b", "CON.py", "x" * 101, "a/b/c/d/e")
        ],
        *[("baseRevision", value) for value in (None, "0", 0.0, 1.5, True, -1, 2**31, 2**63, [])],
        *[("key", value) for value in (None, 1, "", "x" * 65, "a b", "k\n", "ключ", [])],
        *[("text", value) for value in (None, 1, [], {}, True)],
        *[("base64", value) for value in ("eA==", None, 1)],
        *[("pin", value) for value in (None, 1, "true")],
    ],
    ids=repr,
)
def test_a_field_of_the_wrong_kind_is_refused(workspace, field, value):
    assert refusal(workspace.put(**{field: value})) == (400, "invalid")


@pytest.mark.parametrize("value", ["!", "eA=", "eA==\n", "é", 1, None])
def test_base64_that_cannot_be_read_is_refused(workspace, value):
    assert refusal(workspace.put(text=..., base64=value)) == (400, "invalid")


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"name": ""},
        {"name": "  "},
        {"name": "x" * 81},
        {"name": 1},
        {"name": "a\0b"},
        {"mainPath": "../x"},
    ],
)
def test_a_project_takes_no_impossible_name(workspace, body):
    assert refusal(workspace.call("PATCH", "", body)) == (400, "invalid")


def test_a_form_is_not_json(workspace, project):
    answer = workspace.client.put(
        f"/projects/{project.pk}/files/{uuid4()}/",
        "path=a.py",
        content_type="application/x-www-form-urlencoded",
        headers={"X-Codeyard-Person": str(workspace.person_id)},
    )

    assert refusal(answer) == (400, "invalid")


@pytest.mark.parametrize("method", ["POST", "TRACE", "OPTIONS", "BREW"])
def test_other_methods_are_refused(workspace, method):
    for path in ("", "files/", f"files/{uuid4()}/"):
        assert refusal(workspace.call(method, path)) == (405, "invalid")


def test_a_version_of_another_file_is_not_there(workspace):
    one, other = (workspace.put(path=path).json()["file"]["id"] for path in ("a.py", "b.py"))
    version = workspace.call("GET", f"files/{other}/versions/").json()["versions"][0]["id"]

    assert refusal(workspace.call("GET", f"files/{one}/versions/{version}/")) == (404, "not-found")
    assert refusal(workspace.call("GET", f"files/{one}/versions/{2**63}/")) == (404, "not-found")


def test_saving_without_end_is_slowed_down(workspace, monkeypatch):
    monkeypatch.setattr("projects.api.throttle.SAVES_A_WINDOW", 3)
    monkeypatch.setattr("projects.api.throttle.WINDOW_SECONDS", 10**9)
    file_id = uuid4()

    codes = [workspace.put(file_id, baseRevision=n, text=f"{n}").status_code for n in range(6)]

    assert codes == [200, 200, 200, 429, 429, 429]


def test_a_refused_save_changes_nothing(workspace, project):
    before = json.dumps(workspace.call("GET", "files/").json())

    for fields in ({"path": "MAIN.py"}, {"path": "CON"}, {"baseRevision": 5}, {"key": ""}, {"text": 1}):
        assert workspace.put(**fields).status_code >= 400

    assert json.dumps(workspace.call("GET", "files/").json()) == before


def test_an_address_of_another_school_knows_nothing_of_the_project(owner, project, south, in_school):
    with in_school(south):
        namesake = factories.student()
        workspace = Workspace(namesake, project, slug="south")
        answer = workspace.call("GET", "files/")

    assert refusal(answer) == (404, "not-found")
