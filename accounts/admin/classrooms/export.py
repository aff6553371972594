"""The list of a class for a spreadsheet."""

from django.contrib.admin import ModelAdmin
from django.http import HttpRequest, HttpResponse
from django.utils.timezone import localtime
from django.views.decorators.http import require_safe

from accounts.admin.base import person
from accounts.admin.classrooms.objects import present_classroom_or_404
from accounts.admin.classrooms.page import students_of_class
from schools.spreadsheets import csv_response

HEADING = ("Name", "User name", "Other classes", "Last sign-in")


@require_safe
def class_csv(request: HttpRequest, admin: ModelAdmin, object_id: str) -> HttpResponse:
    """A CSV in which no cell is a formula."""
    classroom = present_classroom_or_404(admin, request, object_id)
    rows = [
        (
            one.person.display_name,
            one.person.username,
            ", ".join(one.other_classes),
            f"{localtime(one.person.last_login):%Y-%m-%d %H:%M}" if one.person.last_login else "",
        )
        for one in students_of_class(person(request), classroom)
    ]
    return csv_response(classroom.name, [HEADING, *rows])
