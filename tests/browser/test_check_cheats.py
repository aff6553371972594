"""One of each of the twelve cheats in Chromium, where the same engine runs in workers; all variants of them, and every
kind of check: tests/checks/test_cheats.py."""

from playwright.sync_api import Page

from tests.browser.checking import Pool
from tests.browser.sessions import open_once
from tests.checks.cheats import CHEATS, RIGHT, exercise_for_cheats
from tests.checks.documents import program
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

    [right, *cheated] = pool.check_all(
        {**about, "files": program(RIGHT)}, *({**about, "files": cheat.files} for cheat in ONE_OF_EACH)
    )

    assert {verdict["state"] for verdict in right} == {"passed"}, right
    passed = {
        f"{cheat.name}, {cheat.variant}: {verdict['check']}"
        for cheat, verdicts in zip(ONE_OF_EACH, cheated, strict=True)
        for verdict in verdicts
        if verdict["state"] == "passed"
    }
    assert passed == set()
