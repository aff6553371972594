"""A student joins a class with its code."""

import pytest

from accounts import services
from accounts.codes import normalise_code
from accounts.views.joining import WRONG_CODES
from tests import factories
from tests.accounts.back_office import text
from tests.clients import school_client

JOIN = "/join/"


@pytest.fixture
def club(school):
    return factories.classroom(factories.teacher(), name="Code club")


@pytest.fixture
def browser(ada):
    return factories.signed_in(ada)


def address(classroom):
    return f"{JOIN}{classroom.join_code}/"


def test_a_student_types_the_code_is_asked_and_joins(browser, ada, club):
    typed = club.join_code.upper().replace("-", " ")

    answer = browser.post(JOIN, {"code": typed})
    assert answer["Location"] == address(club)
    assert "Join Code club?" in text(browser.get(address(club)))
    assert not club.students.exists()

    assert browser.post(address(club))["Location"] == "/"
    assert list(club.students.all()) == [ada]


@pytest.mark.parametrize("typed", [" ABCD-EFGH ", "abcdefgh", "abcd efgh", "ＡＢＣＤ－ＥＦＧＨ", "abcd–efgh"])
def test_spellings_of_a_code_mean_the_same(typed):
    assert normalise_code(typed) == "abcd-efgh"


@pytest.mark.parametrize("typed", ["", "abcd-efg", "abcd-efgi", "abcd-efgh2", "abcd-efg%", "\0" * 8])
def test_what_cannot_be_a_code_is_none(typed):
    assert normalise_code(typed) == ""


def test_joining_twice_says_so_and_changes_nothing(browser, ada, club):
    browser.post(address(club))

    assert "already" in text(browser.get(address(club)))
    browser.post(address(club))
    assert club.students.count() == 1


def test_old_closed_and_archived_codes_lead_nowhere(browser, club):
    old = address(club)
    services.renew_join_code(classroom=club)
    assert "No class has this code." in text(browser.get(old))

    services.set_joining(classroom=club, is_open=False)
    for page in (text(browser.get(address(club))), text(browser.post(address(club)))):
        assert "This code is closed at the moment." in page
        assert "Code club" not in page

    services.set_joining(classroom=club, is_open=True)
    services.set_archived(classroom=club, archived=True)
    assert "No class has this code." in text(browser.post(address(club)))
    assert not club.students.exists()


def test_a_code_of_another_school_leads_nowhere(browser, south, in_school):
    with in_school(south):
        code = factories.classroom(factories.teacher(), name="Southern class").join_code

    page = text(browser.post(JOIN, {"code": code}))

    assert "No class has this code." in page
    assert "Southern class" not in page


def test_the_class_is_named_to_nobody_who_is_not_signed_in(club):
    answer = school_client("north").get(address(club))

    assert answer["Location"] == f"/accounts/login/?next={address(club)}"


def test_guessing_is_stopped_for_this_person_alone(browser, club):
    for _ in range(WRONG_CODES):
        assert "No class has this code." in text(browser.post(JOIN, {"code": "aaaa-bbbb"}))

    for answer in (
        browser.get(address(club)),
        browser.post(address(club)),
        browser.post(JOIN, {"code": "x"}),
    ):
        assert answer.status_code == 429
        assert "try again in an hour" in answer.content.decode()
    assert not club.students.exists()
    assert "Join Code club?" in text(factories.signed_in(factories.student()).get(address(club)))


def test_staff_are_told_where_their_classes_are(teacher, club):
    browser = factories.signed_in(teacher)

    for answer in (browser.get(JOIN), browser.get(address(club)), browser.post(address(club))):
        assert "Codes are for students." in text(answer)
    assert not club.students.exists()


def test_what_was_typed_is_shown_as_text(browser):
    page = text(browser.post(JOIN, {"code": '"><script>alert(1)'}))

    assert "<script>alert" not in page
