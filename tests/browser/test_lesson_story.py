"""A whole lesson, from the empty class to the exported marks, with a teacher and three students.

Each sits at a browser of her own, and finds everything by what it is and what it is called.
"""

import csv
import io
import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.utils import timezone
from openpyxl import load_workbook
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests import factories
from tests.browser.test_exercise_page import RIGHT, WRONG, ExercisePage
from tests.browser.workspace import sign_in
from tests.live import LiveSite

OWN_PASSWORD = "three calm rivers 5"
LONGEST = 60_000  # milliseconds for a page or a sentence to come, on a machine that does much else
VERIFY = 120_000
Enter = Callable[[], Page]


@pytest.fixture
def new_browser(browser: Browser, browser_context_args: dict[str, Any]) -> Iterator[Enter]:
    """Opens a browser that knows nobody."""
    contexts: list[BrowserContext] = []

    def enter() -> Page:
        contexts.append(browser.new_context(**browser_context_args))
        contexts[-1].set_default_timeout(LONGEST)
        return contexts[-1].new_page()

    yield enter
    for context in contexts:
        context.close()


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def follow(page: Page, name: str) -> None:
    """To another page, until its scripts have run."""
    page.get_by_role("link", name=name, exact=True).click()
    page.wait_for_load_state()


def shows(place: Locator, text: str) -> None:
    expect(place).to_contain_text(text, timeout=LONGEST)


def make_class(teacher: Page, live: LiveSite, name: str) -> str:
    """A new class. Gives the code to join it."""
    teacher.goto(f"{live.school()}/admin/")
    follow(teacher, "Classes")
    teacher.get_by_role("link", name="Add class").click()
    teacher.get_by_role("textbox", name="Name").fill(name)
    press(teacher, "Save")
    teacher.get_by_role("heading", name=name).wait_for()
    return teacher.get_by_role("region", name="Code to join").get_by_role("code").inner_text()


def bring_in(teacher: Page, table: str) -> dict[str, tuple[str, str]]:
    """New students from a CSV. Gives user names and codes, by name, from the slips."""
    follow(teacher, "From a list or CSV")
    file: Any = {"name": "class.csv", "mimeType": "text/csv", "buffer": table.encode()}
    teacher.get_by_label("Or a file (CSV or text)").set_input_files(file)
    press(teacher, "Show what would happen")
    teacher.get_by_text("Nothing has been added yet.").wait_for()
    press(teacher, "Add 2 students")
    follow(teacher, "Codes on slips")
    teacher.get_by_role("button", name=re.compile("Make codes for 2 students")).click()
    slips = teacher.get_by_role("listitem").filter(has_text="User name")
    slips.first.wait_for()
    assert slips.count() == 2
    found = {}
    for slip in slips.all():
        name = slip.get_by_role("paragraph").nth(1).inner_text()
        _, username, code = slip.get_by_role("definition").all_inner_texts()
        found[name] = (username, code)
    return found


def begin_with_code(student: Page, live: LiveSite, username: str, code: str) -> None:
    """Sign in for the first time, and choose a password."""
    student.goto(f"{live.school()}/accounts/login/")
    student.get_by_role("textbox", name="Username").fill(username)
    student.get_by_role("textbox", name="Password").fill(code)
    press(student, "Sign in")
    student.get_by_label("Code that you were given").fill(code)
    student.get_by_label("New password", exact=True).fill(OWN_PASSWORD)
    student.get_by_label("New password again").fill(OWN_PASSWORD)
    press(student, "Save password")
    student.get_by_role("heading", name="My assignments").wait_for()


def join(student: Page, live: LiveSite, code: str, classroom: str) -> None:
    """Somebody of the school comes into the class."""
    student.goto(f"{live.school()}/join/")
    student.get_by_label("The code of your class").fill(code.upper())
    press(student, "Continue")
    student.get_by_role("heading", name=f"Join {classroom}?").wait_for()
    press(student, "Join")
    student.get_by_text(classroom).first.wait_for()


