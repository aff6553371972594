"""Check a URL, on every host: what it says of servers that allow, refuse, dawdle and are not there."""

import pytest
from playwright.sync_api import Page

from tests.browser.apis import CORS, Certificate, api
from tests.browser.conftest import Watch
from tests.browser.workspace import wait_until
from tests.live import LiveSite, free_port

BUSY = ("Nothing checked yet", "Asking")


class CheckPage:
    """The page, driven by role and name."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        page.goto(f"{address}/check-a-url/")
        self.url = page.get_by_role("textbox", name="URL")
        self.button = page.get_by_role("button", name="Check", exact=True)
        self.status = page.get_by_role("status", name="Verdict")
        wait_until(self.button.is_enabled, seconds=20, what="the page to be ready")

    def check(self, url: str, *, seconds: float = 30) -> str:
        """Type an address, press Check, and give the verdict."""
        self.url.fill(url)
        self.button.click()
        wait_until(lambda: not self.verdict.startswith(BUSY), seconds=seconds, what="a verdict")
        return self.verdict

    @property
    def verdict(self) -> str:
        """Title and text."""
        return self.status.inner_text()


@pytest.fixture(params=["public", "school"])
def check_page(request: pytest.FixtureRequest, page: Page, live: LiveSite) -> CheckPage:
    return CheckPage(page, live.public if request.param == "public" else live.school())


def test_a_server_that_allows_it_can_be_read(check_page: CheckPage, open_api: str) -> None:
    said = check_page.check(f"{open_api}/books")

    assert said.startswith("Programs can read this address")
    assert "requests.get()" in said
    assert "Programs get the answer 404" in check_page.check(f"{open_api}/missing")


def test_a_server_that_does_not_allow_it_is_told_from_one_that_is_not_there(
    check_page: CheckPage, shut_api: str
) -> None:
    host = shut_api.removeprefix("https://")

    assert check_page.check(shut_api).startswith("The server does not allow it")
    assert f"{host} answers, but it does not allow programs on other websites" in check_page.verdict
    assert check_page.check(f"https://localhost:{free_port()}/").startswith("No answer\n")


def test_a_server_that_dawdles_is_not_waited_for_longer_than_ten_seconds(
    page: Page, live: LiveSite, open_api: str
) -> None:
    check_page = CheckPage(page, live.public)

    assert check_page.check(f"{open_api}/never").startswith("No answer in time")
    assert "10 seconds" in check_page.verdict


def test_what_need_not_be_tried_is_said_at_once(
    page: Page, live: LiveSite, open_api: str, watch: Watch
) -> None:
    check_page = CheckPage(page, live.school())
    own = [
        live.school(),
        live.public,
        live.run_origin,
        live.school("south"),
        live.public.replace("http", "https"),
    ]

    for address in own:
        assert check_page.check(f"{address}/accounts/login/").startswith("This is Codeyard itself"), address
    for text in (
        "",
        "not an address",
        "ftp://files.example/",
        "javascript:alert(1)",
        "https://",
        "nodot",
        "x" * 3000,
    ):
        assert check_page.check(text).startswith("This is not a web address"), text
    assert check_page.check("https://me:secret@api.example/").startswith("Leave the password out")
    assert "api.example" not in watch.hosts


def test_an_address_without_https_leads_to_the_one_with_it(page: Page, live: LiveSite, open_api: str) -> None:
    check_page = CheckPage(page, live.public)

    said = check_page.check(open_api.replace("https", "http") + "/books")
    assert said.startswith("It needs https")
    page.get_by_role("button", name=f"Check {open_api}/books").click()

    wait_until(
        lambda: check_page.verdict.startswith("Programs can read"), seconds=20, what="the verdict on https"
    )
    assert check_page.url.input_value() == f"{open_api}/books"


def test_an_answer_in_its_name_is_what_a_program_gets(
    page: Page, live: LiveSite, certificate: Certificate
) -> None:
    """The server allows the run origin alone: what is tried is tried from there, and from nowhere else."""
    headers = {**CORS, "Access-Control-Allow-Origin": live.run_origin}
    with api(certificate, headers=headers) as origin:
        assert CheckPage(page, live.school()).check(origin).startswith("Programs can read this address")
    with api(certificate, headers={**CORS, "Access-Control-Allow-Origin": live.school()}) as origin:
        assert CheckPage(page, live.school()).check(origin).startswith("The server does not allow it")


def test_by_keyboard_and_from_a_link(page: Page, live: LiveSite, open_api: str) -> None:
    page.goto(f"{live.public}/check-a-url/?url={open_api}")
    field = page.get_by_role("textbox", name="URL")
    wait_until(lambda: field.input_value() == open_api, seconds=20, what="the address from the link")
    status = page.get_by_role("status", name="Verdict")
    assert "Nothing checked yet" in status.inner_text(), "nothing is asked by opening a page"

    field.press("Enter")

    wait_until(lambda: "Programs can read" in status.inner_text(), seconds=20, what="the verdict")
