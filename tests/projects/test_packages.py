"""Looking packages up and locking them: the real resolver over wheels that the tests make. Nothing outside is asked."""

import base64
import os
import subprocess
import threading
from pathlib import Path

import pytest

from projects.requirements import locking
from projects.requirements.errors import BusyError, IndexAwayError, RequirementsError
from projects.requirements.index import PackageIndex, package_index, read_pip_config
from projects.requirements.limits import WHEEL_BYTES
from projects.requirements.lock import read_lock, write_lock
from runtime_static import wheels as store
from runtime_static.wheels import wheel_path
from tests.projects.packages import make_simple_index, make_wheel, serve_index, sha256


def versions(text: str, earlier: str = "") -> dict[str, str]:
    return locking.make_lock(text, earlier).versions


def refusal(text: str) -> str:
    with pytest.raises(RequirementsError) as caught:
        locking.make_lock(text, "")
    sentence = str(caught.value)
    assert sentence.isprintable()
    assert sentence[-1] in ".?"
    return sentence


def test_wheels_are_found_with_what_they_need(index):
    cow = make_wheel(index, "cow", "6.1", needs=["moo>=1", "never; sys_platform == 'win32'"])
    make_wheel(index, "cow", "6.0")
    moo = make_wheel(index, "moo", "1.2")

    lock = locking.make_lock("Cow  # says moo\n", "")

    assert lock.versions == {"cow": "6.1", "moo": "1.2"}
    assert {wheel.name: wheel.sha256 for wheel in lock.wheels} == {"cow": sha256(cow), "moo": sha256(moo)}
    assert wheel_path(sha256(cow)).read_bytes() == cow.read_bytes()
    assert [wheel.size for wheel in lock.wheels] == [cow.stat().st_size, moo.stat().st_size]
    assert lock.runtime == "Pyodide 314.9.9"


def test_markers_are_those_of_a_browser(index):
    make_wheel(index, "here")
    text = (
        'here; sys_platform == "emscripten" and python_version >= "3.14"\nelsewhere; sys_platform == "linux"'
    )

    assert versions(text) == {"here": "1.0"}


def test_packages_of_the_server_are_used_as_they_are(index):
    make_wheel(index, "charts", needs=["tables>=2", "colours"])
    make_wheel(index, "tables", "9.0")
    make_wheel(index, "colours", "9.0")

    lock = locking.make_lock("charts\nsums", "")

    assert [(one.name, one.version) for one in lock.served] == [
        ("colours", "1.5"),
        ("sums", "3.0"),
        ("tables", "2.4.3"),
    ]
    assert [wheel.name for wheel in lock.wheels] == ["charts"]


def test_a_pure_package_of_the_server_gives_way_to_the_version_that_is_asked_for(index):
    make_wheel(index, "colours", "9.0")

    lock = locking.make_lock("colours>=2", "")

    assert (lock.versions, [wheel.name for wheel in lock.wheels]) == ({"colours": "9.0"}, ["colours"])


def test_extras_of_a_served_package_are_known(index):
    make_wheel(index, "extra-thing")

    assert versions("tables[more]") == {"tables": "2.4.3", "extra-thing": "1.0"}


def test_locked_versions_come_back_next_year(index):
    make_wheel(index, "cow", "6.1")
    first = write_lock(locking.make_lock("cow", ""))
    make_wheel(index, "cow", "7.0")
    make_wheel(index, "moo", "1.0", needs=["cow"])
    locking._remembered.clear()

    assert versions("cow\nmoo", first) == {"cow": "6.1", "moo": "1.0"}
    assert versions("cow\nmoo") == {"cow": "7.0", "moo": "1.0"}
    assert versions("cow>=7", first) == {"cow": "7.0"}


def test_a_locked_file_comes_back_where_a_version_has_two(index):
    old = make_wheel(index, "cow", "6.1", tag="py2.py3-none-any")
    first = write_lock(locking.make_lock("cow", ""))
    make_wheel(index, "cow", "6.1", {"cow.py": "NEW = 1\n"})
    locking._remembered.clear()

    lock = locking.make_lock("cow # again", first)

    assert [wheel.sha256 for wheel in lock.wheels] == [sha256(old)]


def test_a_hostile_lock_changes_nothing(index):
    make_wheel(index, "cow", "6.1")
    earlier = "# requirements: x\n--index-url https://evil.example/\ncow @ https://evil.example/cow.whl\n"

    assert versions("cow", earlier) == {"cow": "6.1"}


def test_the_same_question_is_answered_from_memory(index):
    wheel = make_wheel(index, "cow")
    asked: list[int] = []
    first = locking.make_lock("cow", "", before=lambda: asked.append(1))
    (index / wheel.name).unlink()

    again = locking.make_lock("# for all of the class\ncow", "", before=lambda: asked.append(1))

    assert (again, asked) == (first, [1])


