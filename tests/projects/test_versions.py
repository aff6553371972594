"""What is kept of a file's past."""

from datetime import timedelta

import pytest
from django.utils import timezone

from projects import limits
from projects.models import FileVersion
from projects.services import rename_file
from projects.services.replays import Change
from tests import factories

pytestmark = pytest.mark.usefixtures("school")


@pytest.fixture
def file(owner):
    return factories.first_file(factories.project(owner, main="0"))


def save(owner, file, text, base, **options):
    return factories.save(owner, file.project, text, file_id=file.pk, base=base, **options)


def texts(file):
    return [bytes(version.content).decode() for version in file.versions.order_by("revision")]


def test_saves_within_two_minutes_share_one_version(owner, file):
    save(owner, file, "1", base=1)
    save(owner, file, "2", base=2)

    assert texts(file) == ["2"]
    assert file.versions.get().revision == 3


def test_a_save_after_two_minutes_starts_a_version(owner, file):
    long_ago = timezone.now() - timedelta(seconds=limits.VERSION_SECONDS + 1)
    FileVersion.objects.filter(file=file).update(started_at=long_ago)

    save(owner, file, "1", base=1)

    assert texts(file) == ["0", "1"]


def test_a_pinned_save_has_a_version_of_its_own_that_stays(owner, file):
    save(owner, file, "run", base=1, pin=True)
    save(owner, file, "after", base=2)

    assert texts(file) == ["0", "run", "after"]
    assert list(file.versions.order_by("revision").values_list("is_pinned", flat=True)) == [
        False,
        True,
        False,
    ]


def test_pinning_the_text_that_is_there_makes_no_second_version(owner, file):
    save(owner, file, "0", base=1, pin=True)

    assert texts(file) == ["0"]
    assert file.versions.get().is_pinned


def test_a_save_after_a_rename_keeps_the_state_before_it(owner, file):
    change = Change(operation="rename", path="start.py", base_revision=1, key="r")
    rename_file(person=owner, project_id=file.project_id, file_id=file.pk, change=change)

    save(owner, file, "1", base=2, path="start.py")

    assert [(version.path, bytes(version.content)) for version in file.versions.order_by("revision")] == [
        ("main.py", b"0"),
        ("start.py", b"1"),
    ]


def test_at_most_200_versions_stay_and_the_pinned_ones_longest(owner, file):
    save(owner, file, "kept", base=1, pin=True)
    now = timezone.now()
    FileVersion.objects.bulk_create(
        FileVersion(
            file=file,
            author=owner,
            revision=1000 + n,
            path="main.py",
            content=b"n",
            size=1,
            started_at=now,
            saved_at=now,
        )
        for n in range(limits.FILE_VERSIONS)
    )
    file.revision = 2000
    file.save(update_fields=["revision"])

    save(owner, file, "newest", base=2000)

    kept = texts(file)
    assert len(kept) == limits.FILE_VERSIONS
    assert kept[0] == "kept"
    assert kept[-1] == "newest"


def test_versions_of_a_large_file_stay_within_their_bytes(owner, file, monkeypatch):
    monkeypatch.setattr("projects.services.versions.FILE_VERSION_BYTES", 100)
    for number in range(1, 6):
        save(owner, file, f"{number}" * 40, base=number, pin=True)

    assert texts(file) == ["4" * 40, "5" * 40]
