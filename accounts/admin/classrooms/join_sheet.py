"""A sheet to hang on the wall: how a class is joined."""

from django.contrib.admin import ModelAdmin
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from accounts.admin.classrooms.objects import page_context, present_classroom_or_404


@require_safe
def join_sheet(request: HttpRequest, admin: ModelAdmin, object_id: str) -> HttpResponse:
    """The sheet, to be printed on one page of A4."""
    classroom = present_classroom_or_404(admin, request, object_id)
    address = request.build_absolute_uri(reverse("join-code", args=[classroom.join_code]))
    typed = request.build_absolute_uri(reverse("join")).rstrip("/")
    context = {
        **page_context(admin, request, classroom, f"Join {classroom}"),
        "address": typed.partition("://")[2],
        "qr_code": qr_code(address),
    }
    return TemplateResponse(request, "admin/accounts/classroom/join_sheet.html", context)


def qr_code(text: str) -> str:
    """The text as a QR code: the address of a picture, black on white in any theme, that any size fits."""
    import segno  # here: no other page needs it, and it takes 40 ms of every start

    return segno.make(text, error="m", micro=False).svg_data_uri(light="#ffffff", omitsize=True, border=2)
