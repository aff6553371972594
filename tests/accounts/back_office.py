"""Addresses and forms of the back office, as a browser sees them."""

from django.http import HttpResponse

PEOPLE = "/admin/accounts/user/"
CLASSES = "/admin/accounts/classroom/"
PROJECTS = "/admin/projects/project/"


def text(answer: HttpResponse) -> str:
    """The page of an answer, which must be a page."""
    assert answer.status_code == 200, (answer.status_code, answer.headers)
    return answer.content.decode()


def enrolments(**more: str) -> dict[str, str]:
    """The part of a class's form that lists its students; none, unless given."""
    return {
        "enrolments-TOTAL_FORMS": "0",
        "enrolments-INITIAL_FORMS": "0",
        "enrolments-MIN_NUM_FORMS": "0",
        "enrolments-MAX_NUM_FORMS": "1000",
        **more,
    }
