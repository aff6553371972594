"""Writing exercises in the back office: as a teacher does it, page by page."""

import base64
import io
import json
import re
import zipfile
from html.parser import HTMLParser

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.html import escape

from exercises.document import digest, read_file, read_upload
from exercises.models import Check, Collection, Exercise, ExerciseFile
from exercises.services.documents import document_of
from exercises.services.working_copies import current_document
from tests import factories as make
from tests.accounts.back_office import text
from tests.projects.api import refusal

pytestmark = pytest.mark.django_db
EXERCISES = "/admin/exercises/exercise/"
COLLECTIONS = "/admin/exercises/collection/"


@pytest.fixture
def teacher(school):
    return make.teacher("writer")


@pytest.fixture
def office(teacher):
    return make.signed_in(teacher)


@pytest.fixture
def exercise(teacher):
    return make.exercise(teacher, make.collection(teacher))


class Fields(HTMLParser):
    """The values that a browser sends of the forms in a page that nobody has changed."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.values: dict[str, str] = {}
        self.area = self.select = ""
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        about = dict(attrs)
        match tag:
            case "textarea":
                self.area = about["name"]
                self.values[self.area] = ""
            case "select":
                self.select = about["name"]
            case "option" if "selected" in about or self.select not in self.values:
                self.values[self.select] = about["value"]
            case "input" if sends(about):
                self.values[about["name"]] = about.get("value", "on" if about["type"] == "checkbox" else "")

    def handle_endtag(self, tag):
        if tag == "textarea":
            typed = self.values[self.area].replace("\r\n", "\n").removeprefix("\n")
            self.values[self.area] = typed.replace("\n", "\r\n")
            self.area = ""

    def handle_data(self, data):
        if self.area:
            self.values[self.area] += data


def sends(about: dict[str, str | None]) -> bool:
    """Whether a browser sends this input."""
    if about.get("type") == "checkbox":
        return "checked" in about
    return bool(about.get("name")) and about.get("type") not in ("submit", "file")


def form_of(page: str) -> dict[str, str]:
    """What a browser sends of a page's forms, spare rows that only scripts use left out."""
    return {name: value for name, value in Fields(page).values.items() if "__prefix__" not in name}


