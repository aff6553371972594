"""Choosing a password, and codes for those who have none."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.utils import timezone

from accounts.codes import CODE_ALPHABET
from accounts.models import User
from accounts.services import give_password_code
from accounts.services.passwords import FIRST_CODE_LIFETIME
from tests.clients import school_client
from tests.factories import PASSWORD

CHANGE = "/accounts/password/"
NEW = "seven green kites"


def sign_in(password):
    client = school_client("north")
    return client, client.post("/accounts/login/", {"login": "ada", "password": password})


def change(client, old, new=NEW, again=None):
    return client.post(CHANGE, {"oldpassword": old, "password1": new, "password2": again or new})


def test_a_code_is_random_and_easy_to_read(ada):
    codes = {give_password_code(person=ada) for _ in range(50)}

    assert len(codes) == 50
    for code in codes:
        assert len(code) == 9
        assert set(code.replace("-", "")) <= set(CODE_ALPHABET)
    assert not set("0o1li") & set(CODE_ALPHABET)


def test_only_a_hash_of_the_code_is_kept(ada):
    code = give_password_code(person=ada)

    assert code not in str(User.objects.filter(pk=ada.pk).values())
    assert ada.check_password(code)


def test_a_code_opens_nothing_but_the_form_for_a_new_password(ada):
    client, answer = sign_in(give_password_code(person=ada))

    assert answer.status_code == 302
    for address in ("/", "/projects/", "/admin/"):
        assert client.get(address)["Location"] == CHANGE
    refused = client.get("/projects/1/files/", headers={"Accept": "application/json"})
    assert (refused.status_code, refused.json()["code"]) == (403, "forbidden")
    assert "You signed in with a code" in client.get(CHANGE).content.decode()


def test_after_choosing_a_password_everything_opens(ada):
    code = give_password_code(person=ada)
    client, _ = sign_in(code)

    answer = change(client, code)

    assert answer["Location"] == "/"
    assert client.get("/projects/").status_code == 200
    ada.refresh_from_db()
    assert (ada.must_change_password, ada.password_expires_at) == (False, None)
    assert sign_in(code)[1].status_code == 200
    assert sign_in(NEW)[1].status_code == 302


def test_the_code_itself_cannot_become_the_password(ada):
    code = give_password_code(person=ada)
    client, _ = sign_in(code)

    assert "Choose another password than the code" in change(client, code, code).content.decode()


def test_a_code_that_was_not_used_in_time_opens_nothing(ada):
    code = give_password_code(person=ada)
    User.objects.update(password_expires_at=timezone.now() - timedelta(seconds=1))

    client, answer = sign_in(code)

    assert answer.status_code == 200
    assert client.get("/projects/").status_code == 302


def test_a_first_code_waits_for_the_first_lesson(ada):
    give_password_code(person=ada, lifetime=FIRST_CODE_LIFETIME)

    assert ada.password_expires_at > timezone.now() + timedelta(days=13)


def test_a_new_code_ends_the_sessions_of_the_person(ada):
    client, _ = sign_in(PASSWORD)
    assert client.get("/projects/").status_code == 200

    give_password_code(person=ada)

    assert client.get("/projects/").status_code == 302


def test_a_new_code_lifts_the_lock(ada):
    for _ in range(settings.AXES_FAILURE_LIMIT):
        sign_in("guess")
    assert sign_in(PASSWORD)[1].status_code == 429

    assert sign_in(give_password_code(person=ada))[1].status_code == 302


def test_ones_own_password_is_changed_and_other_sessions_end(ada):
    here, _ = sign_in(PASSWORD)
    elsewhere, _ = sign_in(PASSWORD)

    change(here, PASSWORD)

    assert here.get("/projects/").status_code == 200
    assert elsewhere.get("/projects/").status_code == 302


@pytest.mark.parametrize(
    ("old", "new", "again"),
    [
        ("not this", NEW, NEW),
        (PASSWORD, "short", "short"),
        (PASSWORD, "password", "password"),
        (PASSWORD, NEW, "something else 1"),
        (PASSWORD, "x" * 2000, "x" * 2000),
        ("", "", ""),
        (PASSWORD, "null\0null\0", "null\0null\0"),
    ],
    ids=range(7),
)
def test_a_change_that_cannot_be_is_told(ada, old, new, again):
    client, _ = sign_in(PASSWORD)

    answer = change(client, old, new, again)

    assert answer.status_code == 200
    assert "field-error" in answer.content.decode()
    assert sign_in(PASSWORD)[1].status_code == 302


def test_the_form_is_for_those_who_are_signed_in(client):
    assert client.get(CHANGE).status_code == 302