def test_one_look_up_at_a_time(index):
    make_wheel(index, "cow")
    inside, leave = threading.Event(), threading.Event()

    def wait() -> None:
        inside.set()
        leave.wait(30)

    thread = threading.Thread(target=lambda: locking.make_lock("cow", "", before=wait))
    thread.start()
    assert inside.wait(30)
    with pytest.raises(BusyError):
        locking.make_lock("cow", "")
    leave.set()
    thread.join()

    assert versions("cow") == {"cow": "1.0"}


def test_a_lost_wheel_is_fetched_again_by_version_and_hash(index):
    wheel = make_wheel(index, "cow", "6.1")
    lock = locking.make_lock("cow", "")
    make_wheel(index, "cow", "7.0")
    wheel_path(sha256(wheel)).unlink()

    locking.fetch_missing(lock)

    assert wheel_path(sha256(wheel)).is_file()


def test_a_lost_wheel_that_the_index_has_changed_is_not_replaced(index):
    wheel = make_wheel(index, "cow", "6.1")
    lock = locking.make_lock("cow", "")
    wheel_path(sha256(wheel)).unlink()
    make_wheel(index, "cow", "6.1", {"cow.py": "EVIL = 1\n"})

    with pytest.raises(RequirementsError, match="not on the package index any more"):
        locking.fetch_missing(lock)


# What cannot be had.


def test_a_misspelt_name_gets_a_suggestion(index):
    assert refusal("tabels") == "There is no package named tabels on the package index. Did you mean tables?"
    assert refusal("qqqqqq") == "There is no package named qqqqqq on the package index. Is it spelt right?"
    assert "Did you mean beautifulsoup4?" in refusal("bs4")


def test_what_is_only_compiled_is_named_with_who_needs_it(index):
    make_wheel(index, "fast", tag="cp314-cp314-manylinux_2_28_x86_64")
    make_wheel(index, "middle", needs=["fast"])
    make_wheel(index, "charts", needs=["middle"])

    assert refusal("fast").startswith("fast has no pure-Python wheel, and this server does not bring it")
    assert refusal("charts").startswith("charts needs fast, which has no pure-Python wheel")


def test_what_only_a_source_archive_has_is_never_built(index, tmp_path):
    trap = tmp_path / "ran"
    setup = f"import pathlib\npathlib.Path({str(trap)!r}).touch()\n"
    setup += "from setuptools import setup\nsetup(name='trap', version='1.0')\n"
    folder = tmp_path / "trap-1.0"
    folder.mkdir()
    (folder / "setup.py").write_text(setup)
    subprocess.run(
        ["tar", "czf", str(index / "trap-1.0.tar.gz"), "-C", str(tmp_path), "trap-1.0"], check=True
    )

    assert "no pure-Python wheel" in refusal("trap")
    assert not trap.exists()


def test_what_works_instead_is_said(index):
    make_wheel(index, "tensorflow", tag="cp314-cp314-manylinux_2_28_x86_64")
    make_wheel(index, "psycopg")

    assert refusal("tensorflow").endswith("scikit-learn works here for machine learning.")
    assert refusal("psycopg").startswith("psycopg cannot work in a browser.")


def test_a_version_that_is_not_there_names_one_that_is(index):
    make_wheel(index, "cow", "6.1")

    assert refusal("cow==99") == (
        "No version of cow that can run here fits “cow==99”; the newest that works here is 6.1."
    )


def test_another_version_of_a_served_package_is_refused(index):
    make_wheel(index, "old", needs=["tables<2"])

    assert "this server has tables 2.4.3: write tables without a version" in refusal("tables==1.26")
    assert refusal("old") == "old needs tables<2, and this server has tables 2.4.3."


def test_packages_for_newer_pythons_say_so(index):
    make_wheel(index, "coming", python=">=4")

    assert refusal("coming") == "coming is not made for Python 3.14, which runs in browsers here."


def test_versions_that_contradict_each_other_say_so(index):
    make_wheel(index, "left", needs=["cow<2"])
    make_wheel(index, "right", needs=["cow>=2"])
    make_wheel(index, "cow", "1.0")
    make_wheel(index, "cow", "2.0")

    sentence = refusal("left\nright")
    assert "left needs cow<2" in sentence
    assert "right needs cow>=2" in sentence
    assert "do not fit together" in refusal("cow==1\ncow==2")


def test_a_wheel_with_compiled_code_inside_is_refused(index):
    make_wheel(index, "liar", files={"liar/fast.so": "x"})

    assert refusal("liar") == "liar holds compiled code, which a browser cannot use."
    assert not list(Path(store.draft_folder()).iterdir())


def test_a_wheel_that_is_too_large_is_refused(index):
    make_wheel(index, "huge", files={"huge.bin": os.urandom(WHEEL_BYTES + 1000)})

    assert "larger than 20 MB" in refusal("huge")
    assert not list(Path(store.draft_folder()).iterdir())


# Where packages come from.


