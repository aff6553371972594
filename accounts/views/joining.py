"""A student joins a class: she types its code, or follows the address on the sheet, and is asked once."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from accounts import services
from accounts.codes import normalise_code
from accounts.models import Classroom
from accounts.queries import classroom_of_code
from accounts.requests import SignedInRequest
from accounts.services.joining import CLOSED, UNKNOWN
from schools.throttle import count, counted

WRONG_CODES = 20
HOUR = 3600
TOO_MANY = (
    "You have tried many codes that lead nowhere. Ask your teacher for the code, and try again in an hour."
)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def join(request: SignedInRequest) -> HttpResponse:
    """The form on GET; on POST the way to the class's own address, if the code is one."""
    typed = request.POST.get("code", "").strip()
    if not request.user.is_student or request.method != "POST":
        return _form(request)
    found = _look_up(request, typed)
    return found if isinstance(found, HttpResponse) else redirect("join-code", found.join_code)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def join_with_code(request: SignedInRequest, code: str) -> HttpResponse:
    """Names the class and asks on GET; joins on POST."""
    if not request.user.is_student:
        return _form(request)
    found = _look_up(request, code)
    if isinstance(found, HttpResponse):
        return found
    if request.method != "POST":
        return render(
            request, "accounts/join_class.html", {"classroom": found, "here": _is_in(request, found)}
        )
    return _joined(request, code)


def _joined(request: SignedInRequest, code: str) -> HttpResponse:
    try:
        classroom = services.join_classroom(student=request.user, code=code)
    except ValidationError as error:  # closed or renewed at this very moment
        return _form(request, typed=code, error=error.messages[0])
    messages.success(request, f"You are in {classroom} now.")
    return redirect("home")


def _look_up(request: SignedInRequest, typed: str) -> Classroom | HttpResponse:
    """The class of a code, or the form that says why there is none. Wrong codes are counted for each person."""
    brake = f"join:{request.user.pk}"
    if counted(brake, HOUR) >= WRONG_CODES:
        return _form(request, error=TOO_MANY, status=429)
    found = classroom_of_code(typed)
    if found is None:
        count(brake, HOUR)
        return _form(request, typed=typed, error=UNKNOWN)
    if not found.joining_open:
        return _form(request, typed=typed, error=CLOSED)
    return found


def _is_in(request: SignedInRequest, classroom: Classroom) -> bool:
    return classroom.enrolments.filter(student=request.user).exists()


def _form(request: HttpRequest, *, typed: str = "", error: str = "", status: int = 200) -> HttpResponse:
    context = {"typed": normalise_code(typed) or typed[:20], "error": error, "status": status}
    return render(request, "accounts/join.html", context, status=status)
