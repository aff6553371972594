"""Signing in and out."""

import re

import pytest
from axes.models import AccessAttempt
from django.conf import settings
from django.core.cache import cache

from tests import factories
from tests.clients import school_client
from tests.factories import PASSWORD

LOGIN = "/accounts/login/"
WRONG = "The user name or the password is not right."


def sign_in(client, username="ada", password=PASSWORD, **more):
    address = more.pop("address", LOGIN)
    return client.post(address, {"login": username, "password": password, **more})


def is_signed_in(client):
    return client.get("/projects/").status_code == 200


def test_the_page_has_what_people_and_password_managers_look_for(client):
    page = client.get(LOGIN).content.decode()

    assert re.search(r'<label for="id_login">\s*Username\s*</label>', page)
    assert re.search(r'<label for="id_password">\s*Password\s*</label>', page)
    assert 'autocomplete="username"' in page
    assert 'autocomplete="current-password"' in page
    assert re.search(r"<button[^>]*>\s*Sign in\s*</button>", page)


@pytest.mark.parametrize("role", ["student", "teacher", "administrator"])
def test_everybody_lands_on_the_home_page(client, school, role):
    factories.person("grace", role)

    answer = sign_in(client, "grace")

    assert (answer.status_code, answer["Location"]) == (302, "/")
    assert is_signed_in(client)


@pytest.mark.parametrize("typed", ["ADA", " ada ", "ａｄａ"])
def test_every_spelling_of_the_name_signs_in(client, ada, typed):
    assert sign_in(client, typed).status_code == 302


def test_a_wrong_password_and_an_unknown_name_read_alike(client, ada):
    wrong = sign_in(client, "ada", "not this").content.decode()
    unknown = sign_in(client, "nobody", "not this").content.decode()

    assert WRONG in wrong
    assert WRONG in unknown
    assert 'value="ada"' in wrong
    assert "not this" not in wrong


def test_somebody_who_may_not_sign_in_reads_the_same(client, ada):
    ada.is_active = False
    ada.save()

    assert WRONG in sign_in(client).content.decode()
    assert not is_signed_in(client)


@pytest.mark.parametrize(
    "target",
    [
        "//evil.example",
        "javascript:alert(1)",
        "https://evil.example/",
        "http://south.localhost/",
        "http://run.localhost/",
        "\\\\evil.example",
        "/\\evil.example",
        "https:evil.example",
    ],
)
@pytest.mark.parametrize("where", ["query", "form"])
def test_a_foreign_target_is_ignored(client, ada, target, where):
    answer = (
        sign_in(client, next=target)
        if where == "form"
        else client.post(LOGIN, {"login": "ada", "password": PASSWORD}, query_params={"next": target})
    )

    assert (answer.status_code, answer["Location"]) == (302, "/")


def test_a_target_of_ones_own_school_is_followed(client, ada):
    assert sign_in(client, next="/projects/12/")["Location"] == "/projects/12/"


@pytest.mark.parametrize(
    ("username", "password"),
    [
        ("ada", "x" * 10_240),
        ("ada", "a\0b"),
        ("a\0da", PASSWORD),
        ("' OR 1=1 --", "' OR 1=1 --"),
        ("x" * 5000, PASSWORD),
        ("", ""),
        ("ada", ""),
        ("\ud7ff\uffff", "\ufffe"),
        ("ﷺ" * 60, PASSWORD),
    ],
    ids=range(9),
)
def test_strange_input_is_answered_with_the_form(client, ada, username, password):
    answer = sign_in(client, username, password)

    assert answer.status_code == 200
    assert re.search(r'role="alert"|field-error', answer.content.decode())
    assert not is_signed_in(client)


def test_the_session_gets_a_new_key_at_sign_in(client, ada):
    client.cookies[settings.SESSION_COOKIE_NAME] = "a" * 32

    sign_in(client)

    assert client.cookies[settings.SESSION_COOKIE_NAME].value != "a" * 32
    assert is_signed_in(client)


def test_a_session_made_before_signing_in_is_not_kept(client, ada):
    client.get(LOGIN, query_params={"next": "/projects/"})
    session = client.session
    session["planted"] = "by somebody else"
    session.save()
    before = session.session_key
    client.cookies[settings.SESSION_COOKIE_NAME] = before

    sign_in(client)

    assert client.cookies[settings.SESSION_COOKIE_NAME].value != before