def test_an_index_over_http_is_asked_and_its_password_stays_secret(index, tmp_path, settings, caplog):
    wheel = make_wheel(tmp_path / "web", "cow")
    make_simple_index(tmp_path / "web", [wheel])
    with serve_index(tmp_path / "web") as (address, asked):
        settings.PYTHON_PACKAGE_INDEX = address.replace("//", "//user:sesame@")
        assert versions("cow") == {"cow": "1.0"}
        assert "no package named moo" in refusal("moo")
        assert f"/{wheel.name}" in asked
    with pytest.raises(IndexAwayError) as caught:
        locking.make_lock("dog", "")
    assert "sesame" not in str(caught.value)


def test_a_file_that_is_not_the_one_of_the_index_is_refused(index, tmp_path, settings):
    wheel = make_wheel(tmp_path / "web", "cow")
    make_simple_index(tmp_path / "web", [wheel], lies=True)
    with serve_index(tmp_path / "web") as (address, _):
        settings.PYTHON_PACKAGE_INDEX = address
        assert "not the file that the package index lists" in refusal("cow")
    assert not list((Path(settings.DATA_DIR) / "wheels").glob("??/*"))


def test_without_installs_only_the_servers_own_packages_are_found(index, settings):
    make_wheel(index, "cow")
    settings.PACKAGE_INSTALLS = False

    assert versions("tables\ncolours") == {"tables": "2.4.3", "colours": "1.5"}
    assert refusal("cow").startswith(
        "cow is not among the packages of this server, and it installs no others."
    )


def test_nothing_of_ours_goes_to_the_resolver(monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "sesame")
    monkeypatch.setenv("UV_INDEX", "https://evil.example/")

    given = PackageIndex(main="https://mirror.example/simple").environment()

    assert "sesame" not in given.values()
    assert not {"SECRET_KEY", "DATABASE_URL", "UV_INDEX"} & given.keys()
    assert given["UV_DEFAULT_INDEX"] == "https://mirror.example/simple"


def test_files_are_taken_over_https_or_the_ways_of_the_operators_own_addresses():
    assert not PackageIndex().allows("file:///etc/passwd")
    assert not PackageIndex().allows("http://mirror.example/x.whl")
    assert not PackageIndex().allows("ftp://mirror.example/x.whl")
    assert PackageIndex().allows("https://mirror.example/x.whl")
    assert PackageIndex(main="http://mirror.example/simple").allows("http://mirror.example/x.whl")
    assert PackageIndex(folders=("/srv/wheels",)).allows("file:///srv/wheels/x.whl")


def test_pip_is_asked_for_its_index_where_none_is_set(settings, monkeypatch, tmp_path):
    from projects.requirements import index as module

    config = tmp_path / "pip.conf"
    config.write_text(
        "[global]\nindex-url = https://mirror.example/simple\nextra-index-url =\n    https://a.example\n    https://b.example\n"
    )
    monkeypatch.setenv("PIP_CONFIG_FILE", str(config))
    monkeypatch.setenv("PIP_NO_INDEX", "0")
    settings.PYTHON_PACKAGE_INDEX = ""
    module._configured_for_pip.cache_clear()
    try:
        found = package_index()
    finally:
        module._configured_for_pip.cache_clear()

    assert (found.main, found.offline) == ("https://mirror.example/simple", False)
    assert {"https://a.example", "https://b.example"} <= set(found.extra)


def test_the_environment_wins_over_pips_files():
    listing = ":env:.index-url='https://c.example'\nglobal.index-url='https://a.example'\ninstall.index-url='https://b.example'\n"

    assert read_pip_config(listing) == {"index-url": "https://c.example"}


def test_a_password_of_the_index_goes_to_its_own_host_only():
    from projects.requirements.fetching import _request

    own = _request("https://mirror.example/x.whl", "https://user:se%20same@mirror.example/simple")
    other = _request("https://files.example/x.whl#sha256=0", "https://user:sesame@mirror.example/simple")

    assert own.get_header("Authorization") == f"Basic {base64.b64encode(b'user:se same').decode()}"
    assert other.get_header("Authorization") is None
    assert other.full_url == "https://files.example/x.whl"


def test_the_store_lets_the_longest_unused_go(index, monkeypatch):
    hashes = []
    for number in range(4):
        make_wheel(index, f"p{number}", files={"x.bin": os.urandom(1000)})
        hashes.append(locking.make_lock(f"p{number}", "").wheels[0].sha256)
        os.utime(wheel_path(hashes[-1]), (1000 + number, 1000 + number))
    assert store.missing_wheels(hashes[:1]) == []  # used again just now
    kept_bytes = sum(wheel_path(hashes[number]).stat().st_size for number in (0, 3))

    last = make_wheel(index, "last", files={"x.bin": os.urandom(1000)})
    monkeypatch.setattr(store, "STORE_BYTES", kept_bytes + last.stat().st_size)
    kept = locking.make_lock("last", "").wheels[0].sha256

    assert set(store.missing_wheels([*hashes, kept])) == set(hashes[1:3])


def test_a_lock_survives_its_way_through_the_browser(index):
    make_wheel(index, "cow")
    lock = locking.make_lock("cow\ntables", "")

    assert read_lock(write_lock(lock)) == lock
