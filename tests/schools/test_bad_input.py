"""Requests that are too large or too odd: 4xx, one sentence, nothing kept."""

import pytest

from accounts.services.people import add_person

SIGN_IN = "/accounts/login/"


def test_body_over_the_limit_is_413_unread(client, settings):
    settings.MAX_REQUEST_BYTES = 1000

    answer = client.post(SIGN_IN, {"login": "x" * 2000, "password": "x"})

    assert (answer.status_code, answer.text) == (413, "This request is too large.\n")


def test_form_over_djangos_limit_is_413(client, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1000

    answer = client.post(SIGN_IN, {"login": "x" * 2000}, content_type="application/x-www-form-urlencoded")

    assert answer.status_code == 413


def test_too_many_fields_are_413(client, settings):
    answer = client.post(
        SIGN_IN, {f"field{number}": "" for number in range(settings.DATA_UPLOAD_MAX_NUMBER_FIELDS + 1)}
    )

    assert answer.status_code == 413


@pytest.mark.parametrize(
    "path", ["/a%00b", "/accounts/login/?next=%00", "/accounts/login/?next=%ff", "/?q=%c3%28"]
)
def test_nul_and_broken_text_in_addresses_are_400(client, path):
    assert client.get(path).status_code == 400


@pytest.mark.parametrize(
    "value", ["amal\0", "a" * 10_000, "ａｍａｌ", "'; DROP TABLE accounts_user; --", "{{ 7*7 }}", "\ud800"]
)
@pytest.mark.parametrize("field", ["login", "password"])
def test_odd_words_at_sign_in_are_refused_as_wrong(client, field, value):
    form = {"login": "amal", "password": "wrong"} | {field: value}

    answer = client.post(SIGN_IN, {key: text.encode("utf-8", "surrogatepass") for key, text in form.items()})

    assert answer.status_code in (200, 400, 403, 413)
    assert "sessionid" not in answer.cookies
    assert "Traceback" not in answer.text


@pytest.mark.parametrize(
    "target", ["//evil.example", "https://evil.example", "javascript:alert(1)", r"\\evil.example"]
)
def test_signing_in_never_leads_elsewhere(client, target):
    add_person(username="amal", password="a long password")

    answer = client.post(SIGN_IN, {"login": "amal", "password": "a long password", "next": target})

    assert (answer.status_code, answer["Location"]) == (302, "/")
