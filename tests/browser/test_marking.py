"""Marking in Chromium: a class with the keyboard alone, a colleague who saves meanwhile, and code that is hostile."""

import time
from collections.abc import Callable
from uuid import uuid4

from django.utils import timezone
from playwright.sync_api import BrowserContext, Page, expect

from accounts.models import User
from assessment.models import Assignment, HandIn, LineComment, Marking, Release, SavedComment
from assessment.services.marking import save_marking
from tests import factories
from tests.assessment.hand_ins import handed_in
from tests.browser.sessions import enter
from tests.browser.test_accessibility import focused, violations
from tests.browser.workspace import Workspace, wait_until
from tests.live import LiveSite

HOSTILE = "<img src=x onerror=alert(1)>"
NAMES = ("Ada", "Ben", "Chen", "Dana", "Emil")


def class_that_handed_in(name: str) -> tuple[User, Assignment, list[HandIn]]:
    """A teacher, and an assignment of one exercise with a rubric that five students have handed in."""
    name = f"{name}-{uuid4().hex[:8]}"  # a live server keeps what an earlier try has made
    teacher = factories.teacher(name)
    exercise = factories.exercise(teacher, factories.collection(teacher))
    factories.published(exercise)
    students = [factories.person(f"{name}-{one.lower()}", name=one) for one in NAMES]
    classroom = factories.classroom(teacher, *students)
    assignment = factories.assignment(teacher, classroom, exercises=[exercise], due_at=timezone.now())
    assignment.criteria.create(title="Style", points=5, levels=[{"points": 5, "text": "Clear"}])
    hand_ins = [
        handed_in(
            assignment,
            one,
            factories.attempt(factories.work(exercise, one), f"# {one}\nprint({HOSTILE!r})\n"),
        )
        for one in students
    ]
    return teacher, assignment, hand_ins


def press_until(page: Page, key: str, found: Callable[[], bool]) -> None:
    """Press a key until what was looked for has the focus."""
    for _ in range(40):
        if found():
            return
        page.keyboard.press(key)
    raise AssertionError(f"{key} does not lead there; the focus is on {focused(page)}")


def test_a_class_is_marked_with_the_keyboard_alone(
    page: Page, context: BrowserContext, live: LiveSite, figure: Callable[[str], None]
) -> None:
    teacher, assignment, hand_ins = class_that_handed_in("keys")
    enter(context, live, teacher)
    page.goto(f"{live.school()}/admin/assessment/submission/?assignment={assignment.pk}&state=to-mark")
    page.get_by_role("link", name="Ada").focus()
    page.keyboard.press("Enter")
    workspace, status = Workspace(page), page.get_by_role("status", name="Marking status")
    workspace.editor.wait_for()
    expect(workspace.editor).to_contain_text("# Ada")
    assert page.evaluate("crossOriginIsolated")

    workspace.editor.focus()
    page.keyboard.press("Control+Home")
    page.keyboard.press("Enter")  # tried, and never kept: the comment stays with the line that was handed in
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Alt+Enter")
    page.keyboard.type(f"Why {HOSTILE}?")
    page.keyboard.press("Alt+PageDown")
    expect(page.get_by_text("Save the comment first, or leave it with Esc.")).to_be_visible()
    press_until(page, "Tab", lambda: focused(page).startswith("Keep it") or _is_checkbox(page))
    page.keyboard.press("Space")
    press_until(page, "Shift+Tab", lambda: focused(page).startswith("Save comment"))
    page.keyboard.press("Enter")
    note = page.get_by_role("button", name=f"Why {HOSTILE}?")
    note.wait_for()
    expect(workspace.editor).to_be_focused()
    found = violations(page)
    page.set_viewport_size({"width": 1280, "height": 800})

    seconds = []
    for number, name in enumerate(NAMES):
        if number:
            wait_until(lambda: (status.text_content() or "") == "Saved", seconds=15, what="Saved")
            pressed = time.monotonic()
            page.keyboard.press("Alt+PageDown")
            page.locator(".cm-line", has_text=f"# {name}").wait_for()
            seconds.append(time.monotonic() - pressed)
            expect(page.get_by_role("heading", name=name)).to_be_visible()
        if number == 1:
            workspace.editor.focus()
            page.keyboard.press("Alt+Enter")
            page.keyboard.type("why")
            page.keyboard.press("ArrowDown")
            page.keyboard.press("Enter")
            page.keyboard.press("Control+Enter")
            expect(page.get_by_role("button", name=f"Why {HOSTILE}?")).to_be_visible()
        page.keyboard.press("Alt+End")
        assert focused(page) == "5 · Clear"
        page.keyboard.press("Space")
        press_until(page, "Tab", lambda: _is_radio(page))
        page.keyboard.press("ArrowUp")  # from the first round to the last: Complete
    wait_until(lambda: (status.text_content() or "") == "Saved", seconds=15, what="Saved")
    page.keyboard.press("Alt+PageDown")
    expect(page.get_by_text("That was the last one of this list.")).to_be_visible()
    figure(f"marking: the next student's code after {1000 * sum(seconds) / len(seconds):.0f} ms")

    assert not found, "\n".join(found)
    outcomes = Marking.objects.filter(hand_in__in=hand_ins).order_by("hand_in_id")
    assert [(one.outcome, str(one.points)) for one in outcomes] == [("complete", "15.00")] * 5
    comments = LineComment.objects.filter(handed_in__hand_in__in=hand_ins).order_by("pk")
    assert [(one.line, one.text) for one in comments] == [(2, f"Why {HOSTILE}?"), (1, f"Why {HOSTILE}?")]
    assert SavedComment.objects.get(owner=teacher).uses == 1
    assert not Release.objects.filter(hand_in__in=hand_ins).exists()


