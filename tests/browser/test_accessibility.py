"""axe-core finds nothing on any of our pages, in dark and light, wide and narrow; a lesson can be done by keyboard."""

from typing import Literal

import pytest
from playwright.sync_api import BrowserContext, Page

from config.paths import BASE_DIR
from tests import factories
from tests.assessment.hand_ins import handed_in, released
from tests.browser.offline import is_kept, wait_network
from tests.browser.sessions import enter, open_ready
from tests.browser.workspace import Workspace, wait_until
from tests.live import LiveSite

AXE = (BASE_DIR / "node_modules" / "axe-core" / "axe.min.js").read_text()
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
WIDTHS = (1280, 390)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
MILLISECONDS_TO_FADE = 400  # colours in the middle of a transition are nobody's choice
# On a busy machine that takes longer. What turns for ever is no matter of colours.
FADING = (
    "document.getAnimations().some((one) => one.playState === 'running'"
    " && one.effect.getTiming().iterations !== Infinity)"
)
# Waits, asks over a picture with keys, and fails.
ASKING = """\
input("Name? ")
import turtle
turtle.onkey(print, "Up")
turtle.listen()
turtle.textinput("Shape", "How many sides?")
print(1 / 0)
"""
ADMIN = ("", "accounts/classroom/", "accounts/user/", "accounts/user/add/", "projects/project/")


def violations(page: Page) -> list[str]:
    """What axe finds in every width and colour scheme, one line for each rule and place."""
    found = set()
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            page.wait_for_timeout(MILLISECONDS_TO_FADE)
            wait_until(lambda: not page.evaluate(FADING), seconds=20, what="colours at rest")
            page.evaluate(AXE)
            result = page.evaluate(
                "(tags) => axe.run(document, { runOnly: tags, iframes: false, resultTypes: ['violations'] })",
                RULES,
            )
            for one in result["violations"]:
                found |= {
                    f"{page.url} {width} {scheme} {one['id']}: {node['html'][:120]}" for node in one["nodes"]
                }
    return sorted(found)


def test_pages_before_signing_in_have_no_barriers(page: Page, live: LiveSite) -> None:
    found = []
    for address in (f"{live.public}/", f"{live.school()}/accounts/login/", f"{live.school()}/nothing-here/"):
        page.goto(address)
        found += violations(page)
    page.goto(f"{live.school()}/accounts/login/")
    page.get_by_role("textbox", name="Username").fill("nobody")
    page.get_by_role("textbox", name="Password").fill("wrong")
    page.get_by_role("button", name="Sign in").click()
    found += violations(page)

    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    "path",
    [
        "/how-it-works/",
        "/how-it-works/packages/",
        "/how-it-works/lessons/",
        "/how-it-works/exercises/",
        "/how-it-works/classes/",
        "/how-it-works/cors/",
        "/how-it-works/privacy/",
        "/examples/",
        "/examples/library/",
    ],
)
def test_the_guide_has_no_barriers(page: Page, live: LiveSite, path: str) -> None:
    page.goto(live.public + path)
    found = violations(page)
    wide = page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")

    assert not found, "\n".join(found)
    assert not wide, "nothing has to be moved sideways on a phone"


def test_check_a_url_has_no_barriers_whatever_it_says(page: Page, live: LiveSite, open_api: str) -> None:
    page.goto(f"{live.public}/check-a-url/")
    found = violations(page)
    check = page.get_by_role("button", name="Check", exact=True)
    verdict = page.get_by_role("status", name="Verdict")
    for address in (open_api, f"{open_api}/missing", "http://api.example/"):
        page.get_by_role("textbox", name="URL").fill(address)
        check.click()
        wait_until(lambda: not verdict.inner_text().startswith("Asking"), seconds=30, what="a verdict")
        found += violations(page)

    assert not found, "\n".join(found)


@pytest.mark.parametrize("role", ["student", "teacher"])
def test_pages_of_a_person_have_no_barriers(
    page: Page, context: BrowserContext, live: LiveSite, role: str
) -> None:
    student, teacher = factories.student(), factories.teacher()
    factories.classroom(teacher, student)
    project = factories.project(student)
    enter(context, live, student if role == "student" else teacher)
    found = []
    for path in ("/", "/projects/", "/accounts/password/", f"/projects/{project.pk}/delete/"):
        page.goto(live.school() + path)
        found += violations(page)
    page.goto(f"{live.school()}/projects/")
    page.get_by_role("button", name="New project").first.click()
    found += violations(page)

    assert not found, "\n".join(found)