class TestWriting:
    """The form of an exercise."""

    def test_new_exercise_belongs_to_its_author(self, office, teacher):
        page = form_of(text(office.get(f"{EXERCISES}add/")))

        answer = office.post(
            f"{EXERCISES}add/", {**page, "title": "Half", "slug": "half", "topics": "a, b , a"}
        )

        made = Exercise.objects.get()
        assert answer["Location"] == f"{EXERCISES}{made.pk}/change/"
        assert (made.author, made.title, made.topics) == (teacher, "Half", ["a", "b"])

    def test_saving_unchanged_changes_nothing(self, office, exercise):
        exercise.files.create(
            role="starter", position=1, path="spaces.txt", content=b"\n  two  spaces \n\n", is_binary=False
        )
        exercise.files.create(role="pictures", path="dot.png", content=b"\x89PNG\0", is_binary=True)
        before = document_of(exercise)
        page = text(office.get(f"{EXERCISES}{exercise.pk}/change/"))

        answer = office.post(f"{EXERCISES}{exercise.pk}/change/", form_of(page))

        assert answer.status_code == 302, re.findall(r'<ul class="errorlist.*', text(answer))
        assert document_of(Exercise.objects.get(pk=exercise.pk)) == before

    def test_files_are_typed_or_uploaded(self, office, exercise):
        data = form_of(text(office.get(f"{EXERCISES}{exercise.pk}/change/")))
        data |= {
            "files-TOTAL_FORMS": "4",
            "files-2-role": "tests", "files-2-path": "t.py", "files-2-position": "0", "files-2-text": "x = 1\r\n  \r\n",
            "files-3-role": "pictures", "files-3-path": "", "files-3-position": "0", "files-3-text": "",
            "files-3-upload": SimpleUploadedFile("dot.png", b"\x89PNG\0"),
        }  # fmt: skip

        assert office.post(f"{EXERCISES}{exercise.pk}/change/", data).status_code == 302

        assert bytes(ExerciseFile.objects.get(path="t.py").content) == b"x = 1\n  \n"
        picture = ExerciseFile.objects.get(path="dot.png")
        assert (bytes(picture.content), picture.is_binary) == (b"\x89PNG\0", True)

    def test_impossible_file_names_are_told(self, office, exercise):
        data = form_of(text(office.get(f"{EXERCISES}{exercise.pk}/change/")))
        data |= {
            "files-TOTAL_FORMS": "3",
            "files-2-role": "tests",
            "files-2-path": "../x",
            "files-2-position": "0",
        }

        page = text(office.post(f"{EXERCISES}{exercise.pk}/change/", data))

        assert "A file name must not contain empty parts" in page
        assert not ExerciseFile.objects.filter(role="tests").exists()

    def test_hostile_text_is_shown_as_text(self, office, exercise):
        hostile = "</textarea><script>alert(1)</script>"
        exercise.title = exercise.summary = exercise.text = hostile
        exercise.save()
        exercise.checks.update(name=hostile)

        for path in ("change/", "text/", "preview/", "try/", f"checks/{exercise.checks.all()[0].pk}/"):
            assert "<script>alert" not in text(office.get(f"{EXERCISES}{exercise.pk}/{path}")), path

    def test_collection_of_somebody_else_cannot_be_chosen(self, office, exercise):
        foreign = make.collection(make.teacher())
        data = form_of(text(office.get(f"{EXERCISES}{exercise.pk}/change/")))

        page = text(office.post(f"{EXERCISES}{exercise.pk}/change/", {**data, "collection": str(foreign.pk)}))

        assert "Select a valid choice" in page

    @pytest.mark.parametrize("published", [False, True])
    def test_working_copies_of_others_are_seen_when_published(self, office, published):
        other = make.exercise(make.teacher(), title="Foreign")
        if published:
            make.published(other)

        assert ("Foreign" in text(office.get(EXERCISES))) == published
        assert (office.get(f"{EXERCISES}{other.pk}/change/").status_code == 200) == published

    def test_exercises_of_another_school_are_not_here(self, office, south, in_school):
        with in_school(south):
            for _ in range(3):
                foreign = make.exercise(make.teacher(), title="Southern")
                make.published(foreign)

        assert "Southern" not in text(office.get(EXERCISES))
        assert office.get(f"{EXERCISES}{foreign.pk}/change/").status_code == 404


class TestChecks:
    """One form for each kind."""

    def test_check_is_added_changed_and_deleted(self, office, exercise):
        address = f"{EXERCISES}{exercise.pk}/checks/"
        data = form_of(text(office.get(f"{address}add/output/")))
        data |= {"name": "Double of 5", "input": "5\r\n", "output": "10\r\n", "message": "Twice"}
        del data["from_solution"]

        office.post(f"{address}add/output/", data)
        made = Check.objects.get(name="Double of 5")
        office.post(f"{address}{made.pk}/", {**data, "name": "Twice 5", "weight": "3"})
        changed = Check.objects.get(pk=made.pk)
        office.post(f"{address}{made.pk}/", {"delete": "1"})

        assert (made.key, made.position, made.spec["input"], made.spec["output"]) == (
            "double-of-5",
            2,
            "5\n",
            "10\n",
        )
        assert (changed.key, changed.name, changed.weight) == ("double-of-5", "Twice 5", 3)
        assert not Check.objects.filter(pk=made.pk).exists()

    def test_faults_are_shown_and_nothing_is_saved(self, office, exercise):
        answer = office.post(
            f"{EXERCISES}{exercise.pk}/checks/add/output/", {"name": "", "output": "kept text"}
        )

        assert "kept text" in text(answer)
        assert exercise.checks.count() == 2

    def test_unknown_kinds_and_checks_of_other_exercises_are_not_there(self, office, exercise):
        other = make.exercise(exercise.author).checks.all()[0]

        assert office.get(f"{EXERCISES}{exercise.pk}/checks/add/magic/").status_code == 404
        assert office.get(f"{EXERCISES}{exercise.pk}/checks/{other.pk}/").status_code == 404