def set_work(teacher: Page, live: LiveSite, title: str, classroom: str, exercise: str) -> str:
    """An assignment with one exercise and a rubric, due tomorrow. Gives the address of its page."""
    teacher.goto(f"{live.school()}/admin/assessment/assignment/")
    teacher.get_by_role("link", name="Add assignment").click()
    teacher.get_by_role("textbox", name="Title", exact=True).fill(title)
    teacher.get_by_role("checkbox", name=classroom).check()
    teacher.get_by_role("checkbox", name=exercise).check()
    set_due(teacher, timedelta(days=1))
    press(teacher, "Add a line")
    teacher.get_by_role("textbox", name="Looks at").fill("Readable")
    teacher.get_by_role("textbox", name="Levels, one on each line").fill(
        "5 Names say what they hold\n0 They do not"
    )
    press(teacher, "Save and publish")
    press(teacher, "Publish")
    teacher.get_by_role("link", name="Progress").wait_for()
    return teacher.url


def set_due(teacher: Page, ahead: timedelta) -> None:
    """Due so much from now, in the school's time."""
    due = timezone.localtime() + ahead
    teacher.get_by_label("Due", exact=True).fill(due.strftime("%Y-%m-%dT%H:%M"))


def open_work(student: Page, live: LiveSite, title: str) -> ExercisePage:
    """From the home page to the exercise, with Python loaded."""
    student.goto(f"{live.school()}/")
    student.get_by_role("region", name="My assignments").get_by_role("link", name=title).click()
    student.get_by_role("list", name="What to do").get_by_role("link").click()
    opened = ExercisePage(student)
    opened.wait_open()
    opened.wait_ready()
    return opened


def confirm_hand_in(student: Page) -> str:
    """Press Hand in, and once more in the dialog. Gives what the dialog said."""
    press(student, "Hand in")
    dialog = student.get_by_role("dialog", name="Hand this in?")
    said = dialog.inner_text()
    dialog.get_by_role("button", name="Hand in").click()
    return said


def mark(teacher: Page, who: str, *, level: str, feedback: str, outcome: str) -> None:
    """Note what is to be noted of the student who is shown, and wait until it is saved."""
    teacher.get_by_role("heading", name=who).wait_for()
    teacher.get_by_role("button", name=level).click()
    teacher.get_by_role("textbox", name="Feedback").fill(feedback)
    teacher.get_by_role("radio", name=outcome).check()
    shows(teacher.get_by_role("status", name="Marking status"), "Saved")


def comment_on_last_line(teacher: Page, text: str) -> None:
    """With the keys: Alt+Enter in the code, Ctrl+Enter in the comment."""
    teacher.get_by_role("textbox", name="Code editor").focus()
    teacher.keyboard.press("Control+Home")
    teacher.keyboard.press("ArrowDown")
    teacher.keyboard.press("Alt+Enter")
    teacher.get_by_role("textbox", name="Comment on main.py, line 2").fill(text)
    teacher.keyboard.press("Control+Enter")
    teacher.get_by_role("list", name="Comments on lines").get_by_text(text).wait_for()


def export(teacher: Page, name: str) -> bytes:
    """What a button downloads."""
    with teacher.expect_download() as download:
        press(teacher, name)
    return download.value.path().read_bytes()


def make_exercise(tag: str) -> tuple[str, str]:
    """An exercise of a published collection: its title, and the user name of a teacher."""
    author = factories.teacher(f"teacher-{tag}")
    made = factories.exercise(author, factories.collection(author), title=f"Double {tag}")
    factories.published(made)
    return author.username, made.title


