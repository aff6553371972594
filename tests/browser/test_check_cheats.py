"""In Chromium, where the same engine runs in workers: one of each of the twelve cheats, and a program that looks at
frames for good reasons. All variants of the cheats, and every kind of check: tests/checks/test_cheats.py."""

from playwright.sync_api import Page

from tests.browser.checking import Pool
from tests.browser.sessions import open_once
from tests.checks.cheats import CHEATS, RIGHT, exercise_for_cheats
from tests.checks.documents import exercise, program
from tests.checks.test_unittest_checks import LIBRARIES, TESTS
from tests.live import LiveSite

KINDS = ("output", "function", "unittest")
ONE_OF_EACH = list({cheat.name: cheat for cheat in CHEATS}.values())
DEFAULTS = {"name": "", "weight": 1, "message": "", "hidden": False, "show": "all"}


def test_no_cheat_passes(one_page: Page, live: LiveSite) -> None:
    open_once(one_page, live)
    pool = Pool(one_page, frames=2)
    document = exercise_for_cheats()
    document["checks"] = [{**DEFAULTS, **check} for check in document["checks"] if check["id"] in KINDS]
    recorded = pool.record(document)
    about = {"document": document, "recorded": recorded}

    tests = exercise({**DEFAULTS, "kind": "unittest", "file": "t.py", "seconds": 5}, tests={"t.py": TESTS})

    [right, libraries, *cheated] = pool.check_all(
        {**about, "files": program(RIGHT)},
        {"document": tests, "files": program(LIBRARIES)},
        *({**about, "files": cheat.files} for cheat in ONE_OF_EACH),
    )

    assert {verdict["state"] for verdict in right} == {"passed"}, right
    assert [verdict["state"] for verdict in libraries] == ["passed"], libraries
    passed = {
        f"{cheat.name}, {cheat.variant}: {verdict['check']}"
        for cheat, verdicts in zip(ONE_OF_EACH, cheated, strict=True)
        for verdict in verdicts
        if verdict["state"] == "passed"
    }
    assert passed == set()
