"""Handing in as a student does it: she changes her program, presses Hand in, is asked, and has a receipt."""

import pytest
from playwright.sync_api import Page, expect

from accounts.models import User
from assessment.models import Assignment, HandIn
from tests import factories
from tests.browser.sessions import enter
from tests.browser.test_accessibility import violations
from tests.browser.test_exercise_page import ExercisePage
from tests.live import LiveSite

RIGHT = "print(2 * int(input()))\n"


@pytest.fixture
def student(live: LiveSite) -> User:
    return factories.student()


@pytest.fixture
def assignment(live: LiveSite, student: User) -> Assignment:
    """An exercise and a project that starts from a template."""
    teacher = factories.teacher()
    exercise = factories.exercise(teacher, factories.collection())
    factories.published(exercise)
    made = factories.assignment(teacher, factories.classroom(teacher, student), exercises=[exercise])
    files = [{"path": "main.py", "text": "print('game')\n"}]
    made.items.create(title="A game", template={"main": "main.py", "files": files}, position=1, points=0)
    return made


def test_a_student_hands_in(page: Page, live: LiveSite, student: User, assignment: Assignment) -> None:
    enter(page.context, live, student)
    page.goto(f"{live.school()}/")
    page.get_by_role("link", name=f"Go on with {assignment.title}").click()
    workspace = ExercisePage(page)
    workspace.wait_open()
    workspace.wait_ready()
    assert page.evaluate("crossOriginIsolated")
    hand_in = page.get_by_role("button", name="Hand in", exact=True)
    dialog = page.get_by_role("dialog")

    # Without a network nothing is lost, and nothing is handed in.
    workspace.write(RIGHT)
    page.context.set_offline(True)
    hand_in.click()
    expect(page.get_by_text("Handing in needs the network.").first).to_be_visible()
    page.context.set_offline(False)
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(page.get_by_role("status", name="Save status")).to_have_text("Saved", timeout=30_000)

    # What has changed is checked before the question, which says what is missing.
    hand_in.click()
    expect(dialog).to_contain_text("The check passed", timeout=60_000)
    expect(dialog).to_contain_text("1 of 2 parts has not been begun.")
    found = violations(page)
    page.keyboard.press("Enter")
    expect(dialog).to_contain_text("Handed in")
    made = HandIn.objects.get(submission__student=student)
    expect(dialog).to_contain_text(made.receipt)
    page.keyboard.press("Enter")
    expect(hand_in).to_be_focused()
    held = made.items.get().attempt
    assert held is not None
    assert (held.results, held.snapshot.files[0]["text"]) == ({"two": "passed"}, RIGHT)

    # Afterwards one can go on, and is told that this is not what was handed in.
    banner = page.get_by_text(f"receipt {made.receipt}")
    expect(banner).to_be_visible()
    expect(page.get_by_text("You have changed this since")).to_be_hidden()
    workspace.write("print(3)\n")
    expect(page.get_by_text("You have changed this since")).to_be_visible()
    found += violations(page)
    own = f"assignments/{assignment.pk}/"
    for path in ("", "assignments/", own, f"{own}receipts/1/"):
        page.goto(f"{live.school()}/{path}")
        found += violations(page)
    assert not found, "\n".join(found)
