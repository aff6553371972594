"""A teacher fills a class from a list: preview, progress, codes on slips, and what is done with ticked students."""

import re
from uuid import uuid4

from playwright.sync_api import BrowserContext, Page

from tests import factories
from tests.browser.sessions import enter
from tests.browser.test_accessibility import violations
from tests.live import LiveSite


def test_a_list_becomes_a_class_with_codes(page: Page, context: BrowserContext, live: LiveSite) -> None:
    stem = "".join(letter for letter in uuid4().hex if letter.isalpha())[:6]
    teacher = factories.teacher(f"roster-{stem}")
    classroom = factories.classroom(teacher, name=f"9C {stem}")
    factories.classroom(teacher, name=f"Club {stem}")
    enter(context, live, teacher)
    page.goto(f"{live.school()}/admin/accounts/classroom/{classroom.pk}/change/")
    found = violations(page)
    page.get_by_role("link", name="From a list or CSV").click()

    # Names as people paste them, one of them not to be had.
    names = "\n".join(f"{stem}{chr(97 + n // 26)}{chr(97 + n % 26)} Brown;" for n in range(120))
    page.get_by_label("Paste the names").fill(f"Name;Login\n{names}\nNobody;no name\n")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    problem = page.get_by_role("link", name="Line 122")
    problem.wait_for()
    found += violations(page)
    assert not classroom.students.exists()

    page.get_by_label("Leave out the 1 line with problems").check()
    page.get_by_role("button", name="Add 120 students").click()
    slips = page.get_by_role("link", name="Codes on slips")
    slips.wait_for()
    assert page.get_by_text("120 students added").count() == 1
    assert slips.evaluate("link => link === document.activeElement")
    assert classroom.students.count() == 120

    page.keyboard.press("Enter")
    page.get_by_role("button", name=re.compile("Make codes for 120")).click()
    page.get_by_text("Print this page now").wait_for()
    assert page.locator(".slip").count() == 120
    page.emulate_media(media="print")
    assert not page.get_by_text("Print this page now").is_visible()
    page.emulate_media(media="screen")

    page.get_by_role("link", name="To the class").click()
    page.get_by_label("Tick all students").check()
    page.get_by_label("Class", exact=True).select_option(label=f"Club {stem}")
    page.get_by_role("button", name="Put there as well").click()
    page.get_by_text(f"120 students are in Club {stem} as well now.").wait_for()
    found += violations(page)
    page.get_by_role("link", name="Settings").click()
    found += violations(page)

    assert not found, "\n".join(found)
