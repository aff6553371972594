"""Addresses and forms of the back office, as a browser sees them."""

from django.http import HttpResponse

PEOPLE = "/admin/accounts/user/"
CLASSES = "/admin/accounts/classroom/"
PROJECTS = "/admin/projects/project/"


def text(answer: HttpResponse) -> str:
    """The page of an answer, which must be a page."""
    assert answer.status_code == 200, (answer.status_code, answer.headers)
    return answer.content.decode()
