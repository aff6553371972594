"""Uploading exercises: what a file holds is shown first, and stored when that is confirmed."""

import base64
import binascii
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse

from accounts.admin.base import person
from exercises import services
from exercises.document import Import, read_upload
from exercises.errors import ImportRefusedError
from exercises.forms.texts import UploadForm
from exercises.models import Collection, Exercise
from exercises.permissions import can_change, can_change_collection

if TYPE_CHECKING:
    from exercises.admin.exercises import ExerciseAdmin


def upload_page(admin: "ExerciseAdmin", request: HttpRequest) -> HttpResponse:
    """The form; then what would come, with what is wrong; then it is stored."""
    if not admin.has_add_permission(request):
        raise PermissionDenied
    if "confirmed" in request.POST:
        return _store(admin, request)
    form = UploadForm(request.POST or None, request.FILES or None, label_suffix="")
    if request.method != "POST" or not form.is_valid():
        return _page(admin, request, form=form)
    file = form.cleaned_data["file"]
    content = file.read()
    found = read_upload(file.name, content)
    return _page(
        admin, request, form=form, found=found, name=file.name, content=base64.b64encode(content).decode()
    )


def _store(admin: "ExerciseAdmin", request: HttpRequest) -> HttpResponse:
    """What was shown comes once more with the confirmation, and is read anew."""
    who = person(request)
    name = request.POST.get("name", "")
    try:
        found = read_upload(name, base64.b64decode(request.POST.get("content", ""), validate=True))
    except (binascii.Error, ValueError):
        return redirect("admin:exercises_exercise_upload")

    def may_change(row: Collection | Exercise) -> bool:
        return can_change(who, row) if isinstance(row, Exercise) else can_change_collection(who, row)

    try:
        stored = services.store_import(author=who, found=found, may_change=may_change)
    except ImportRefusedError as error:
        messages.error(request, str(error))
        return _page(admin, request, form=UploadForm(label_suffix=""), found=found)
    for each in stored:
        counts = f"{len(each.made)} new, {len(each.changed)} changed, {len(each.same)} as they were"
        messages.success(request, f"{each.title}: {counts}.")
    return redirect("admin:exercises_exercise_changelist")


def _page(
    admin: "ExerciseAdmin",
    request: HttpRequest,
    *,
    found: Import | None = None,
    status: int = 200,
    **more: Any,
) -> HttpResponse:
    context = {
        **admin.admin_site.each_context(request),
        "title": "Upload exercises",
        "found": found,
        "opts": admin.opts,
        "media": admin.media,
        **more,
    }
    return TemplateResponse(request, "admin/exercises/exercise/upload.html", context)
