"""A teacher writes an exercise in the back office, from the empty form until a student passes it."""

import re

from playwright.sync_api import BrowserContext, Page

from exercises.models import Exercise
from tests import factories
from tests.browser.sessions import enter
from tests.browser.test_exercise_page import ExercisePage
from tests.browser.workspace import wait_until
from tests.live import LiveSite

STARTER = "n = int(input('Number? '))\n"
SOLUTION = "n = int(input('Number? '))\nprint(n * n)\n"


def test_a_teacher_writes_tries_and_publishes_an_exercise_that_a_student_passes(
    page: Page, context: BrowserContext, live: LiveSite
) -> None:
    teacher, student = factories.teacher(), factories.student()
    collection = factories.collection(teacher)
    enter(context, live, teacher)

    # the form: what it is about
    page.goto(f"{live.school()}/admin/exercises/exercise/add/")
    page.get_by_label("Title").fill("A square")
    page.get_by_label("Short name").fill("a-square")
    page.get_by_label("Collection").select_option(str(collection.pk))
    page.get_by_label("Text", exact=False).first.fill("Print the **square** of a number.")
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_text("Now add its files, checks and hints.").wait_for()

    # its files
    for number, (role, text) in enumerate([("starter", STARTER), ("solution", SOLUTION)]):
        page.get_by_text("Add another File").click()
        page.locator(f"#id_files-{number}-role").select_option(role)
        page.locator(f"#id_files-{number}-path").fill("main.py")
        page.locator(f"#id_files-{number}-text").fill(text)
    page.get_by_role("button", name="Save and continue editing").click()
    page.get_by_text("was changed successfully").wait_for()

    # a check with what is expected, one that the solution decides
    for name, given, expected in (("The square of 3", "3", "9"), ("The square of 12", "12", None)):
        page.get_by_role("link", name="Input and output").click()
        page.get_by_label("Name").fill(name)
        page.get_by_label("Input", exact=True).fill(given)
        as_solution = page.get_by_label("As the solution does")
        as_solution.set_checked(expected is None)
        if expected:
            page.get_by_label("Output", exact=True).fill(expected)
        page.get_by_role("button", name="Save").click()
        page.get_by_text(f"The check “{name}” was saved.").wait_for()

    # not before it was tried
    page.get_by_role("button", name="Publish").click()
    page.get_by_text(re.compile("Try it")).first.wait_for()
    made = Exercise.objects.get(collection=collection)
    assert made.published is None

    page.get_by_role("link", name="Try it").first.click()
    page.get_by_role("button", name="Try it").click()
    results = page.locator("[data-try-results]")
    wait_until(lambda: "can be published" in results.inner_text(), seconds=90, what="both runs")
    page.get_by_role("button", name="Publish").click()
    page.get_by_text("Version 1", exact=False).first.wait_for()

    # a student finds it, and passes
    context.clear_cookies()
    enter(context, live, student)
    page.goto(f"{live.school()}/exercises/")
    page.get_by_role("link", name="A square").click()
    opened = ExercisePage(page)
    opened.wait_open()
    opened.wait_ready()
    assert page.get_by_text("Print the square of a number.").is_visible()
    opened.write(SOLUTION)
    assert [text.split("\n")[0] for text in opened.check()] == ["Passed", "Passed"]
