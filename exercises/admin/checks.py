"""The form of one check."""

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse

from exercises import services
from exercises.admin.objects import changeable
from exercises.admin.publishing import back_to
from exercises.forms.checks import FORMS
from exercises.models import Check, Exercise
from exercises.services.documents import check_shape
from exercises.services.working_copies import current_document

if TYPE_CHECKING:
    from exercises.admin.exercises import ExerciseAdmin


def add_check_page(admin: "ExerciseAdmin", request: HttpRequest, object_id: str, kind: str) -> HttpResponse:
    """The empty form of a kind."""
    if kind not in FORMS:
        raise Http404
    return _form_page(admin, request, changeable(admin, request, object_id), kind, None)


def check_page(admin: "ExerciseAdmin", request: HttpRequest, object_id: str, check_id: int) -> HttpResponse:
    """The form of a check that is there; `delete` deletes it."""
    exercise = changeable(admin, request, object_id)
    check = get_object_or_404(exercise.checks, pk=check_id)
    if request.method == "POST" and "delete" in request.POST:
        services.delete_check(check=check)
        messages.success(request, f"The check “{check}” was deleted.")
        return back_to(exercise)
    return _form_page(admin, request, exercise, check.kind, check)


def _form_page(
    admin: "ExerciseAdmin", request: HttpRequest, exercise: Exercise, kind: str, check: Check | None
) -> HttpResponse:
    document, _ = current_document(exercise)
    given = check_shape(check) if check else None
    form = FORMS[kind](document, given, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        saved = services.save_check(exercise=exercise, check=form.check, row=check)
        admin.log_change(request, exercise, f"Wrote the check “{saved}”.")
        messages.success(request, f"The check “{saved}” was saved.")
        return back_to(exercise)
    context: dict[str, Any] = {
        **admin.admin_site.each_context(request),
        "title": f"Check: {check or form.kind.label}",  # type: ignore[attr-defined]
        "exercise": exercise,
        "check": check,
        "form": form,
        "opts": admin.opts,
        "media": admin.media,
    }
    return TemplateResponse(request, "admin/exercises/exercise/check.html", context)
