"""requirements.txt and requirements.lock as text: what is read, what is refused. The browser reads the same cases."""

import json
from pathlib import Path

import pytest

from projects.requirements.errors import RequirementsError
from projects.requirements.limits import LINES
from projects.requirements.lines import fingerprint, read_requirements, requirement_lines
from projects.requirements.lock import Lock, LockedPackage, LockedWheel, read_lock, write_lock

CASES = json.loads((Path(__file__).parent / "requirements.json").read_text())
HASH = "a" * 64
HEAD = f"# requirements: {'b' * 64}\n# runtime: Pyodide 314.9.9\n"


@pytest.mark.parametrize("case", CASES["lines"], ids=lambda case: repr(case["text"]))
def test_lines_are_those_that_ask_for_something(case):
    assert requirement_lines(case["text"]) == case["lines"]


@pytest.mark.parametrize("case", CASES["fingerprints"])
def test_fingerprint_ignores_comments_only(case):
    assert fingerprint(case["text"]) == fingerprint(case["same"]) != fingerprint(case["other"])


def test_fingerprint_is_the_one_that_the_browser_makes():
    assert fingerprint("cowsay # moo") == "05b720a1bc16213a47d31658216ab67d6d088cff6dfdb57bd553a0449f1cbdc9"


@pytest.mark.parametrize(
    "line",
    [
        "cowsay",
        "cowsay==6.1",
        "Rich >= 13, < 15",
        "pandas[excel]",
        "tqdm~=4.0",
        'rich; python_version > "3.9"',
    ],
)
def test_what_pip_understands_is_understood(line):
    (requirement,) = read_requirements(line)

    assert requirement.name in line


@pytest.mark.parametrize(
    ("line", "part"),
    [
        ("--index-url https://evil.example/simple", "is an option of pip"),
        ("-r /etc/passwd", "is an option of pip"),
        ("-e .", "is an option of pip"),
        ("--find-links=/etc", "is an option of pip"),
        ("cowsay --hash=sha256:00", "is not the name of a package"),
        ("cowsay --index-url https://evil.example", "is an address or a file"),
        ("git+https://evil.example/x.git", "is an address or a file"),
        ("https://evil.example/x-1.0-py3-none-any.whl", "is an address or a file"),
        ("x @ https://evil.example/x.whl", "is an address or a file"),
        ("x @ file:///etc/passwd", "is an address or a file"),
        ("/etc/passwd", "is an address or a file"),
        ("../x", "is an address or a file"),
        ("./x.whl", "is an address or a file"),
        ("C:\\x.whl", "is an address or a file"),
        ("x.tar.gz", "is an address or a file"),
        ("co\0wsay", "cannot be read"),
        ("cow\u202esay", "cannot be read"),
        ("cow\u2028say", "cannot be read"),
        ("cow\x1b[31msay", "cannot be read"),
        ("c" * 300, "cannot be read"),
        ("cowsay=6.1", "two equals signs: cowsay==6.1"),
        ("import numpy", "only the name of the package, numpy"),
        ("pip install rich", "only the name of the package, rich"),
        ("python -m pip install rich", "only the name of the package, rich"),
        ("<script>alert(1)</script>", "is not the name of a package"),
        ("cowsay \\", "is not the name of a package"),
        ("$(reboot)", "is not the name of a package"),
        ("`id`", "is not the name of a package"),
        ("; rm -rf /", "is not the name of a package"),
        ("random", "comes with Python"),
        ("Tkinter", "comes with Python"),
    ],
)
def test_everything_else_is_refused_in_one_sentence(line, part):
    with pytest.raises(RequirementsError, match=part) as caught:
        read_requirements(f"# first\n{line}\n")

    assert str(caught.value).isprintable()
    assert str(caught.value).endswith(".")
    assert len(str(caught.value)) < 250


def test_amounts_are_limited():
    with pytest.raises(RequirementsError, match=f"{LINES} packages at most"):
        read_requirements("a\n" * (LINES + 1))
    with pytest.raises(RequirementsError, match="characters at most"):
        read_requirements("#" * 100_000)


def test_lock_is_read_as_it_was_written():
    wheels = (LockedWheel("zebra", "1.0+x", HASH, 12), LockedWheel("ape", "2!1.0rc1", HASH, 99_999))
    lock = Lock("b" * 64, "Pyodide 314.0.3", wheels, (LockedPackage("numpy", "2.4.3"),))

    text = write_lock(lock)
    again = read_lock(text)

    assert again is not None
    assert {*again.wheels} == {*lock.wheels}
    assert (again.served, again.made_from, again.runtime) == (lock.served, lock.made_from, lock.runtime)
    assert [line.split("==")[0] for line in text.splitlines() if line[0] != "#"] == ["ape", "numpy", "zebra"]


def test_lock_can_be_read_by_pip():
    lock = Lock("b" * 64, "Pyodide 314.0.3", (LockedWheel("cowsay", "6.1", HASH, 12),))

    requirements = [line.partition(" ")[0] for line in write_lock(lock).splitlines() if line[0] != "#"]

    assert [str(one) for one in read_requirements("\n".join(requirements))] == ["cowsay==6.1"]


@pytest.mark.parametrize("case", CASES["locks"], ids=lambda case: case["name"])
def test_lock_of_another_shape_is_no_lock(case):
    text = (HEAD if case["head"] else "") + case["body"].replace("HASH", HASH)

    lock = read_lock(text.replace("\n", "\r\n") if case.get("crlf") else text)

    if case["wheels"] is None:
        assert lock is None
    else:
        assert lock is not None
        assert [wheel.name for wheel in lock.wheels] == case["wheels"]
        assert [package.name for package in lock.served] == case["served"]
