"""The tables of what works: read from data, corrected by what is really installed."""

import json

import pytest

from runtime_static import support
from runtime_static.support import Status
from runtime_static.support.data import InvalidSupportDataError, claim_tables, read_tables

ROW = 'id = "r"\nname = "R"\nstatus = "works"\nprograms = ["r"]\n'
TABLE = '[[tables]]\nid = "t"\nversions = "none"\ntitle = "T"\nintro = "I"\n[[tables.rows]]\n'


@pytest.fixture
def vendor(tmp_path, settings):
    """A folder with the manifest of a runtime whose Python packages a test chooses."""
    settings.VENDOR_ROOT = tmp_path
    (tmp_path / "lock.json").write_text(json.dumps({"info": {"python": "3.14.0"}}))

    def install(**reasons):
        packages = [
            {"name": name, "version": "1.2", "source": "" if reason else "PyPI", "reason": reason}
            for name, reason in reasons.items()
        ]
        manifest = {"python_packages": packages, "python_lock": f"{settings.VENDOR_URL}lock.json"}
        (tmp_path / "manifest.json").write_text(json.dumps(manifest))

    return install


def row(table, row_id):
    return next(row for row in support.rows(table) if row.id == row_id)


def test_installed_package_has_its_version(vendor):
    vendor(Pillow="")

    pillow = row("packages", "pillow")

    assert (pillow.status, pillow.version, pillow.installed) == (Status.WORKS, "1.2", True)
    assert (pillow.status_label, pillow.tone, pillow.reason) == ("Works", "ok", "")


def test_package_that_could_not_be_fetched_is_not_shown_as_working(vendor):
    vendor(numpy="no source has it")

    for table, row_id in (("packages", "numpy"), ("lessons", "data")):
        found = row(table, row_id)
        assert found.status is Status.MISSING
        assert found.status_label == "Not installed on this server"
        assert (found.version, found.installed) == ("", False)
        assert "no source has it" in found.reason


def test_package_that_the_runtime_does_not_know_is_not_shown_as_working(vendor):
    vendor()

    assert row("packages", "pandas").status is Status.MISSING
    assert row("packages", "pandas").reason


def test_what_cannot_work_says_so_wherever_it_is_installed(vendor):
    vendor(**{"opencv-python": ""})

    cameras = row("other-packages", "cameras")

    assert (cameras.status, cameras.installed, cameras.version) == (Status.UNAVAILABLE, False, "")


def test_standard_library_has_the_version_of_python(vendor):
    vendor()

    assert row("standard-library", "maths").version == "Python 3.14"


def test_every_row_of_this_server_can_be_shown():
    for table in support.tables():
        assert table.title
        assert table.intro
        for found in table.rows:
            assert found.name
            assert found.installed == found.status.usable
            assert bool(found.reason) == (found.status is Status.MISSING)


def test_every_status_has_a_label_and_a_tone():
    assert len({status.label for status in Status}) == len(Status)
    assert all(status.tone in ("ok", "warn", "danger") for status in Status)


def test_what_does_not_simply_work_tells_why():
    silent = [
        claim.id
        for table in claim_tables()
        for claim in table.claims
        if claim.status is not Status.WORKS and not claim.note
    ]

    assert silent == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (TABLE + ROW.replace("works", "great"), "great"),
        (TABLE + ROW.replace("works", "missing"), "only a server"),
        (TABLE + ROW.replace('["r"]', "[]"), "no program"),
        (TABLE + ROW + 'colour = "red"', "colour"),
        (TABLE.replace('"none"', '"all"') + ROW, "all"),
        (TABLE + ROW.replace('name = "R"\n', ""), "name"),
    ],
)
def test_mistake_in_the_data_is_named(tmp_path, text, words):
    (tmp_path / "rows.toml").write_text(text)

    with pytest.raises(InvalidSupportDataError, match=words):
        read_tables(tmp_path / "rows.toml")
