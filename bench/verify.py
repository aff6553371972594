"""Verify all, as a teacher presses it: 30 students, 10 checks each, two frames. `make bench ARGS=verify`"""

import subprocess
import sys
import time

from playwright.sync_api import Page, sync_playwright

from bench.checks import CHECKS, SOLUTION, make_exercise
from bench.chromium import launch
from bench.server import PASSWORD, ROOT, Server
from bench.table import Row, print_rows
from tests.browser.workspace import sign_in, wait_until

STUDENTS = 30
LONGEST_WAIT = 300
# Runs in the server's environment, in a process of its own: this one knows no Django.
MAKE = """
import sys
from uuid import uuid4
from config.postgres import start_if_embedded
start_if_embedded()
import django
django.setup()
from django_tenants.utils import tenant_context
from accounts.models import User
from accounts.services import add_classroom, add_person, enrol
from exercises.document import digest
from exercises.models import Attempt, Exercise, Snapshot, Work
from projects.services import add_project
from schools.models import School
exercise_id, students, solution = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
with tenant_context(School.objects.get(slug="demo")):
    exercise = Exercise.objects.get(pk=exercise_id)
    classroom = add_classroom(name="Bench", teachers=[User.objects.get(username="teacher")])
    for number in range(students):
        student = add_person(username=f"bench{number}")
        enrol(student=student, classroom=classroom)
        project = add_project(owner=student, name="Bench")
        work = Work.objects.create(exercise=exercise, student=student, project=project)
        text = f"# {number}\\n{solution}"
        files = [{"path": "main.py", "text": text, "sha256": digest(text)}]
        snapshot = Snapshot.objects.create(work=work, sha256=digest(files), files=files, size=len(text))
        visible = {check["id"]: "passed" for check in exercise.published.document["checks"]}
        Attempt.objects.create(work=work, snapshot=snapshot, version=exercise.published, results=visible,
                               score=1.0, passed=True, nonce=uuid4().hex)
    print(exercise.collection_id)
"""
WATCH = """() => {
  window.tasks = [0];
  new PerformanceObserver((list) => window.tasks.push(...list.getEntries().map(({ duration }) => duration)))
    .observe({ type: "longtask" });
}"""


def main() -> None:
    """Measure and print."""
    with Server() as server, sync_playwright() as playwright:
        browser = launch(playwright)
        page = browser.new_page()
        sign_in(page, server.school, "teacher", PASSWORD)
        page.goto(f"{server.school}/admin/exercises/collection/{make_class(server)}/progress/")
        print_rows("Verify all", rows(page))
        browser.close()


def make_class(server: Server) -> int:
    """A class of the teacher in which everybody has solved the exercise, each in her own file. Gives the collection."""
    environment = {**server.environment, "DJANGO_SETTINGS_MODULE": "config.settings.development"}
    command = [sys.executable, "-c", MAKE, str(make_exercise(server)), str(STUDENTS), SOLUTION]
    done = subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True, text=True)
    return int(done.stdout.split()[-1])


def rows(page: Page) -> list[Row]:
    """From the click until all are verified, Python's first start included."""
    page.evaluate(WATCH)
    status, done = page.locator("[data-status]"), f"{STUDENTS} of {STUDENTS} verified."
    began = time.monotonic()
    page.get_by_role("button", name="Verify all").click()
    wait_until(lambda: status.inner_text() == done, seconds=LONGEST_WAIT, what="everything is verified")
    seconds = time.monotonic() - began
    passed = page.get_by_role("link", name=f"Verified: {CHECKS} of {CHECKS} checks passed").count()
    assert passed == STUDENTS, passed
    return [
        Row(f"{STUDENTS} students, {CHECKS} checks each", seconds, "s", 20),
        Row("longest task of the page", max(page.evaluate("window.tasks")), "ms", 100),
    ]


if __name__ == "__main__":
    main()
