"""Check, as a student presses it: from the click to the last of ten verdicts on the page. `make bench ARGS=checks`"""

import json
import statistics
import subprocess
import sys
import time
from typing import Any

from playwright.sync_api import Page, sync_playwright

from bench.chromium import launch
from bench.server import PASSWORD, ROOT, Server
from bench.table import Row, print_rows
from tests.browser.workspace import Workspace, sign_in, wait_until

ROUNDS = 9
CHECKS = 10
# Runs in the server's environment, in a process of its own: this one knows no Django.
MAKE = """
import json, sys
from config.postgres import start_if_embedded
start_if_embedded()
import django
django.setup()
from django_tenants.utils import tenant_context
from exercises.document import validate
from exercises.document import digest
from exercises.models import Collection
from exercises.services import publish, store_document, store_trial
from exercises.services.documents import document_of
from schools.models import School
document, problems = validate(json.loads(sys.argv[1]))
assert not problems, problems
with tenant_context(School.objects.get(slug="demo")):
    collection = Collection.objects.create(title="Bench", slug="bench", published=True)
    exercise = store_document(author=None, document=document, collection=collection)
    states = [{check["id"]: state for check in document["checks"]} for state in ("passed", "failed")]
    sha256 = digest(document_of(exercise))
    store_trial(exercise=exercise, sha256=sha256, solution=states[0], starter=states[1], recorded={})
    publish(exercise=exercise, by=None)
    print(exercise.pk)
"""
SOLUTION = "def double(n):\n    return 2 * n\n\nprint(double(int(input('Number? '))))\n"
# Clicks Check; resolves with milliseconds until every item of the list has a verdict.
CHECK = """() => new Promise((resolve) => {
  const list = document.querySelector('[data-checks]');
  const ended = new Set(['passed', 'failed', 'error']);
  const began = performance.now();
  document.querySelector('[data-check]').click();
  const seen = new MutationObserver(() => {
    const states = [...list.children].map((item) => item.dataset.state);
    if (!states.every((state) => ended.has(state))) return;
    seen.disconnect();
    resolve({ time: performance.now() - began, passed: states.filter((state) => state === 'passed').length });
  });
  seen.observe(list, { subtree: true, childList: true, attributes: true });
})"""


def main() -> None:
    """Measure and print."""
    with Server() as server, sync_playwright() as playwright:
        browser = launch(playwright)
        page = browser.new_page()
        sign_in(page, server.school, "student", PASSWORD)
        page.goto(f"{server.school}/exercises/{make_exercise(server)}/")
        workspace = Workspace(page)
        workspace.wait_ready()
        workspace.write(SOLUTION)
        workspace.wait_saved()
        print_rows("Checks", rows(page))
        browser.close()


def document_of_ten() -> dict[str, object]:
    """An exercise with ten checks, half of the program and half of a function."""
    runs: list[dict[str, Any]] = [
        {"kind": "output", "input": f"{n}\n", "output": f"{2 * n}\n"} for n in range(CHECKS // 2)
    ]
    calls: list[dict[str, Any]] = [
        {"kind": "function", "input": "1\n", "cases": [{"call": f"double({n})", "gives": str(2 * n)}]}
        for n in range(CHECKS // 2)
    ]
    checks = [{"id": f"check-{at}", "name": f"Check {at}", **one} for at, one in enumerate([*runs, *calls])]
    return {
        "title": "Double",
        "text": "Double a number.",
        "starter": [{"path": "main.py", "text": "# your program\n"}],
        "solution": [{"path": "main.py", "text": SOLUTION}],
        "checks": checks,
    }


def make_exercise(server: Server) -> int:
    """The exercise, published. Gives its id."""
    environment = {**server.environment, "DJANGO_SETTINGS_MODULE": "config.settings.development"}
    command = [sys.executable, "-c", MAKE, json.dumps(document_of_ten())]
    done = subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True, text=True)
    return int(done.stdout.split()[-1])


def rows(page: Page) -> list[Row]:
    """The first Check of a page, and those after it."""
    times = [_check(page) for _ in range(ROUNDS)]
    return [
        Row("Check, 10 checks, the first on a page", times[0], "ms"),
        Row("Check, 10 checks, Python ready", statistics.median(times[1:]), "ms", 300, f"of {ROUNDS - 1}"),
        Row("  slowest", max(times[1:]), "ms"),
    ]


def _check(page: Page) -> float:
    time.sleep(3)  # the next interpreter is ready by then
    button = page.get_by_role("button", name="Check", exact=True)
    wait_until(button.is_enabled, seconds=30, what="Check can be pressed")
    measured: dict[str, float] = page.evaluate(CHECK)
    assert measured["passed"] == CHECKS, measured
    return measured["time"]


if __name__ == "__main__":
    main()
