"""Records what the solutions of the demo exercises do: `python -m tests.exercises.record_demo`.

Those that need packages of the browser are recorded in Chromium, and only with `--browser`: it takes a minute.
"""

import json
import sys
from typing import Any

from playwright.sync_api import sync_playwright

from bench.chromium import launch
from bench.server import Server
from exercises.demo_content import DemoExercise, demo_exercises
from tests.browser.checking import Pool
from tests.checks.interpreters import record
from tests.exercises.answers import needs_libraries

Data = dict[str, Any]


def recorded_here(exercise: DemoExercise) -> Data:
    """What is recorded under CPython. Raises ValueError when a check has a problem."""
    answer = record(exercise.document)
    if answer["problems"]:
        raise ValueError(f"{exercise.slug}: {answer['problems']}")
    return answer["recorded"]


def main() -> None:
    """Record all that can be recorded here, and the others where that is asked for."""
    exercises = demo_exercises()
    for exercise in exercises:
        if not needs_libraries(exercise):
            _keep(exercise, recorded_here(exercise))
    if "--browser" in sys.argv:
        _record_in_browser([exercise for exercise in exercises if needs_libraries(exercise)])


def _record_in_browser(exercises: list[DemoExercise]) -> None:
    with Server() as server, sync_playwright() as playwright:
        browser = launch(playwright)
        page = browser.new_page()
        page.goto(f"{server.school}/how-it-works/")
        pool = Pool(page, frame=f"{server.school.replace('demo.', 'run.')}/frame/open/")
        for exercise in exercises:
            _keep(exercise, pool.record(exercise.document))
        browser.close()


def _keep(exercise: DemoExercise, recorded: Data) -> None:
    """Write it, one check a line; nothing where the solution decides nothing."""
    path = exercise.recorded_path
    if not recorded:
        path.unlink(missing_ok=True)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = [f"  {json.dumps(check)}: {json.dumps(kept)}" for check, kept in recorded.items()]
    path.write_text("{\n" + ",\n".join(lines) + "\n}\n")


if __name__ == "__main__":
    main()
