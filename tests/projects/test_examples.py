"""The examples: open to anybody on the public site and at every school, kept nowhere, copied by who is signed in."""

import json
import re

import pytest

from projects.demo_content import examples
from projects.limits import FILE_BYTES
from projects.models import Project
from tests import factories
from tests.clients import HostClient

HOSTS = ("localhost", "north.localhost")


def data(answer):
    """What the workspace page starts from."""
    return json.loads(re.search(r'id="workspace-data"[^>]*>(.*?)</script>', answer.text, re.DOTALL)[1])


@pytest.fixture
def pupil(school):
    return factories.student()


def test_there_are_examples_of_what_teachers_ask_for():
    uses = " ".join(one.example.uses for one in examples().values())

    assert len(examples()) >= 8
    for library in ("sqlite3", "matplotlib", "Pillow", "ImageDraw", "pandas", "input", "requests", "asyncio"):
        assert library in uses


def test_examples_hold_texts_and_stand_in_order():
    orders = [one.example.order for one in examples().values()]

    assert orders == sorted(set(orders))
    for one in examples().values():
        for content in one.files.values():
            content.decode()


@pytest.mark.parametrize("host", HOSTS)
def test_the_list_names_every_example(school, host):
    page = HostClient(host).get("/examples/")

    assert page.status_code == 200
    for slug, one in examples().items():
        assert f'<a href="/examples/{slug}/">{one.name}</a>' in page.text
    assert page.text.count("Needs the internet") == 1


@pytest.mark.parametrize("host", HOSTS)
@pytest.mark.parametrize("slug", examples())
def test_an_example_opens_with_its_files(school, host, slug):
    page = HostClient(host).get(f"/examples/{slug}/")

    found = data(page)
    assert (found["project"]["ephemeral"], found["project"]["readOnly"]) == (True, False)
    assert found["project"]["mainPath"] == examples()[slug].main_path
    assert {file["path"]: file["text"].encode() for file in found["files"]} == examples()[slug].files
    assert len({file["id"] for file in found["files"]}) == len(found["files"])
    assert "Nothing here is kept" in page.text
    assert re.search(r"data-save-status\s+hidden", page.text)
    assert "data-history" not in page.text


def test_opening_one_asks_for_no_session_and_writes_nothing(school, django_assert_num_queries):
    with django_assert_num_queries(0):
        page = HostClient("localhost").get("/examples/library/")
    HostClient("north.localhost").get("/examples/library/")

    assert not page.cookies
    assert Project.objects.count() == 0


@pytest.mark.parametrize("host", HOSTS)
@pytest.mark.parametrize("path", ["nothing/", "hello/", "..%2Fhello/", "library/main.py", "library/copy"])
def test_what_is_no_example_is_not_there(school, host, path):
    assert HostClient(host).get(f"/examples/{path}").status_code in (301, 404, 405)
    assert data_free(HostClient(host).get(f"/examples/{path}"))


def data_free(answer):
    """Whether this page holds no program."""
    return "workspace-data" not in answer.text


def test_a_pupil_makes_it_a_project_of_her_own(pupil):
    answer = factories.signed_in(pupil).post("/examples/library/copy/", {"files": ""})

    project = Project.objects.get(owner=pupil)
    assert answer["Location"] == f"/projects/{project.pk}/"
    assert (project.name, project.main_path) == ("A library in a database", "main.py")
    assert {file.path: bytes(file.content) for file in project.files.all()} == examples()["library"].files


def test_the_copy_has_what_was_changed_on_the_page(pupil):
    changed = {"main.py": "print('ü')\n", "new.txt": "mine"}

    factories.signed_in(pupil).post("/examples/library/copy/", {"files": json.dumps(changed)})

    files = Project.objects.get(owner=pupil).files.all()
    assert {file.path: bytes(file.content).decode() for file in files} == changed


@pytest.mark.parametrize(
    "files",
    [
        "not json",
        "[]",
        '{"a.py": 1}',
        '{"../a.py": "x"}',
        '{"a.py": "x", "A.PY": "y"}',
        '{"a.py": "\\ud800"}',
        "[" * 100_000,
        json.dumps({"a.py": "x" * (FILE_BYTES + 1)}),
        json.dumps({f"{number}.py": "" for number in range(300)}),
    ],
    ids=range(9),
)
def test_a_copy_of_nonsense_is_refused_and_nothing_is_made(pupil, files):
    answer = factories.signed_in(pupil).post("/examples/library/copy/", {"files": files})

    assert answer.status_code in (400, 413)
    assert not Project.objects.exists()


def test_the_public_site_copies_nothing(db, public):
    assert public.post("/examples/library/copy/", {"files": ""}).status_code == 404
    assert "Open in my projects" not in public.get("/examples/library/").text


def test_who_is_signed_in_is_offered_a_copy_and_others_the_way_in(pupil):
    inside = factories.signed_in(pupil).get("/examples/library/").text
    outside = HostClient("north.localhost").get("/examples/library/").text

    assert "Open in my projects" in inside
    assert "/accounts/login/?next=/examples/library/" in outside
    assert "Open in my projects" not in outside
