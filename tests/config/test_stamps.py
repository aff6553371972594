"""A step of the set-up is done again when its inputs changed, and only then."""

from config.paths import BASE_DIR
from config.setup import stamps
from config.setup.stamps import fingerprint, is_done, mark_done


def test_fingerprint_follows_content_and_words(tmp_path):
    file = tmp_path / "lock"
    file.write_text("one")
    before = fingerprint([file])

    file.write_text("two")

    assert before != fingerprint([file])
    assert fingerprint([file], "3.11") != fingerprint([file], "3.12")


def test_fingerprint_is_the_same_after_the_project_was_moved(tmp_path, monkeypatch):
    here = BASE_DIR / "package.json"
    there = tmp_path / "package.json"
    there.write_bytes(here.read_bytes())
    before = fingerprint([here])

    monkeypatch.setattr(stamps, "BASE_DIR", tmp_path)

    assert fingerprint([there]) == before


def test_step_is_done_with_the_inputs_that_it_left(tmp_path):
    stamp = tmp_path / "folder" / ".done"
    assert not is_done(stamp, "a")

    mark_done(stamp, "a")

    assert is_done(stamp, "a")
    assert not is_done(stamp, "b")