class TestText:
    """The whole exercise in one text area."""

    def test_what_is_shown_can_be_saved_unchanged(self, office, exercise):
        before = current_document(exercise)[0]
        shown = form_of(text(office.get(f"{EXERCISES}{exercise.pk}/text/")))["text"]

        assert office.post(f"{EXERCISES}{exercise.pk}/text/", {"text": shown}).status_code == 302

        assert current_document(Exercise.objects.get(pk=exercise.pk))[0] == before

    def test_faults_are_told_by_line_and_nothing_is_lost(self, office, exercise):
        written = "---\ntitle: Half\ndifficulty: tricky\n---\nMy long text\n"

        answer = office.post(f"{EXERCISES}{exercise.pk}/text/", {"text": written})

        page = text(answer)
        assert "line 3" in page
        assert "My long text" in page
        exercise.refresh_from_db()
        assert exercise.title == "Double"


class TestFiles:
    """Uploads and downloads."""

    def test_upload_is_shown_before_it_is_stored(self, office, teacher):
        content = zipped(
            {"unit/collection.yaml": "title: Unit\n", "unit/a/exercise.md": "---\ntitle: A\n---\n"}
        )

        shown = text(office.post(f"{EXERCISES}upload/", {"file": SimpleUploadedFile("unit.zip", content)}))
        assert "Unit" in shown
        assert not Exercise.objects.exists()
        data = {name: re.search(f'name="{name}" value="([^"]*)"', shown)[1] for name in ("name", "content")}
        office.post(f"{EXERCISES}upload/", {**data, "confirmed": "1"})

        made = Exercise.objects.get()
        assert (made.title, made.author, made.collection.title) == ("A", teacher, "Unit")
        assert made.published is None

    def test_upload_with_faults_stores_nothing(self, office):
        content = b"---\ntitle: A\ndifficulty: tricky\n---\n"
        sent = {"name": "a.md", "content": base64.b64encode(content).decode(), "confirmed": "1"}

        shown = text(office.post(f"{EXERCISES}upload/", {"file": SimpleUploadedFile("a.md", content)}))
        refused = office.post(f"{EXERCISES}upload/", sent)

        assert "a.md:3" in shown
        assert "Store this" not in shown
        assert "Nothing was imported." in text(refused)
        assert not Exercise.objects.exists()

    @pytest.mark.parametrize("content", ["%%%", "AAAA", ""])
    def test_confirmation_without_a_file_stores_nothing(self, office, content):
        office.post(f"{EXERCISES}upload/", {"name": "x", "content": content, "confirmed": "1"})

        assert not Exercise.objects.exists()

    def test_upload_does_not_change_what_others_wrote(self, office):
        foreign = make.collection(make.teacher(), "Theirs")
        content = zipped({f"{foreign.slug}/collection.yaml": "title: Mine now\n"})
        sent = {"name": "a.zip", "content": base64.b64encode(content).decode(), "confirmed": "1"}

        assert "not yours to change" in text(office.post(f"{EXERCISES}upload/", sent))

        foreign.refresh_from_db()
        assert foreign.title == "Theirs"

    def test_downloads_can_be_read_again(self, office, exercise):
        expected = digest(current_document(exercise)[0])

        file = office.get(f"{EXERCISES}{exercise.pk}/download/")
        archive = office.get(f"{EXERCISES}{exercise.pk}/download/?form=zip")
        unit = office.get(f"{COLLECTIONS}{exercise.collection_id}/download/")

        assert file["Content-Disposition"] == 'attachment; filename="double.md"'
        assert digest(read_file(file.content.decode())[0]) == expected
        assert digest(read_upload("a.zip", archive.content).exercises[0].document) == expected
        assert digest(read_upload("a.zip", unit.content).collections[0].exercises[0].document) == expected

    def test_incomplete_exercise_is_not_downloaded(self, office, exercise):
        exercise.checks.update(name="")

        answer = office.get(f"{EXERCISES}{exercise.pk}/download/")

        assert answer.status_code == 400
        assert b"This must not be empty." in answer.content


