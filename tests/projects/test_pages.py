"""The pages around projects: home, the list, and what can be done there without JavaScript."""

import io
import json
import re
import zipfile
from html.parser import HTMLParser

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from projects.models import Project
from runtime_static.views import frame_address
from tests import factories


class Headings(HTMLParser):
    """The texts of h1 to h3."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._inside = False

    def handle_starttag(self, tag, attrs):
        if tag in ("h1", "h2", "h3"):
            self._inside = True
            self.texts.append("")

    def handle_endtag(self, tag):
        self._inside = self._inside and tag not in ("h1", "h2", "h3")

    def handle_data(self, data):
        if self._inside:
            self.texts[-1] += data


def headings(response):
    parser = Headings()
    parser.feed(response.content.decode())
    return [" ".join(text.split()) for text in parser.texts]


@pytest.fixture
def pupil(owner):
    return factories.signed_in(owner)


def workspace_data(response):
    found = re.search(
        r'<script[^>]*id="workspace-data"[^>]*>(.*?)</script>', response.content.decode(), re.DOTALL
    )
    return json.loads(found.group(1))


def test_home_has_the_three_headings_of_a_student(pupil):
    shown = headings(pupil.get("/"))

    assert [name for name in shown if name in ("My assignments", "My projects", "Exercises")] == [
        "My assignments",
        "My projects",
        "Exercises",
    ]
    assert "My classes" not in shown


def test_home_of_a_teacher_shows_her_classes_and_her_students_work(owner):
    teacher, other = factories.teacher(), factories.student()
    factories.classroom(teacher, owner, name="Computing 9C")
    factories.classroom(factories.teacher(), other, name="Strangers 7A")
    factories.project(owner, name="Maze")
    factories.project(other, name="Secret maze")

    page = factories.signed_in(teacher).get("/").content.decode()

    assert "Computing 9C" in page
    assert "Maze" in page
    assert "Strangers 7A" not in page
    assert "Secret maze" not in page
    assert 'href="/admin/"' in page


def test_a_student_sees_no_way_to_the_back_office(pupil):
    assert 'href="/admin/"' not in pupil.get("/").content.decode()


def test_a_new_project_opens_in_its_workspace(pupil, owner):
    answer = pupil.post("/projects/", {"name": "  My   first maze "})

    project = Project.objects.get(owner=owner)
    assert answer["Location"] == f"/projects/{project.pk}/"
    assert project.name == "My first maze"
    assert [file.path for file in project.files.all()] == ["main.py"]


@pytest.mark.parametrize("name", ["", "   ", "x" * 81, "a\0b"])
def test_an_impossible_name_is_told_and_kept(pupil, owner, name):
    answer = pupil.post("/projects/", {"name": name})

    assert answer.status_code == 400
    assert 'aria-invalid="true"' in answer.content.decode()
    assert not Project.objects.exists()


def test_a_project_is_renamed_duplicated_deleted_and_restored(pupil, owner):
    project = factories.project(owner, name="Maze", main="print(7)")

    pupil.post(f"/projects/{project.pk}/rename/", {"name": "Labyrinth"})
    pupil.post(f"/projects/{project.pk}/duplicate/")
    pupil.post(f"/projects/{project.pk}/delete/")

    live = Project.objects.filter(deleted_at__isnull=True)
    assert [one.name for one in live] == ["Labyrinth (copy)"]
    assert bytes(live[0].files.get().content) == b"print(7)"
    assert "Recently deleted" in pupil.get("/projects/").content.decode()

    pupil.post(f"/projects/{project.pk}/restore/")

    assert Project.objects.filter(deleted_at__isnull=True).count() == 2


def test_deleting_asks_first(pupil, owner):
    project = factories.project(owner, name="Maze")

    page = pupil.get(f"/projects/{project.pk}/delete/")

    assert "Delete “Maze”?" in page.content.decode()
    project.refresh_from_db()
    assert project.deleted_at is None


@pytest.mark.parametrize("action", ["rename", "duplicate", "restore"])
def test_nothing_is_changed_by_following_a_link(pupil, owner, action):
    project = factories.project(owner)

    assert pupil.get(f"/projects/{project.pk}/{action}/").status_code == 405


def test_a_name_that_is_markup_stays_text(pupil, owner):
    factories.project(owner, name="<script>alert(1)</script>")

    for address in ("/", "/projects/"):
        page = pupil.get(address).content.decode()
        assert "<script>alert" not in page
        assert "&lt;script&gt;alert(1)" in page


def test_a_download_holds_the_live_files(pupil, owner):
    project = factories.project(owner, name="Größe & Co", main="print(1)", other="x = 2")

    answer = pupil.get(f"/projects/{project.pk}/download/")
    archive = zipfile.ZipFile(io.BytesIO(answer.content))

    assert answer["Content-Type"] == "application/zip"
    assert answer["Content-Disposition"].startswith("attachment")
    assert sorted(archive.namelist()) == ["größe-co/main.py", "größe-co/other.py"]
    assert archive.read("größe-co/main.py") == b"print(1)"


def test_the_workspace_starts_from_its_data(pupil, owner):
    project = factories.project(owner, name="Maze", main="print('</script>')")

    answer = pupil.get(f"/projects/{project.pk}/")
    data = workspace_data(answer)

    assert data["person"] == {"id": owner.pk, "name": str(owner)}
    assert data["project"] == {
        "id": project.pk,
        "name": "Maze",
        "mainPath": "main.py",
        "readOnly": False,
        "ephemeral": False,
        "owner": {"id": owner.pk, "name": str(owner)},
        "url": f"/projects/{project.pk}/",
    }
    assert [file["text"] for file in data["files"]] == ["print('</script>')"]
    assert data["urls"] == {
        "files": f"/projects/{project.pk}/files/",
        "project": f"/projects/{project.pk}/",
        "signIn": f"/accounts/login/?next=%2Fprojects%2F{project.pk}%2F",
        "home": "/",
    }
    assert set(data["limits"]) == {"fileBytes", "projectBytes", "files"}
    assert data["runtime"]["frame"] == frame_address("open")
    assert answer["Cross-Origin-Embedder-Policy"] == "require-corp"
    assert answer["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "no-store" in answer["Cache-Control"]


def test_the_workspace_names_its_modules_before_it_loads_any(pupil, owner):
    """Firefox ignores an import map that comes after a module or the preload of one."""
    html = pupil.get(f"/projects/{factories.project(owner).pk}/").content.decode()

    first_module = min(html.index('type="module"'), html.index('rel="modulepreload"'))

    assert html.index('type="importmap"') < first_module


def test_the_workspace_is_read_only_for_those_who_may_look(owner):
    project = factories.project(owner)
    teacher = factories.teacher()
    factories.classroom(teacher, owner)

    for viewer in (teacher, factories.administrator()):
        answer = factories.signed_in(viewer).get(f"/projects/{project.pk}/")
        assert workspace_data(answer)["project"]["readOnly"] is True


@pytest.mark.parametrize(("address", "most"), [("/", 9), ("/projects/", 6)])
def test_a_page_asks_the_database_as_often_for_one_row_as_for_three(pupil, owner, address, most):
    pupil.get(address)  # the school of the host is remembered
    counts = []
    for rows in (1, 2):
        for _ in range(rows):
            factories.project(owner)
        with CaptureQueriesContext(connection) as queries:
            assert pupil.get(address).status_code == 200
        counts.append(len(queries))

    assert counts[0] == counts[1]
    assert counts[0] <= most
