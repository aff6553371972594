"""Cookies, tokens and links of one school are worth nothing at another, nor at the public site."""

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.core import signing
from django.core.cache import cache

from accounts.enums import Role
from accounts.models import User
from accounts.services.people import add_person
from schools.models import School
from schools.signing import SchoolSigner
from tests.clients import HostClient, public_client, school_client

PASSWORD = "a long password"
PRIVATE = ["/", "/projects/", "/admin/", "/accounts/password/change/"]


@pytest.fixture
def two_amals(north, south, in_school):
    """A person with the same user name, password and number in both schools."""
    for school in (north, south):
        with in_school(school):
            add_person(username="amal", password=PASSWORD, role=Role.ADMINISTRATOR)


@pytest.fixture
def signed_in(two_amals):
    """A browser of Amal's, signed in at north."""
    client = school_client("north")
    client.post("/accounts/login/", {"login": "amal", "password": PASSWORD})
    assert client.get("/admin/").status_code == 200
    return client


def replayed(signed_in, host):
    """A browser at another host with all the cookies of the first."""
    client = HostClient(host)
    for name, cookie in signed_in.cookies.items():
        client.cookies[name] = cookie.value
    return client


@pytest.mark.parametrize("path", PRIVATE)
@pytest.mark.parametrize("host", ["south.localhost", "localhost", "run.localhost", "nowhere.localhost"])
def test_session_of_north_opens_nothing_elsewhere(signed_in, host, path):
    answer = replayed(signed_in, host).get(path, follow=False)

    assert answer.status_code in (302, 404) or (host == "localhost" and path == "/")
    assert "amal" not in answer.text
    if answer.status_code == 302:
        assert "/login/" in answer["Location"]


def test_session_key_planted_in_the_other_school_is_of_no_use(signed_in, south, in_school):
    key = signed_in.cookies[settings.SESSION_COOKIE_NAME].value
    with in_school(school_named("north")):
        row = Session.objects.get(session_key=key)
    with in_school(south):
        Session.objects.create(session_key=key, session_data=row.session_data, expire_date=row.expire_date)

    answer = replayed(signed_in, "south.localhost").get("/projects/")

    assert answer.status_code == 302


def school_named(slug):
    """The school with this name."""
    return School.objects.get(slug=slug)


def test_signing_out_at_south_leaves_north_signed_in(signed_in):
    replayed(signed_in, "south.localhost").post("/accounts/logout/")

    assert signed_in.get("/admin/").status_code == 200


def test_csrf_token_of_north_is_no_token_at_south(two_amals):
    north = school_client("north", enforce_csrf_checks=True)
    north.get("/accounts/login/")
    token = north.cookies[settings.CSRF_COOKIE_NAME].value
    south = school_client("south", enforce_csrf_checks=True)

    answer = south.post(
        "/accounts/login/", {"login": "amal", "password": PASSWORD, "csrfmiddlewaretoken": token}
    )

    assert answer.status_code == 403


def test_password_of_north_does_not_open_south(north, south, in_school):
    with in_school(north):
        add_person(username="amal", password=PASSWORD)

    answer = school_client("south").post("/accounts/login/", {"login": "amal", "password": PASSWORD})

    assert answer.status_code == 200
    assert settings.SESSION_COOKIE_NAME not in answer.cookies


def test_lock_at_south_does_not_lock_north(two_amals):
    south = school_client("south")
    for _ in range(settings.AXES_FAILURE_LIMIT + 1):
        south.post("/accounts/login/", {"login": "amal", "password": "wrong"})

    answer = school_client("north").post("/accounts/login/", {"login": "amal", "password": PASSWORD})

    assert answer.status_code == 302


@pytest.mark.parametrize("signer", [SchoolSigner, signing.get_cookie_signer])
def test_signature_of_north_is_none_at_south(north, south, in_school, signer):
    with in_school(north):
        signed = signer().sign("person-1")
        assert signer().unsign(signed) == "person-1"
    with in_school(south), pytest.raises(signing.BadSignature):
        signer().unsign(signed)
    with pytest.raises(signing.BadSignature):
        signer().unsign(signed)


def test_no_cookie_names_a_domain(signed_in, two_amals):
    south = school_client("south")
    south.post("/accounts/login/", {"login": "amal", "password": PASSWORD})

    for cookie in [*signed_in.cookies.values(), *south.cookies.values()]:
        assert cookie["domain"] == ""
        assert cookie["path"] == "/"
        assert cookie["samesite"] == "Lax"


def test_public_site_sets_no_cookie(db):
    assert not public_client().get("/").cookies


def test_cache_of_north_is_not_that_of_south(north, south, in_school):
    with in_school(north):
        cache.set("greeting", "hello north")
    with in_school(south):
        assert cache.get("greeting") is None
    with in_school(north):
        assert cache.get("greeting") == "hello north"


def test_names_of_people_are_not_shared(two_amals, north, south, in_school):
    with in_school(north):
        User.objects.update(display_name="Amal of North")
    with in_school(south):
        assert User.objects.get().display_name == ""