class TestPublishing:
    """Try it, and Publish."""

    def trial(self, office, exercise, **changes):
        document, _ = current_document(exercise)
        report = {
            "documentSha256": digest(document),
            "recorded": {},
            "solution": [{"check": "two", "state": "passed"}, {"check": "three", "state": "passed"}],
            "starter": [{"check": "two", "state": "failed"}, {"check": "three", "state": "passed"}],
            **changes,
        }
        headers = {"X-Codeyard-Person": str(exercise.author_id), "Accept": "application/json"}
        return office.post(
            f"{EXERCISES}{exercise.pk}/trial/",
            json.dumps(report),
            content_type="application/json",
            headers=headers,
        )

    def publish(self, office, exercise):
        return text(office.post(f"{EXERCISES}{exercise.pk}/publish/", follow=True))

    def test_try_page_is_isolated_and_has_its_data(self, office, exercise):
        answer = office.get(f"{EXERCISES}{exercise.pk}/try/")

        page = text(answer)
        start = page.index(">", page.index('id="try-data"')) + 1
        data = json.loads(page[start : page.index("</script>", start)])
        assert answer["Cross-Origin-Embedder-Policy"] == "require-corp"
        assert "'nonce-" in answer["Content-Security-Policy"]
        assert data["documentSha256"] == digest(data["document"])
        assert data["urls"] == {"trial": f"{EXERCISES}{exercise.pk}/trial/"}
        assert "data-try>" in page

    def test_publishing_needs_a_trial(self, office, exercise):
        assert "changed since it was tried" in self.publish(office, exercise)

        answer = self.trial(office, exercise)

        assert answer.json() == {"publishable": True}
        assert "Published as version 1" in self.publish(office, exercise)
        assert Exercise.objects.get().open_version.recorded == {}

    def test_publishing_is_refused_when_the_solution_fails(self, office, exercise):
        failed = [{"check": "two", "state": "error"}, {"check": "three", "state": "passed"}]
        self.trial(office, exercise, solution=failed)

        assert escape("The solution does not pass the check “Double of 2”.") in self.publish(office, exercise)

    def test_publishing_is_refused_when_the_starter_passes(self, office, exercise):
        passed = [{"check": "two", "state": "passed"}, {"check": "three", "state": "passed"}]
        self.trial(office, exercise, starter=passed)

        assert "The starter files pass every check" in self.publish(office, exercise)

    def test_publishing_is_refused_when_anything_was_changed_since(self, office, exercise):
        self.trial(office, exercise)
        exercise.hints.create(text="One more", position=9)

        assert "changed since it was tried" in self.publish(office, exercise)

    def test_publishing_is_refused_without_visible_checks(self, office, exercise):
        exercise.checks.update(hidden=True)

        assert "needs a check that is not hidden" in self.publish(office, exercise)

    @pytest.mark.parametrize(
        "changes",
        [
            {"solution": []},
            {"solution": {}},
            {"starter": [{"check": "two", "state": "failed"}]},
            {"starter": [{"check": "other", "state": "failed"}, {"check": "two", "state": "failed"}]},
            {"starter": [{"check": "two", "state": "good"}, {"check": "three", "state": "failed"}]},
            {"recorded": []},
            {"recorded": {"other": 1}},
            {"documentSha256": 1},
            {"more": 1},
        ],
        ids=json.dumps,
    )
    def test_trials_that_do_not_fit_are_refused(self, office, exercise, changes):
        assert refusal(self.trial(office, exercise, **changes)) == (400, "invalid")

    def test_trial_of_an_earlier_state_is_refused(self, office, exercise):
        assert refusal(self.trial(office, exercise, documentSha256="0" * 64)) == (409, "changed")

    def test_archived_exercise_leaves_the_list(self, office, exercise, school):
        make.published(exercise)
        data = form_of(text(office.get(f"{EXERCISES}{exercise.pk}/change/")))

        office.post(f"{EXERCISES}{exercise.pk}/change/", {**data, "archived": "on"})

        assert "Double" not in text(make.signed_in(make.student()).get("/exercises/"))

    def test_duplicate_belongs_to_who_made_it(self, office, teacher):
        other = make.exercise(make.teacher(), make.collection())
        make.published(other)

        office.post(f"{EXERCISES}{other.pk}/duplicate/")

        copy = Exercise.objects.get(author=teacher)
        assert (copy.title, copy.collection, copy.published) == ("Double (copy)", None, None)
        assert document_of(copy)["checks"] == document_of(other)["checks"]

    @pytest.mark.parametrize("page", ["publish/", "duplicate/"])
    def test_nothing_is_changed_by_following_a_link(self, office, exercise, page):
        assert office.get(f"{EXERCISES}{exercise.pk}/{page}").status_code == 405


