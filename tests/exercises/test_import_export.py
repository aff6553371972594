"""Collections go into a school and come out again, as files, by command and by service."""

import io
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from exercises.document import ImportedCollection, ImportedExercise, collection_files, read_folder, write_zip
from exercises.document.disk import write_files
from exercises.errors import ImportRefusedError
from exercises.models import Collection, Exercise
from exercises.services import exported_collection, store_import
from exercises.services.documents import document_of
from tests import factories
from tests.exercises.test_document_exercism import ROOT as TRACK

pytestmark = pytest.mark.usefixtures("school")


@pytest.fixture
def teacher():
    return factories.teacher("importer")


def read(*titles, title="Shapes", **changes):
    """A collection with an exercise of each title, as it is read from its files."""
    made = [ImportedExercise(one.lower(), factories.document(one, **changes)) for one in titles]
    files = collection_files(ImportedCollection("shapes", title, "All of them", "# Shapes", made))
    return read_folder(files, "shapes")


def slugs():
    return list(Exercise.objects.filter(collection__slug="shapes").values_list("slug", flat=True))


def command(name, *arguments, **options):
    written = io.StringIO()
    call_command(name, *map(str, arguments), stdout=written, **options)
    return written.getvalue().splitlines()


def folder(tmp_path, *titles, **changes):
    made = read(*titles, **changes).collections[0]
    write_files(tmp_path / "shapes", collection_files(made))
    return tmp_path / "shapes"


def test_what_was_read_comes_out_as_it_was(teacher):
    found = read("Area", "Volume")

    (stored,) = store_import(author=teacher, found=found)

    assert [exercise.slug for exercise in stored.made] == ["area", "volume"]
    assert exported_collection(stored.collection) == (found.collections[0], [])


def test_reading_again_changes_what_has_changed_and_keeps_the_order(teacher):
    store_import(author=teacher, found=read("Area", "Volume", "Angle"))
    keys = dict(Exercise.objects.values_list("slug", "pk"))

    found = read("Volume", "Edge", "Area", title="More shapes")
    found.collections[0].exercises[2].document["summary"] = "New"
    (stored,) = store_import(author=teacher, found=found)

    assert [one.slug for one in stored.made] == ["edge"]
    assert [one.slug for one in stored.changed] == ["area"]
    assert [one.slug for one in stored.same] == ["volume"]
    assert slugs() == ["volume", "edge", "area", "angle"]
    assert keys.items() <= dict(Exercise.objects.values_list("slug", "pk")).items()
    assert Collection.objects.get(slug="shapes").title == "More shapes"


def test_a_published_version_stays_when_its_exercise_is_read_again(teacher):
    store_import(author=teacher, found=read("Area"))
    version = factories.published(Exercise.objects.get(slug="area"))

    store_import(author=teacher, found=read("Area", summary="New"))

    exercise = Exercise.objects.get(slug="area")
    assert exercise.summary == "New"
    assert exercise.published == version
    assert version.document["summary"] == ""


def test_one_exercise_is_known_again_by_its_author(teacher):
    alone = read_folder({"exercise.md": b"---\ntitle: Area\n---\n"}, "area")

    store_import(author=teacher, found=alone)
    store_import(author=teacher, found=alone)
    store_import(author=factories.teacher(), found=alone)

    assert Exercise.objects.filter(slug="area", collection=None).count() == 2


def test_nothing_of_a_collection_is_stored_when_a_part_of_it_is_refused(teacher):
    store_import(author=teacher, found=read("Area", title="Shapes"))

    with pytest.raises(ImportRefusedError, match="Area"):
        store_import(
            author=teacher,
            found=read("Volume", "Area", title="New title", summary="New"),
            may_change=lambda thing: isinstance(thing, Collection),
        )

    assert slugs() == ["area"]
    assert Collection.objects.get(slug="shapes").title == "Shapes"


def test_somebody_elses_collection_is_not_changed(teacher):
    store_import(author=teacher, found=read("Area"))

    with pytest.raises(ImportRefusedError, match="not yours"):
        store_import(author=factories.teacher(), found=read("Volume"), may_change=lambda _: False)

    assert slugs() == ["area"]


def test_an_incomplete_exercise_is_told_and_not_exported(teacher):
    store_import(author=teacher, found=read("Area", "Volume"))
    Exercise.objects.filter(slug="area").update(main_path="other.py")

    collection, messages = exported_collection(Collection.objects.get(slug="shapes"))

    assert [exercise.slug for exercise in collection.exercises] == ["volume"]
    assert [str(message) for message in messages] == [
        "area: field main: Neither starter nor solution has a file other.py."
    ]


def test_the_commands_bring_a_folder_in_and_out(north, teacher, tmp_path):
    source = folder(tmp_path, "Area", "Volume")

    assert command("import_exercises", north.slug, source, author="importer") == [
        "Shapes: 2 new, 0 changed, 0 as they were."
    ]
    lines = command("export_exercises", north.slug, tmp_path / "out", collection="shapes")

    assert lines == [f"Shapes: 2 exercises in {tmp_path / 'out'}."]
    written = {path.relative_to(source) for path in source.rglob("*") if path.is_file()}
    assert written == {
        path.relative_to(tmp_path / "out") for path in (tmp_path / "out").rglob("*") if path.is_file()
    }
    assert all((source / path).read_bytes() == (tmp_path / "out" / path).read_bytes() for path in written)


