"""Uploads: what a teacher sends is read, and what could do harm is refused with one sentence."""

import io
import random
import stat
import zipfile

import pytest

from exercises.document import (
    ImportedCollection,
    ImportedExercise,
    read_upload,
    validate,
    write_file,
    write_zip,
)
from exercises.document.limits import ARCHIVE_ENTRIES

DOCUMENT = validate({"title": "Area", "starter": [{"path": "main.py", "text": "x = 1\n"}]})[0]
EXERCISE = write_file(DOCUMENT).encode()


def archive(files, **options):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", **{"compression": zipfile.ZIP_DEFLATED} | options) as made:
        for name, content in files.items():
            made.writestr(name, content)
    return held.getvalue()


def refusal(content, name="shapes.zip"):
    found = read_upload(name, content)
    assert found.exercises == [] and found.collections == []
    assert len(found.faults) == 1
    return str(found.faults[0])


def test_a_zip_gives_collections_and_exercises_back():
    collection = ImportedCollection("shapes", "Shapes", "", "", [ImportedExercise("area", DOCUMENT)])
    single = ImportedExercise("alone", DOCUMENT)

    content = write_zip([collection, single])

    found = read_upload("all.zip", content)
    assert found.messages == []
    assert found.collections == [collection]
    assert found.exercises == [single]
    assert write_zip([collection, single]) == content


def test_a_zip_of_the_files_without_a_folder_takes_its_name():
    found = read_upload("Area of a square.zip", archive({"exercise.md": EXERCISE}))

    assert found.exercises == [ImportedExercise("area-of-a-square", DOCUMENT)]


@pytest.mark.parametrize(("name", "slug"), [("exercise.md", "area"), ("C:\\work\\Volume_2.md", "Volume_2")])
def test_one_file_is_an_exercise(name, slug):
    assert read_upload(name, EXERCISE).exercises == [ImportedExercise(slug, DOCUMENT)]


def test_what_macos_adds_is_passed_over():
    files = {"area/exercise.md": EXERCISE, "area/.DS_Store": b"x", "__MACOSX/area/._exercise.md": b"x"}

    found = read_upload("area.zip", archive(files))

    assert found.messages == []
    assert len(found.exercises) == 1


@pytest.mark.parametrize(
    "name",
    [
        "../exercise.md", "area/../../exercise.md", "/etc/passwd", "area\\..\\exercise.md", "C:/exercise.md",
        "area/CON.py", "area/a\u202egnp.py", "area/" + "x" * 300, "area//exercise.md", "area/a\n.py",
        "area/trailing.", " area/exercise.md",
    ],
)  # fmt: skip
def test_names_that_some_system_misreads_are_refused(name):
    assert "cannot be a file's name" in refusal(archive({name: b"x"}))


@pytest.mark.parametrize(
    "names", [("a/main.py", "a/MAIN.py"), ("caf\u00e9.md", "cafe\u0301.md"), ("a", "A/b")]
)
def test_names_that_clash_are_refused(names):
    assert "two files of the name" in refusal(archive(dict.fromkeys(names, b"x")))


def test_a_bomb_is_refused_before_it_is_unpacked():
    assert "too large when it is unpacked" in refusal(archive({"area/exercise.md": b"\0" * 30_000_000}))


def test_an_exercise_that_is_too_large_is_told_before_it_is_read():
    digits = random.Random(1).randbytes(20_000).hex() * 22
    files = {f"area/starter/{number}.txt": digits for number in range(12)}

    assert "area/exercise.md: The whole exercise may take 5 MB" in refusal(
        archive({"area/exercise.md": EXERCISE, **files})
    )


def test_too_many_entries_are_refused():
    assert "files at most" in refusal(archive({f"{number}.md": b"" for number in range(ARCHIVE_ENTRIES + 1)}))


def test_a_large_upload_is_refused():
    assert "10 MB at most" in refusal(b"PK" + b"\0" * 10 * 1024 * 1024)


def test_a_link_is_refused():
    entry = zipfile.ZipInfo("area/starter/main.py")
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16

    assert "links" in refusal(archive({entry: "/etc/passwd"}))


def test_another_compression_is_refused():
    assert "links" in refusal(archive({"a.md": b"x" * 1000}, compression=zipfile.ZIP_LZMA))


def test_an_entry_without_a_name_is_refused():
    content = archive({"~": b"x"}).replace(b"~", b"\0")

    assert "damaged" in refusal(content)


@pytest.mark.parametrize(
    "content",
    [b"PK", b"PK\x03\x04" + b"x" * 200, archive({"a.md": b"x" * 500})[:-30]],
    ids=["two letters", "a beginning", "no end"],
)
def test_what_is_no_archive_is_refused(content):
    assert "damaged" in refusal(content)


def test_a_flipped_byte_is_noticed():
    content = bytearray(archive({"exercise.md": EXERCISE * 50}))
    content[60] ^= 0xFF

    assert "damaged" in refusal(bytes(content))


@pytest.mark.parametrize("name", ["exercise.docx", "exercise", "", "..", "exercise.md.exe"])
def test_another_file_is_refused(name):
    assert "Upload an exercise.md" in refusal(EXERCISE, name)


def test_text_that_is_no_utf8_is_refused():
    assert "not UTF-8" in refusal("title: größe".encode("latin-1"), "exercise.md")