class TestPreview:
    """The student's page of a working copy."""

    def test_preview_is_the_students_page_and_keeps_nothing(self, office, exercise):
        answer = office.get(f"{EXERCISES}{exercise.pk}/preview/")

        page = text(answer)
        assert answer["Cross-Origin-Embedder-Policy"] == "require-corp"
        assert "X-Codeyard-Keep" not in answer
        assert '"ephemeral": true' in page
        assert "This is what students will see" in page
        assert "print(2 * int(input()))" not in page

    def test_pictures_and_starter_files_come_from_the_working_copy(self, office, exercise):
        exercise.files.create(role="pictures", path="dot.png", content=b"\x89PNG", is_binary=True)

        picture = office.get(f"{EXERCISES}{exercise.pk}/files/pictures/dot.png")
        starter = office.get(f"{EXERCISES}{exercise.pk}/files/starter/main.py")
        solution = office.get(f"{EXERCISES}{exercise.pk}/files/solution/main.py")

        assert picture["Content-Type"] == "image/png"
        assert starter["Content-Disposition"] == "attachment"
        assert solution.status_code == 404


class TestCollections:
    """Collections with their exercises in order."""

    def test_collection_is_made_and_ordered(self, office, teacher):
        data = form_of(text(office.get(f"{COLLECTIONS}add/")))
        office.post(f"{COLLECTIONS}add/", {**data, "title": "Unit", "slug": "unit", "published": "on"})
        unit = Collection.objects.get()
        first, second = (make.exercise(teacher, unit, title) for title in ("A", "B"))
        data = form_of(text(office.get(f"{COLLECTIONS}{unit.pk}/change/")))

        answer = office.post(
            f"{COLLECTIONS}{unit.pk}/change/",
            {**data, "exercises-0-position": "5", "exercises-1-position": "2"},
        )

        assert answer.status_code == 302
        assert (unit.author, unit.published) == (teacher, True)
        assert list(unit.exercises.order_by("position")) == [second, first]


@pytest.mark.parametrize("address", [EXERCISES, COLLECTIONS])
def test_number_of_queries_does_not_grow(office, teacher, address):
    def add():
        made = make.exercise(teacher, make.collection(make.teacher()))
        make.published(made)

    def queries():
        with CaptureQueriesContext(connection) as counted:
            text(office.get(address))
        return len(counted)

    add()
    queries()
    with_one = queries()
    add()
    add()

    assert queries() == with_one


def zipped(files: dict[str, str]) -> bytes:
    """A ZIP of these texts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for path, content in files.items():
            archive.writestr(path, content)
    return buffer.getvalue()