def test_exporting_again_removes_what_is_gone_and_nothing_else(north, teacher, tmp_path):
    target = folder(tmp_path, "Area", "Volume")
    (target / "README.md").write_text("mine")
    (target / "notes").mkdir()
    (target / "notes" / "plan.txt").write_text("mine")
    store_import(author=teacher, found=read("Area"))

    command("export_exercises", north.slug, target, collection="shapes")

    files = {path.relative_to(target).as_posix() for path in target.rglob("*") if path.is_file()}
    assert {"README.md", "notes/plan.txt", "area/exercise.md"} <= files
    assert not any(path.startswith("volume/") for path in files)


def test_a_zip_and_a_single_file_are_taken(north, teacher, tmp_path):
    (tmp_path / "all.zip").write_bytes(write_zip(read("Area").collections))
    (tmp_path / "edge.md").write_bytes(b"---\ntitle: Edge\n---\n")

    assert command("import_exercises", north.slug, tmp_path / "all.zip", author="importer", format="zip")
    assert command("import_exercises", north.slug, tmp_path / "edge.md", author="importer") == [
        "Exercises without a collection: 1 new, 0 changed, 0 as they were."
    ]
    command("export_exercises", north.slug, tmp_path / "out.zip", collection="shapes")

    assert (tmp_path / "out.zip").read_bytes() == (tmp_path / "all.zip").read_bytes()


def test_a_track_is_imported_with_a_line_for_each_thing_left_out(north, teacher):
    lines = command("import_exercises", north.slug, TRACK, author="importer", format="exercism")

    assert "config.json:44: “old-pier”: The exercise is deprecated; it was left out." in lines
    assert lines[-1] == "Exercism: Python: 3 new, 0 changed, 0 as they were."
    again = command("import_exercises", north.slug, TRACK, author="importer")
    assert again[-1] == "Exercism: Python: 0 new, 0 changed, 3 as they were."
    assert document_of(Exercise.objects.get(slug="high-tide"))["main"] == "high_tide.py"


def test_a_fault_is_told_with_its_line_and_nothing_is_stored(north, teacher, tmp_path):
    source = folder(tmp_path, "Area", "Volume")
    file = source / "volume" / "exercise.md"
    file.write_text(file.read_text().replace("kind: output", "kind: outputs", 1))
    written = io.StringIO()

    with pytest.raises(CommandError, match="Nothing was imported"):
        call_command("import_exercises", north.slug, str(source), author="importer", stdout=written)

    assert (
        "volume/exercise.md:9: check 1 “Double of 2”, field kind: A check needs a kind" in written.getvalue()
    )
    assert slugs() == []


@pytest.mark.parametrize(
    ("name", "arguments", "sentence"),
    [
        ("import_exercises", ["nowhere", ".", "--author", "importer"], "There is no school named 'nowhere'."),
        ("import_exercises", ["north", "missing", "--author", "importer"], "missing cannot be read"),
        (
            "import_exercises",
            ["north", "area", "--author", "nobody"],
            "no teacher with the user name 'nobody'",
        ),
        ("import_exercises", ["north", "area", "--author", "pupil"], "no teacher with the user name 'pupil'"),
        (
            "import_exercises",
            ["north", "area", "--author", "importer", "--format", "exercism"],
            "no config.json",
        ),
        (
            "import_exercises",
            ["north", "area", "--author", "importer", "--format", "zip"],
            "this is a folder",
        ),
        (
            "import_exercises",
            ["north", "area.md", "--author", "importer", "--format", "folder"],
            "this is no folder",
        ),
        (
            "export_exercises",
            ["nowhere", "out", "--collection", "shapes"],
            "There is no school named 'nowhere'.",
        ),
        (
            "export_exercises",
            ["north", "out", "--collection", "circles"],
            "There is no collection 'circles'.",
        ),
        ("export_exercises", ["north", "area", "--collection", "shapes"], "holds something else"),
        ("export_exercises", ["north", "area.md", "--collection", "shapes"], "is a file"),
    ],
)
def test_a_command_says_what_is_wrong_and_changes_nothing(
    north, teacher, tmp_path, monkeypatch, name, arguments, sentence
):
    factories.student("pupil")
    store_import(author=teacher, found=read("Area"))
    monkeypatch.chdir(tmp_path)
    Path("area").mkdir()
    Path("area/exercise.md").write_text("---\ntitle: Other\n---\n")
    Path("area.md").write_text("---\ntitle: Other\n---\n")

    with pytest.raises(CommandError, match=sentence):
        call_command(
            name, *[north.slug if word == "north" else word for word in arguments], stdout=io.StringIO()
        )

    assert list(Exercise.objects.values_list("slug", flat=True)) == ["area"]
    assert Path("area/exercise.md").read_text() == "---\ntitle: Other\n---\n"