def test_signing_in_needs_the_token(ada):
    client = school_client("north", enforce_csrf_checks=True)

    assert sign_in(client).status_code == 403


def test_signing_out_needs_a_post(client, ada):
    sign_in(client)

    client.get("/accounts/logout/")
    assert is_signed_in(client)

    assert client.post("/accounts/logout/").status_code == 302
    assert not is_signed_in(client)


@pytest.mark.parametrize(
    "page",
    [
        "signup",
        "email",
        "password/reset",
        "password/set",
        "confirm-email",
        "inactive",
        "social/signup",
        "2fa",
        "3rdparty",
    ],
)
def test_no_other_page_of_the_library_is_there(client, page):
    assert client.get(f"/accounts/{page}/").status_code == 404


def test_a_session_of_one_school_is_nothing_in_another(client, south_client, ada):
    sign_in(client)

    south_client.cookies = client.cookies

    assert south_client.get("/projects/").status_code == 302


def test_signed_out_people_are_sent_to_sign_in_and_back(client, ada):
    assert client.get("/projects/")["Location"] == "/accounts/login/?next=/projects/"


def test_a_class_of_35_signs_in_from_one_address_within_a_minute(school):
    pupils = [factories.student() for _ in range(35)]

    signed_in = 0
    for pupil in pupils:
        client = school_client("north", REMOTE_ADDR="10.1.2.3")
        sign_in(client, pupil.username, "mistyped")
        signed_in += sign_in(client, pupil.username).status_code == 302

    assert signed_in == 35


class TestLock:
    """Eight wrong passwords for one name from one address."""

    @pytest.fixture
    def locked(self, client, ada):
        for _ in range(settings.AXES_FAILURE_LIMIT):
            answer = sign_in(client, "ada", "guess")
        return answer

    def test_the_page_says_when_and_who_helps(self, locked):
        page = locked.content.decode()

        assert locked.status_code == 429
        assert re.search(r"<time[^>]*>\d\d:\d\d</time>", page)
        assert "Your teacher can unlock it" in page

    def test_the_right_password_no_longer_opens(self, locked, client):
        assert sign_in(client).status_code == 429
        assert not is_signed_in(client)

    @pytest.mark.parametrize("typed", ["ADA", "ａｄａ", " ada"])
    def test_another_spelling_is_the_same_name(self, locked, client, typed):
        assert sign_in(client, typed).status_code == 429

    def test_another_address_is_not_locked(self, locked):
        assert sign_in(school_client("north", REMOTE_ADDR="10.9.9.9")).status_code == 302

    def test_another_name_is_not_locked(self, locked, client, school):
        factories.student("grace")

        assert sign_in(client, "grace").status_code == 302

    def test_a_forged_forwarding_header_changes_nothing(self, locked):
        forged = school_client("north")

        answer = forged.post(
            LOGIN,
            {"login": "ada", "password": PASSWORD},
            headers={"X-Forwarded-For": "1.2.3.4", "X-Real-IP": "1.2.3.4"},
        )

        assert answer.status_code == 429

    def test_another_school_is_not_locked(self, locked, south, south_client, in_school):
        with in_school(south):
            factories.student("ada")

        assert sign_in(south_client).status_code == 302

    def test_no_password_is_written_down(self, locked):
        attempts = AccessAttempt.objects.values()

        assert attempts
        assert all("guess" not in str(attempt) for attempt in attempts)


def test_success_forgets_the_mistakes_before(client, ada):
    for _ in range(3):
        for _ in range(settings.AXES_FAILURE_LIMIT - 1):
            sign_in(client, "ada", "mistyped")
        assert sign_in(client).status_code == 302
        client.post("/accounts/logout/")
        cache.clear()


def test_behind_a_proxy_the_address_that_the_proxy_saw_counts(ada, settings):
    settings.PROXY_COUNT = 1
    for n in range(settings.AXES_FAILURE_LIMIT):
        school_client("north").post(
            LOGIN, {"login": "ada", "password": "guess"}, headers={"X-Forwarded-For": f"9.9.9.{n}, 10.0.0.7"}
        )

    def answer(forwarded):
        headers = {"X-Forwarded-For": forwarded}
        return (
            school_client("north")
            .post(LOGIN, {"login": "ada", "password": PASSWORD}, headers=headers)
            .status_code
        )

    assert answer("5.5.5.5, 10.0.0.7") == 429
    assert answer("10.0.0.8") == 302