def test_the_back_office_has_no_barriers(page: Page, context: BrowserContext, live: LiveSite) -> None:
    administrator, student = factories.administrator(), factories.student()
    classroom = factories.classroom(administrator, student, factories.student())
    factories.project(student)
    exercise = factories.exercise(administrator, factories.collection(administrator))
    factories.published(exercise)
    assignment = factories.assignment(administrator, classroom, exercises=[exercise], category="Test")
    released(handed_in(assignment, student, penalty=10), 7)
    grids = (
        f"accounts/classroom/{classroom.pk}/gradebook/",
        f"assessment/assignment/{assignment.pk}/progress/",
    )
    enter(context, live, administrator)
    found = []
    for path in (*ADMIN, *grids):
        page.goto(f"{live.school()}/admin/{path}")
        found += violations(page)

    assert not found, "\n".join(found)


def test_the_workspace_has_no_barriers(page: Page, context: BrowserContext, live: LiveSite) -> None:
    owner = factories.student()
    project = factories.project(owner)
    enter(context, live, owner)
    workspace = open_ready(page, live, project.pk)
    found = violations(page)

    workspace.start(ASKING)
    workspace.program_input.wait_for()
    box = workspace.console.bounding_box()
    assert box and box["x"] == 0, "on a phone Run brings the console into view, and it stays"
    found += violations(page)
    workspace.answer("Ada")
    workspace.console.get_by_role("form", name="Shape").wait_for()
    found += violations(page)
    workspace.answer("5")
    workspace.wait_ended()
    found += violations(page)
    page.set_viewport_size({"width": 1280, "height": 800})
    page.get_by_role("button", name="History", exact=True).click()
    page.get_by_role("dialog").wait_for()
    found += violations(page)
    wait_until(lambda: is_kept(page, f"/projects/{project.pk}/"), seconds=60, what="the page kept")
    context.set_offline(True)
    page.reload()
    wait_network(page, "Offline")
    found += violations(page)
    page.goto(f"{live.school()}/offline/")
    page.get_by_role("link", name=project.name).wait_for()
    found += violations(page)

    assert not found, "\n".join(found)


def test_problems_in_a_program_have_no_barriers(page: Page, context: BrowserContext, live: LiveSite) -> None:
    owner = factories.student()
    project = factories.project(owner, main="import random\nprint(nmae)\nif 1 is 2:\n    print\n")
    enter(context, live, owner)
    open_ready(page, live, project.pk)
    button = page.get_by_role("button", name="4 problems")
    button.wait_for()
    found = violations(page)

    page.set_viewport_size({"width": 1280, "height": 800})
    button.click()
    page.get_by_role("listbox", name="Problems").wait_for()
    found += violations(page)
    page.keyboard.press("Escape")
    page.keyboard.press("F8")
    found += violations(page)

    assert not found, "\n".join(found)


def focused(page: Page) -> str:
    """The accessible name, or else the text, of what has the focus."""
    return str(
        page.evaluate(
            "() => { const e = document.activeElement;"
            " return e.getAttribute('aria-label') || e.textContent.trim().slice(0, 40); }"
        )
    )


def tab_to(page: Page, name: str, most: int = 40) -> None:
    """Press Tab until this control has the focus."""
    seen = []
    for _ in range(most):
        page.keyboard.press("Tab")
        seen.append(focused(page))
        if seen[-1] == name:
            return
    raise AssertionError(f"Tab does not reach {name!r}: {seen}")


def test_a_lesson_can_be_done_by_keyboard(page: Page, live: LiveSite) -> None:
    owner = factories.student()
    factories.project(owner, "Keys")
    page.goto(f"{live.school()}/accounts/login/")
    page.keyboard.type(owner.username)
    page.keyboard.press("Tab")
    page.keyboard.type(factories.PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(f"{live.school()}/")
    tab_to(page, "Keys")
    page.keyboard.press("Enter")
    page.wait_for_url("**/projects/*/")
    workspace = Workspace(page)
    workspace.wait_ready()

    tab_to(page, "Code editor")
    page.keyboard.press("Control+A")
    page.keyboard.insert_text('print("Hi", input("Who? "))\nwhile True: pass\n')
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")
    assert focused(page) != "Code editor", "Tab leaves the editor after Esc"
    page.keyboard.press("Control+Enter")
    wait_until(lambda: workspace.run_status == "Waiting for input", seconds=30, what="a question")
    wait_until(lambda: focused(page) == "Program input", seconds=5, what="the focus in Program input")
    page.keyboard.type("Ada")
    page.keyboard.press("Enter")
    wait_until(lambda: "Hi Ada" in workspace.output, seconds=10, what="the greeting")
    page.keyboard.press("Escape")

    assert workspace.wait_ended() == "Stopped"
