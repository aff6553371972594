"""Codes to sign in with, on slips."""

import re
from datetime import timedelta

import pytest
from django.conf import settings
from django.contrib.auth.hashers import identify_hasher
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts import services
from accounts.models import User
from tests import factories
from tests.accounts.back_office import CLASSES, text
from tests.clients import school_client
from tests.factories import PASSWORD

SLIP = re.compile(r"<dt>User name</dt><dd>([^<]+)</dd>\s*<dt>Code</dt><dd><code>([^<]+)</code>")


@pytest.fixture
def office(teacher):
    return factories.signed_in(teacher)


@pytest.fixture
def address(classroom):
    return f"{CLASSES}{classroom.pk}/slips/"


@pytest.fixture
def nia(classroom):
    """A student who has never had a password."""
    one = services.add_person(username="nia", display_name="Nia Brown")
    services.enrol(student=one, classroom=classroom)
    return one


@pytest.fixture
def otis(classroom):
    """A student with a code that she has not used yet."""
    one = services.add_person(username="otis")
    services.enrol(student=one, classroom=classroom)
    services.give_password_code(person=one)
    return one


def slips(answer):
    """The codes by user name."""
    return dict(SLIP.findall(text(answer)))


def sign_in(username, password):
    return school_client("north").post("/accounts/login/", {"login": username, "password": password})


def test_looking_gives_nobody_a_code(office, address, nia, otis):
    page = text(office.get(address))

    assert "Make codes for 1 student without one" in page
    assert "Make new codes for all 2 who have not chosen a password" in page
    nia.refresh_from_db()
    assert not nia.has_usable_password()


def test_first_codes_go_to_those_who_have_none(office, address, ada, nia, otis):
    given = slips(office.post(address, {"do": "first"}))

    assert set(given) == {"nia"}
    assert sign_in("nia", given["nia"]).status_code == 302
    assert sign_in("ada", PASSWORD).status_code == 302
    nia.refresh_from_db()
    assert nia.must_change_password
    assert nia.password_expires_at - timezone.now() > timedelta(days=13)


def test_a_code_that_ran_out_counts_as_none(office, address, otis):
    User.objects.filter(pk=otis.pk).update(password_expires_at=timezone.now() - timedelta(hours=1))

    assert set(slips(office.post(address, {"do": "first"}))) == {"otis"}


def test_all_without_a_password_get_new_codes_when_that_is_chosen(office, address, ada, nia, otis):
    assert set(slips(office.post(address, {"do": "waiting"}))) == {"nia", "otis"}


def test_a_slip_says_school_class_address_and_name(office, address, nia, north):
    page = text(office.post(address, {"do": "first"}))

    for shown in (f"{north.name} · Computing 9C", "Nia Brown", "<dd>north.localhost</dd>"):
        assert shown in page


def test_ticked_students_with_a_password_are_asked_about(office, address, ada, nia):
    form = {"do": "ticked", "student": [ada.pk, nia.pk]}

    page = text(office.post(address, form))
    assert "This student has a password." in page
    assert sign_in("ada", PASSWORD).status_code == 302

    given = slips(office.post(address, {**form, "confirmed": "1"}))
    assert set(given) == {"ada", "nia"}
    assert sign_in("ada", PASSWORD).status_code == 200
    assert sign_in("ada", given["ada"]).status_code == 302


def test_students_of_others_and_closed_accounts_get_no_code(office, address, nia):
    foreign = factories.student("foreign")
    factories.classroom(factories.teacher(), foreign)
    nia.is_active = False
    nia.save()

    office.post(address, {"do": "ticked", "student": [foreign.pk, nia.pk], "confirmed": "1"})
    office.post(address, {"do": "waiting"})

    assert sign_in("foreign", PASSWORD).status_code == 302
    nia.refresh_from_db()
    assert not nia.has_usable_password()


def test_codes_lift_locks_and_end_sessions(office, address, classroom, ada):
    browser = factories.signed_in(ada)
    for _ in range(settings.AXES_FAILURE_LIMIT):
        sign_in("ada", "guess")

    given = slips(office.post(address, {"do": "ticked", "student": [ada.pk], "confirmed": "1"}))

    assert browser.get("/projects/").status_code == 302
    assert sign_in("ada", given["ada"]).status_code == 302


def test_a_code_is_hashed_for_codes_and_anew_at_sign_in(nia):
    code = services.give_password_code(person=nia)
    assert identify_hasher(nia.password).algorithm == "code_pbkdf2_sha256"

    assert sign_in("nia", "abcd-efgh").status_code == 200
    assert sign_in("nia", code).status_code == 302

    nia.refresh_from_db()
    assert identify_hasher(nia.password).algorithm != "code_pbkdf2_sha256"
    assert nia.must_change_password


def test_codes_are_stored_in_as_many_statements_for_three_as_for_one(office, address, classroom, nia):
    office.get(address)
    counts = []
    for more in (0, 2):
        for _ in range(more):
            services.enrol(student=services.add_person(username=f"more{more}{_}"), classroom=classroom)
        with CaptureQueriesContext(connection) as queries:
            assert slips(office.post(address, {"do": "waiting"}))
        counts.append(len(queries))

    assert counts[0] == counts[1]
