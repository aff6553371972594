"""Sibling hosts share a registrable domain, so browsers send them our cookies: their requests are refused."""

import pytest

from tests.clients import school_client

OWN = "http://north.localhost"
FOREIGN_ORIGINS = [
    "http://south.localhost", "http://run.localhost", "http://localhost", "https://north.localhost",
    "http://north.localhost:81", "http://evil.example", "null",
]  # fmt: skip


@pytest.mark.parametrize("origin", FOREIGN_ORIGINS)
@pytest.mark.parametrize("method", ["get", "post", "put", "patch", "delete", "options"])
def test_foreign_origin_is_refused(client, method, origin):
    answer = getattr(client, method)("/accounts/login/", headers={"origin": origin})

    assert answer.status_code == 403
    assert "Access-Control-Allow-Origin" not in answer


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
@pytest.mark.parametrize(
    ("mode", "dest"), [("cors", "empty"), ("no-cors", "script"), ("navigate", "iframe"), ("no-cors", "image")]
)
def test_request_made_by_a_foreign_page_is_refused(client, site, mode, dest):
    headers = {"sec-fetch-site": site, "sec-fetch-mode": mode, "sec-fetch-dest": dest}

    assert client.get("/accounts/login/", headers=headers).status_code == 403


@pytest.mark.parametrize("site", ["cross-site", "same-site", "same-origin", "none"])
def test_following_a_link_is_allowed(client, site):
    headers = {"sec-fetch-site": site, "sec-fetch-mode": "navigate", "sec-fetch-dest": "document"}

    assert client.get("/accounts/login/", headers=headers).status_code == 200


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_foreign_form_is_refused(client, site):
    headers = {"sec-fetch-site": site, "sec-fetch-mode": "navigate", "sec-fetch-dest": "document"}

    assert client.post("/accounts/login/", headers=headers).status_code == 403


def test_own_origin_is_allowed(client):
    answer = client.get("/accounts/login/", headers={"origin": OWN, "sec-fetch-site": "same-origin"})

    assert answer.status_code == 200


def test_form_without_its_token_is_refused_with_a_page(north):
    client = school_client("north", enforce_csrf_checks=True)

    answer = client.post("/accounts/login/", {"login": "a", "password": "b"})

    assert answer.status_code == 403
    assert "open for too long" in answer.text
