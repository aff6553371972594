"""The public site and the error pages."""

import pytest

from tests.clients import HostClient


def test_front_page_says_what_codeyard_is(db, public):
    answer = public.get("/")

    assert answer.status_code == 200
    assert "Find your school" in answer.text
    assert "Set-Cookie" not in answer.headers


@pytest.mark.parametrize("typed", ["north", "NORTH", " north ", "North High School", "north high school"])
def test_school_is_found_by_short_name_or_title(north, public, typed):
    answer = public.get("/find/", {"school": typed})

    assert (answer.status_code, answer["Location"]) == (302, "http://north.localhost/")


@pytest.mark.parametrize(
    "typed", ["nort", "n", "%", "North High", "//evil.example", "<script>alert(1)</script>", "x" * 5000]
)
def test_unknown_school_is_told_on_the_same_page(north, public, typed):
    answer = public.get("/find/", {"school": typed})

    assert answer.status_code == 404
    assert "There is no school called" in answer.text
    assert "<script>alert" not in answer.text


def test_nothing_typed_shows_the_front_page_again(db, public):
    assert "Find your school" in public.get("/find/").text


def test_front_page_may_send_its_form_on_to_a_school(db, public):
    policy = public.get("/")["Content-Security-Policy"]

    assert "form-action 'self' http://*.localhost http://localhost" in policy


def test_missing_page_of_a_school_leads_back_to_it(client):
    answer = client.get("/no-such-page/")

    assert answer.status_code == 404
    assert "Back to North High School" in answer.text


def test_programs_get_json(client):
    answer = client.get("/no-such-page/", headers={"accept": "application/json"})

    assert answer.json()["code"] == "not-found"


def test_address_without_a_school_leads_to_the_public_site(db):
    answer = HostClient("nowhere.localhost").get("/")

    assert answer.status_code == 404
    assert 'href="http://localhost/"' in answer.text


@pytest.mark.parametrize("path", ["/", "/find/", "/robots.txt", "/nothing/"])
def test_head_is_get_without_its_body(db, public, path):
    get, head = public.get(path), public.head(path)

    assert head.status_code == get.status_code
    assert (head.content, int(head["Content-Length"]) > 0) == (b"", True)


@pytest.mark.parametrize("host", ["localhost", "north.localhost"])
def test_browsers_that_ask_for_the_old_icon_get_ours(north, host):
    assert "mark" in HostClient(host).get("/favicon.ico")["Location"]


@pytest.mark.parametrize("host", ["localhost", "north.localhost"])
def test_robots_are_told_what_to_leave_alone(north, host):
    assert "Disallow: /accounts/" in HostClient(host).get("/robots.txt").text