def test_a_lesson_from_the_empty_class_to_the_exported_marks(live: LiveSite, new_browser: Enter) -> None:
    tag = uuid4().hex[:6]  # a live server keeps what an earlier try has made
    classroom, title = f"Class {tag}", f"Doubles {tag}"
    username, exercise = make_exercise(tag)
    third = factories.student(f"third-{tag}")
    ash_name, birch_name = f"Ash Pupil {tag}", f"Birch Pupil {tag}"

    # the class: two from a table, one with the code
    teacher, ash, birch, cedar = (new_browser() for _ in range(4))
    sign_in(teacher, live.school(), username, factories.PASSWORD)
    join_code = make_class(teacher, live, classroom)
    slips = bring_in(teacher, f"First name,Last name\nAsh,Pupil {tag}\nBirch,Pupil {tag}\n")
    begin_with_code(ash, live, *slips[ash_name])
    begin_with_code(birch, live, *slips[birch_name])
    sign_in(cedar, live.school(), third.username, factories.PASSWORD)
    join(cedar, live, join_code, classroom)

    # one solves it in time
    assignment = set_work(teacher, live, title, classroom, exercise)
    work = open_work(ash, live, title)
    work.start(RIGHT)
    work.answer("21")
    assert work.wait_ended() == "Finished"
    assert "42" in work.output
    assert all(text.startswith("Passed") for text in work.check())
    press(ash, "Hand in")  # whole and in time, so nothing is asked
    handed_in = ash.get_by_role("dialog", name="Handed in")
    receipt = re.search(r"receipt (\w{4}-\w{4})", handed_in.get_by_role("status").inner_text())
    assert receipt
    handed_in.get_by_role("link", name="Show the receipt").click()
    ash.get_by_role("heading", name=f"Receipt {receipt[1]}").wait_for()

    # the next hands in something wrong, unchecked and late; the third has only opened it
    teacher.goto(assignment)
    set_due(teacher, timedelta(hours=-1))
    press(teacher, "Save")
    work = open_work(birch, live, title)
    work.write(WRONG)
    work.wait_saved()
    follow(birch, title)
    assert "late" in confirm_hand_in(birch)
    birch.get_by_role("heading", name="Receipt").wait_for()
    open_work(cedar, live, title)

    # verified
    teacher.goto(assignment)
    follow(teacher, "Progress")
    lines = {name: teacher.get_by_role("row", name=name) for name in (ash_name, birch_name, third.username)}
    shows(lines[ash_name], "Handed in")
    shows(lines[birch_name], "late")
    shows(lines[third.username], "In progress")
    press(teacher, "Verify all")
    teacher.get_by_text("2 of 2 verified.").wait_for(timeout=VERIFY)
    shows(lines[ash_name], "Verified: 2 of 2 checks passed")
    shows(lines[birch_name], "Verified: 0 of 2 checks passed")

    # marked, and seen by nobody before it is released
    teacher.get_by_role("link", name=f"Mark {ash_name}").click()
    mark(teacher, ash_name, level="5 · Names", feedback="Short and clear.", outcome="Complete")
    press(teacher, "Next student")
    comment_on_last_line(teacher, "Which number doubles?")
    mark(teacher, birch_name, level="0 · They do not", feedback="Nearly.", outcome="Return for another try")
    birch.goto(f"{live.school()}/")
    expect(birch.get_by_role("main")).not_to_contain_text("Nearly.")
    teacher.goto(assignment)
    follow(teacher, "Progress")
    follow(teacher, "Release for the class")
    press(teacher, "Release")

    # one is complete, one reads what to do, does it again and is complete as well
    ash.goto(f"{live.school()}/")
    ash.get_by_role("region", name="New feedback").get_by_role("link", name=title).click()
    shows(ash.get_by_role("region", name="Feedback"), "15 of 15 points")
    work = open_work(birch, live, title)
    shows(birch.get_by_role("main"), "Which number doubles?")
    work.write(RIGHT)
    assert all(text.startswith("Passed") for text in work.check())
    press(birch, "Hand in")
    birch.get_by_role("dialog", name="Handed in").wait_for()
    teacher.goto(assignment)
    follow(teacher, "Progress")
    teacher.get_by_role("link", name=f"Mark {birch_name}").click()
    mark(teacher, birch_name, level="0 · They do not", feedback="Now it is right.", outcome="Complete")
    press(teacher, "Release")
    teacher.get_by_text(re.compile("^Released ")).wait_for()
    birch.goto(f"{live.school()}/assignments/")
    shows(birch.get_by_role("main"), "Complete")

    # the marks
    teacher.goto(f"{live.school()}/admin/")
    follow(teacher, "Classes")
    follow(teacher, classroom)
    follow(teacher, "Gradebook")
    shows(teacher.get_by_role("row", name=ash_name), "100")
    shows(teacher.get_by_role("row", name=birch_name), "66.7")
    overall = {ash_name: 100, birch_name: 66.67}
    table = csv.DictReader(io.StringIO(export(teacher, "Export CSV").decode("utf-8-sig")))
    assert {row["Name"]: float(row["Overall (%)"]) for row in table if row["Overall (%)"]} == overall
    book = load_workbook(io.BytesIO(export(teacher, "Export XLSX")))
    rows = book["Marks"].iter_rows(min_row=2, max_col=3, values_only=True)
    assert {name: round(100 * share, 2) for _, name, share in rows if share} == overall
