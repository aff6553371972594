"""Verify all and Regrade in Chromium: cheats, honest attempts, runs that are left, differences of scores."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

from django.utils.text import slugify
from playwright.sync_api import Locator, Page, expect

from assessment.models import Batch, Verdict
from assessment.queries import verified_results
from exercises.models import Attempt, Collection, Exercise
from exercises.services.documents import document_of, replace_document
from tests import factories
from tests.browser.sessions import enter
from tests.browser.test_accessibility import violations
from tests.browser.workspace import wait_until
from tests.checks.cheats import CHEATS, HONEST, RIGHT, WRONG, Cheat, exercise_for_cheats
from tests.checks.interpreters import record
from tests.live import LiveSite

SECONDS = 1_000
RUN = 240 * SECONDS
CHECK = {"weight": 1, "message": "", "show": "verdict", "hidden": False, "name": ""}
VISIBLE = ("output", "function", "unittest")


def exercise_in(collection: Collection) -> tuple[Exercise, dict[str, Any]]:
    """One check of each kind that runs the program; most of them are hidden from students."""
    checks = [
        {**CHECK, **check, "name": check["id"], "hidden": check["id"] not in VISIBLE}
        for check in exercise_for_cheats()["checks"]
    ]
    document = {**exercise_for_cheats(), "title": "Area", "checks": checks}
    made = factories.exercise(collection.author, collection, **document)
    factories.published(made, record(document_of(made))["recorded"])
    return made, {check["id"]: check for check in checks}


class Class:
    """A teacher, her class, and the collection that it works on."""

    def __init__(self, name: str) -> None:
        name = f"{name} {uuid4().hex[:8]}"  # a live server keeps what an earlier try has made
        self.teacher = factories.teacher(name.replace(" ", "-"))
        self.classroom = factories.classroom(self.teacher, name=name)
        self.collection = Collection.objects.create(
            title=name, slug=slugify(name), author=self.teacher, published=True
        )
        self.progress = f"/admin/exercises/collection/{self.collection.pk}/progress/"

    def attempt(self, exercise: Exercise, text: str, **results: str) -> Attempt:
        """A new student's, reported as given."""
        student = factories.student()
        self.classroom.students.add(student)
        return factories.attempt(factories.work(exercise, student), text, **results)


def reported(state: str = "passed") -> dict[str, str]:
    """What a student's browser says of the visible checks; whoever posts by hand says the same."""
    return dict.fromkeys(VISIBLE, state)


def one_of_each() -> list[Cheat]:
    """The first variant of each cheat; under CPython all of them are tried (`tests/checks/test_cheats.py`)."""
    return list({cheat.name: cheat for cheat in reversed(CHEATS)}.values())


def status_of(page: Page) -> Locator:
    """Where the page says how far the run is."""
    return page.locator("[data-status]")


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def test_no_cheat_is_verified(page: Page, live: LiveSite, figure: Callable[[str], None]) -> None:
    school = Class("cheats")
    exercise, _ = exercise_in(school.collection)
    cheats: dict[int, Cheat] = {}
    for cheat in one_of_each():
        attempt = school.attempt(exercise, cheat.files[0]["text"], **reported())
        cheats[attempt.pk] = cheat
    honest = [
        school.attempt(exercise, RIGHT, **reported()),
        school.attempt(exercise, f"{HONEST}{WRONG}", **reported("failed")),
    ]
    enter(page.context, live, school.teacher)
    page.goto(live.school() + school.progress)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    isolated = page.evaluate("crossOriginIsolated")

    press(page, "Verify all")
    expect(status_of(page)).to_have_text(f"{len(cheats) + 2} of {len(cheats) + 2} verified.", timeout=RUN)

    verdicts = {one.attempt_id: one for one in Verdict.objects.filter(batch__started_by=school.teacher)}
    outside = [
        (f"{cheat.name}, {cheat.variant}", result["check"])
        for pk, cheat in cheats.items()
        for result in verdicts[pk].results
        if result["state"] == "passed" and result["trust"] == "outside"
    ]
    beside = [
        f"{cheat.name}, {cheat.variant}"
        for pk, cheat in cheats.items()
        for result in verdicts[pk].results
        if result["state"] == "passed" and result["trust"] == "beside"
    ]
    figure(
        f"verified cheats: {len(outside)} of {len(cheats)} where the comparison is outside, "
        f"{len(beside)} of {len(cheats)} beside the code"
    )
    assert isolated
    assert outside == []
    assert beside == []
    assert [(verdicts[one.pk].passed, verdicts[one.pk].disagrees) for one in honest] == [
        (10, False),
        (0, False),
    ]
    assert not [url for url in asked if "localhost" not in url]


def test_a_run_is_left_resumed_and_cancelled_and_a_regrade_counts_when_published(
    page: Page, live: LiveSite
) -> None:
    school = Class("runs")
    exercise = factories.exercise(school.teacher, school.collection, "Double")
    factories.published(exercise)
    right = "print(2 * int(input()))\n"
    attempts = [school.attempt(exercise, f"# {number}\n{right}", two="passed") for number in range(12)]
    forged = school.attempt(exercise, "print(4)\n", two="passed")
    enter(page.context, live, school.teacher)
    page.goto(live.school() + school.progress)
    made = Verdict.objects.filter(batch__started_by=school.teacher, made_at__isnull=False)

    press(page, "Verify all")
    wait_until(made.exists, seconds=120, what="the first verdicts")
    page.reload()
    expect(status_of(page)).to_contain_text("A run was interrupted")
    left = set(made.values_list("pk", "made_at"))
    press(page, "Verify all")
    wait_until(lambda: made.count() > len(left), seconds=120, what="more verdicts")
    press(page, "Cancel")
    expect(status_of(page)).to_have_text("Cancelled. What was verified is kept.", timeout=60 * SECONDS)
    kept = set(made.values_list("pk", "made_at"))
    page.get_by_role("button", name="Verify all").focus()
    page.keyboard.press("Enter")
    expect(status_of(page)).to_contain_text(" verified.", timeout=RUN)

    assert left < kept < set(made.values_list("pk", "made_at"))
    assert sorted(made.values_list("attempt", flat=True)) == sorted(one.pk for one in [*attempts, forged])
    assert [one.cancelled_at is None for one in Batch.objects.filter(started_by=school.teacher)] == [
        True,
        False,
    ]
    assert page.get_by_role("link", name="Verified: 2 of 2 checks passed").count() == 12
    assert Verdict.objects.get(attempt=forged).passed == 1, "the hidden check finds it out"

    document = document_of(exercise)
    document["checks"][0]["output"] = "5\n"
    replace_document(exercise=exercise, document=document)
    factories.published(exercise)
    student = attempts[0].work.student
    press(page, "Regrade")
    page.wait_for_url("**/assessment/batch/*/", timeout=RUN)
    before = verified_results(student, [exercise.pk])[exercise.pk].passed
    draft = page.locator("tr[data-direction=down]").count()
    barriers = violations(page)
    press(page, "Publish")
    page.get_by_text("The new scores count now").wait_for()

    assert (before, draft) == (2, 13)
    assert verified_results(student, [exercise.pk])[exercise.pk].passed == 1
    page.goto(live.school() + school.progress)
    barriers += violations(page)
    wide = page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    page.get_by_role("link", name="1 of 2 checks passed").first.click()
    barriers += violations(page)
    assert not barriers, "\n".join(barriers)
    assert not wide, "the table scrolls, the page does not"
