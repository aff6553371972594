"""Codes to sign in with, on slips to cut apart. They are shown once: only their hashes are kept."""

from collections.abc import Sequence
from datetime import timedelta

from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from accounts import services
from accounts.admin.base import person
from accounts.admin.classrooms.objects import page_context, present_classroom_or_404
from accounts.admin.classrooms.page import students_of_class
from accounts.admin.classrooms.students import NOBODY
from accounts.models import Classroom, User
from accounts.services.passwords import CODE_LIFETIME, FIRST_CODE_LIFETIME


@require_http_methods(["GET", "HEAD", "POST"])
def slips_page(request: HttpRequest, admin: ModelAdmin, object_id: str) -> HttpResponse:
    """Asks on GET. On POST `do=first` makes codes for those who have none that is valid, `do=waiting` for all who have
    not chosen a password, and `do=ticked` for the `student`s that are named; `confirmed` where that ends a password."""
    classroom = present_classroom_or_404(admin, request, object_id)
    students = [one.person for one in students_of_class(person(request), classroom) if one.person.is_active]
    match request.POST.get("do"):
        case "first":
            chosen = [one for one in students if one.needs_code]
            return _slips(request, admin, classroom, chosen, FIRST_CODE_LIFETIME)
        case "waiting":
            chosen = [one for one in students if not one.has_own_password]
            return _slips(request, admin, classroom, chosen, FIRST_CODE_LIFETIME)
        case "ticked":
            return _ticked(request, admin, classroom, students)
    context = {
        **page_context(admin, request, classroom, "Codes on slips"),
        "first": sum(one.needs_code for one in students),
        "waiting": sum(not one.has_own_password for one in students),
        "days": FIRST_CODE_LIFETIME.days,
    }
    return TemplateResponse(request, "admin/accounts/classroom/slips_ask.html", context)


def _ticked(
    request: HttpRequest, admin: ModelAdmin, classroom: Classroom, students: Sequence[User]
) -> HttpResponse:
    wanted = set(request.POST.getlist("student"))
    chosen = [one for one in students if str(one.pk) in wanted]
    if not chosen:
        messages.warning(request, NOBODY)
        return redirect("admin:accounts_classroom_change", classroom.pk)
    own = [one for one in chosen if one.has_own_password]
    if own and not request.POST.get("confirmed"):
        context = page_context(admin, request, classroom, "New codes on slips")
        return TemplateResponse(
            request,
            "admin/accounts/classroom/slips_ticked.html",
            {**context, "students": chosen, "own": own},
        )
    return _slips(request, admin, classroom, chosen, CODE_LIFETIME if own else FIRST_CODE_LIFETIME)


def _slips(
    request: HttpRequest, admin: ModelAdmin, classroom: Classroom, people: list[User], lifetime: timedelta
) -> HttpResponse:
    """The codes on slips. Raises PermissionDenied for somebody whose codes are not hers to give."""
    if not all(one.is_student for one in people):
        raise PermissionDenied
    if not people:
        messages.info(request, "Everybody in this class has a code or a password already.")
        return redirect("admin:accounts_classroom_change", classroom.pk)
    codes = services.give_password_codes(people=people, lifetime=lifetime)
    admin.log_change(request, classroom, f"Gave codes to {', '.join(one.username for one in people)}.")
    context = {
        **page_context(admin, request, classroom, "Codes on slips"),
        "slips": list(zip(people, codes, strict=True)),
        "valid_until": timezone.now() + lifetime,
        "address": request.build_absolute_uri(reverse("home")).partition("://")[2].rstrip("/"),
    }
    return TemplateResponse(request, "admin/accounts/classroom/slips.html", context)
