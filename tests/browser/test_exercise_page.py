"""An exercise as a student does it: she reads, runs, checks, takes hints, looks back, passes."""

import re

import pytest
from playwright.sync_api import BrowserContext, Locator, Page

from accounts.models import User
from exercises.models import Attempt, Exercise
from tests import factories
from tests.browser.sessions import enter
from tests.browser.test_accessibility import violations
from tests.browser.workspace import Workspace, wait_until
from tests.live import LiveSite

RIGHT = "n = int(input('Number? '))\nprint(2 * n)\n"
WRONG = "n = int(input('Number? '))\nprint(3 * n)\n"


class ExercisePage(Workspace):
    """The workspace of an exercise, with Python loaded."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.check_button = page.get_by_role("button", name="Check", exact=True)
        self.checks = page.get_by_role("list", name="Checks")

    @classmethod
    def enter(cls, page: Page, live: LiveSite, exercise: Exercise) -> "ExercisePage":
        page.goto(f"{live.school()}/exercises/{exercise.pk}/")
        opened = cls(page)
        opened.wait_open()
        opened.wait_ready()
        return opened

    @property
    def items(self) -> list[str]:
        return self.checks.get_by_role("listitem").all_inner_texts()

    def item(self, name: str) -> Locator:
        return self.checks.get_by_role("listitem").filter(has_text=name)

    def wait_verdicts(self) -> list[str]:
        ended = re.compile(r"(Passed|Failed|Error)")
        wait_until(
            lambda: bool(self.items) and all(ended.match(text) for text in self.items),
            seconds=60,
            what="a verdict on every check",
        )
        return self.items

    def check(self) -> list[str]:
        wait_until(self.check_button.is_enabled, seconds=20, what="Check can be pressed")
        self.check_button.click()
        return self.wait_verdicts()


@pytest.fixture
def exercise(live: LiveSite) -> Exercise:
    """Double the number: one check of the program, one of a function, one that is hidden."""
    [shown, hidden] = factories.document()["checks"]
    made = factories.exercise(
        factories.teacher(),
        factories.collection(),
        checks=[
            shown,
            {
                **shown,
                "id": "ten",
                "name": "Double of 10",
                "input": "10\n",
                "output": "20\n",
                "message": "Ten is no exception.",
            },
            hidden,
        ],
    )
    factories.published(made)
    return made


@pytest.fixture
def student(context: BrowserContext, live: LiveSite, exercise: Exercise) -> User:
    """A student who is signed in."""
    who = factories.student()
    enter(context, live, who)
    return who


def test_a_student_works_on_an_exercise_until_it_passes(
    page: Page, live: LiveSite, student: User, exercise: Exercise
) -> None:
    opened = ExercisePage.enter(page, live, exercise)
    assert page.evaluate("crossOriginIsolated") is True
    assert all(text.startswith("Not checked") for text in opened.items)

    # wrong: both checks say what was given, expected and got
    opened.write(WRONG)
    verdicts = opened.check()
    assert [text.split("\n")[0] for text in verdicts] == ["Failed", "Failed"]
    ten = opened.item("Double of 10")
    for words in ("Ten is no exception.", "Given", "Expected", "Got", "20", "30"):
        assert words in ten.inner_text(), words
    assert "0 of 2 checks passed" in page.get_by_label("Results").inner_text()
    assert "1 more check" in page.get_by_label("Results").inner_text()
    assert opened.output.strip() == "", "checks leave the console alone"

    # one mistake that stops every check is unfolded once
    opened.write("n = int(input('Number? ')\n")
    assert [text.split("\n")[0] for text in opened.check()] == ["Error", "Error"]
    assert opened.checks.locator("details").evaluate_all("all => all.map((one) => one.open)") == [True, False]
    opened.write(WRONG)
    opened.check()

    # the same program again, in the console, with the input of the check
    ten.get_by_role("button", name="Debug this check").click()
    assert opened.wait_ended() == "Finished"
    assert opened.output == "Number? 10\n30\n"

    # a hint, and one more
    page.get_by_role("button", name="Show a hint").click()
    page.get_by_label("Hint 1 of 2").wait_for()
    page.get_by_role("button", name="Show the next hint").click()
    page.get_by_label("Hint 2 of 2").wait_for()

    assert violations(page) == []
    page.set_viewport_size({"width": 1280, "height": 800})

    # right, by keyboard
    opened.write(RIGHT)
    page.keyboard.press("Control+Shift+Enter")
    wait_until(
        lambda: "All 2 checks passed" in page.get_by_label("Results").inner_text(),
        seconds=60,
        what="all passed",
    )
    assert opened.output == "Number? 10\n30\n", "it was not run as well"
    page.get_by_role("button", name="Show the solution").click()
    dialog = page.get_by_role("dialog")
    wait_until(lambda: "2 * int(input())" in dialog.inner_text(), seconds=10, what="the solution")
    dialog.get_by_role("button", name="Close").last.click()

    # all attempts are there, with their code
    attempts = page.locator("[data-attempts]").get_by_role("button")
    wait_until(lambda: attempts.count() == 4, seconds=10, what="all attempts")
    assert "0 of 2 checks passed" in attempts.last.inner_text()
    attempts.last.click()
    dialog.get_by_role("button", name="Restore this code").click()
    wait_until(lambda: "3 * n" in opened.text, seconds=10, what="the code of the first attempt")
    found = Attempt.objects.filter(work__student=student).order_by("pk")
    assert [attempt.passed for attempt in found] == [False, False, False, True]
    assert found[0].snapshot.files[0]["text"] == WRONG


def test_an_endless_program_can_be_stopped_and_an_attempt_without_a_network_is_recorded_later(
    page: Page, context: BrowserContext, live: LiveSite, student: User, exercise: Exercise
) -> None:
    opened = ExercisePage.enter(page, live, exercise)

    opened.write("while True: pass\n")
    opened.check_button.click()
    wait_until(lambda: opened.items[0].startswith("Running"), seconds=30, what="a check that runs")
    assert opened.run_button.is_disabled()
    opened.stop_button.click()
    wait_until(lambda: opened.items[0].startswith("Not checked"), seconds=10, what="no verdict")
    assert not Attempt.objects.filter(work__student=student).exists()

    opened.write(RIGHT)
    opened.wait_saved()
    context.set_offline(True)
    assert all(text.startswith("Passed") for text in opened.check())
    results = page.get_by_label("Results")
    wait_until(lambda: "not recorded yet" in results.inner_text(), seconds=20, what="a word about it")
    page.close()
    context.set_offline(False)

    again = ExercisePage.enter(context.new_page(), live, exercise)

    attempts = again.page.locator("[data-attempts]").get_by_role("button")
    wait_until(lambda: attempts.count() == 1, seconds=20, what="the attempt of before")
    assert Attempt.objects.get(work__student=student).passed


def test_a_teacher_tries_an_exercise_and_looks_at_it_as_students_will(
    page: Page, context: BrowserContext, live: LiveSite
) -> None:
    teacher = factories.teacher()
    made = factories.exercise(teacher, factories.collection(teacher))
    enter(context, live, teacher)
    address = f"{live.school()}/admin/exercises/exercise/{made.pk}"

    # the solution passes, the starter does not
    page.goto(f"{address}/try/")
    page.get_by_role("button", name="Try it").click()
    wait_until(
        lambda: "can be published" in page.locator("[data-try-results]").inner_text(),
        seconds=90,
        what="the end",
    )
    solution, starter = (
        page.get_by_role("list", name=f"Checks of the {name}") for name in ("solution", "starter")
    )
    assert all(text.startswith("Passed") for text in solution.get_by_role("listitem").all_inner_texts())
    assert all(text.startswith("Failed") for text in starter.get_by_role("listitem").all_inner_texts())
    assert violations(page) == []
    made.refresh_from_db()
    assert made.trial is not None
    assert made.trial["solution"] == {"two": "passed", "three": "passed"}
    assert made.trial["starter"] == {"two": "failed", "three": "failed"}

    page.set_viewport_size({"width": 1280, "height": 800})

    # a preview is checked as an exercise is, and keeps nothing
    page.goto(f"{address}/preview/")
    preview = ExercisePage(page)
    preview.wait_open()
    preview.wait_ready()
    preview.write(RIGHT)
    assert [text.split("\n")[0] for text in preview.check()] == ["Passed"]
    assert not Attempt.objects.filter(work__exercise=made).exists()