def test_a_colleague_who_saves_meanwhile_overwrites_nothing(
    page: Page, context: BrowserContext, live: LiveSite
) -> None:
    teacher, assignment, hand_ins = class_that_handed_in("both")
    colleague = factories.teacher()
    assignment.classrooms.get().teachers.add(colleague)
    enter(context, live, teacher)
    page.goto(f"{live.school()}/admin/assessment/submission/{hand_ins[0].submission_id}/mark/")
    status = page.get_by_role("status", name="Marking status")
    Workspace(page).editor.wait_for()
    save_marking(hand_in=hand_ins[0], by=colleague, revision=0, feedback="Hers", outcome="complete")

    page.get_by_label("Feedback").fill("Mine")
    expect(status).to_have_text("Conflict")
    expect(page.get_by_role("alert").filter(has_text=f"{colleague} has saved")).to_contain_text("Hers")
    page.keyboard.press("Alt+PageDown")
    expect(page.get_by_role("heading", name="Ada")).to_be_visible()
    page.get_by_role("button", name="Keep mine").click()
    expect(status).to_have_text("Saved")
    page.get_by_role("textbox", name="Set by hand").fill("much")
    expect(page.get_by_role("alert").filter(has_text="The mark needs a number")).to_be_visible()
    page.get_by_role("button", name="Discard what is not saved").click()
    expect(status).to_have_text("Saved")
    page.get_by_role("textbox", name="Set by hand").fill("7,5")
    page.get_by_label("Return for another try").check()
    expect(page.get_by_text("Set by hand: 7.5 of 15")).to_be_visible()
    page.get_by_role("button", name="Release", exact=True).click()
    expect(page.get_by_text("7.5 of 15, Return for another try.")).to_be_visible()

    release = Release.objects.get(hand_in=hand_ins[0])
    assert (str(release.points), release.outcome, release.content["feedback"]) == ("7.50", "returned", "Mine")


def _is_checkbox(page: Page) -> bool:
    return bool(page.evaluate("document.activeElement.type === 'checkbox'"))


def _is_radio(page: Page) -> bool:
    return bool(page.evaluate("document.activeElement.type === 'radio'"))
