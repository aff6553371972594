"""A teacher sets an assignment with the keyboard, and gives one student more time. None of its pages has a barrier."""

import re
from uuid import uuid4

from playwright.sync_api import BrowserContext, Page

from assessment.models import Assignment
from tests import factories
from tests.browser.sessions import enter
from tests.browser.test_accessibility import violations
from tests.live import LiveSite


def test_an_assignment_is_set_with_the_keyboard(page: Page, context: BrowserContext, live: LiveSite) -> None:
    name = uuid4().hex[:6]
    teacher, student = factories.teacher(), factories.student()
    classroom = factories.classroom(teacher, student)
    collection = factories.collection(teacher, f"Boats {name}")
    for title in ("Ferry", "Lock", "Délta"):
        factories.published(factories.exercise(teacher, collection, title=f"{title} {name}"))
    factories.project(teacher, "Harbour")
    enter(context, live, teacher)
    page.goto(f"{live.school()}/admin/assessment/assignment/add/")
    assert page.get_by_label(classroom.name).is_checked(), "her only class"

    page.get_by_label("Title").fill("On the water")
    page.get_by_label("Find").fill(f"{name} delta")
    assert page.locator("[data-choice]:visible").count() == 1
    page.get_by_label("Find").press("Enter")  # searches, does not save
    page.get_by_role("checkbox", name=f"Délta {name}").press("Space")
    page.get_by_label("Find").fill("")
    page.get_by_role("group", name=f"Boats {name}").get_by_role("button").press("Enter")
    page.get_by_role("button", name=f"Up: Ferry {name}").press("Enter")
    page.get_by_role("button", name=f"Up: Ferry {name}").press(
        "Enter"
    )  # it is the first one, and keeps the focus
    page.get_by_role("button", name=f"Remove: Lock {name}").press("Enter")
    assert not page.get_by_role("checkbox", name=f"Lock {name}").is_checked()
    page.get_by_role("button", name="Add this project").press("Enter")
    page.get_by_role("button", name="Add a line").press("Enter")
    page.keyboard.type("Names")
    page.get_by_label("Levels").fill("2 They say what they hold")
    page.get_by_role("button", name="Friday 17:00").nth(1).press("Enter")
    assert not page.get_by_label("Percent a day").is_visible()
    page.get_by_label("Title").press("Enter")
    page.get_by_text("Saved. It is a draft").wait_for()

    made = Assignment.objects.get(author=teacher)
    assert [str(item) for item in made.items.all()] == [f"Ferry {name}", f"Délta {name}", "Harbour"]
    assert made.criteria.get().levels == [{"points": 2, "text": "They say what they hold"}]
    found = violations(page)
    page.get_by_role("link", name="Publish").click()
    page.get_by_text(f"1 student ({classroom}) will see it at once.").wait_for()
    page.get_by_role("button", name="Publish").click()
    page.get_by_text("Published.").wait_for()

    page.get_by_role("link", name="Extensions").click()
    page.get_by_role("checkbox", name=str(student)).check()
    page.get_by_role("button", name="Give", exact=True).click()
    page.get_by_text(re.compile("have changed")).wait_for()
    found += violations(page)
    page.goto(page.url.replace("extensions", "groups"))
    page.get_by_role("button", name="Put together at random").click()
    page.get_by_text("1 group made.").wait_for()
    found += violations(page)

    assert not found, "\n".join(found)
    moved = made.extensions.get().due_at
    assert moved is not None and made.due_at is not None
    assert moved > made.due_at
