"""What a teacher does with ticked students of a class: move, copy, take out. It is asked where something ends."""

from collections.abc import Sequence

from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_POST

from accounts import services
from accounts.admin.base import person
from accounts.admin.classrooms.objects import page_context, present_classroom_or_404
from accounts.admin.classrooms.page import other_classrooms
from accounts.models import Classroom, User
from accounts.queries import places_visible_to

NOBODY = "Tick the students first."
NO_CLASS = "Choose the class first."


@require_POST
def students_page(request: HttpRequest, admin: ModelAdmin, object_id: str) -> HttpResponse:
    """POST `do` = `move`, `copy` or `take-out`, with `student`s and, for the first two, `target`."""
    classroom = present_classroom_or_404(admin, request, object_id)
    students = ticked(request, classroom)
    if not students:
        messages.warning(request, NOBODY)
        return redirect("admin:accounts_classroom_change", classroom.pk)
    match request.POST.get("do"):
        case "move" | "copy" as what:
            _to_another(admin, request, what, students, classroom)
        case "take-out":
            return _take_out(admin, request, students, classroom)
    return redirect("admin:accounts_classroom_change", classroom.pk)


def ticked(request: HttpRequest, classroom: Classroom) -> list[User]:
    """The students of this class who were ticked; whoever is not hers is left out."""
    wanted = {key for key in request.POST.getlist("student") if key.isdecimal()}
    places = places_visible_to(person(request), classroom)
    return [place.student for place in places if str(place.student_id) in wanted]


def counted(students: Sequence[User]) -> str:
    """`Ada` or `3 students`."""
    return str(students[0]) if len(students) == 1 else f"{len(students)} students"


def _to_another(
    admin: ModelAdmin, request: HttpRequest, what: str, students: list[User], classroom: Classroom
) -> None:
    chosen = request.POST.get("target", "")
    target = next(
        (one for one in other_classrooms(person(request), classroom) if str(one.pk) == chosen), None
    )
    if target is None:
        messages.warning(request, NO_CLASS)
        return
    who, verb = counted(students), "is" if len(students) == 1 else "are"
    if what == "move":
        services.move_students(students=students, source=classroom, target=target)
        text = f"{who} {verb} in {target} now, and no longer in {classroom}."
    else:
        services.enrol_all(students=students, classroom=target)
        text = f"{who} {verb} in {target} as well now."
    admin.log_change(request, classroom, text)
    messages.success(request, text)


def _take_out(
    admin: ModelAdmin, request: HttpRequest, students: list[User], classroom: Classroom
) -> HttpResponse:
    """Asks first; the second time, with `confirmed`, does it."""
    if not request.POST.get("confirmed"):
        context = page_context(admin, request, classroom, f"Take {counted(students)} out of {classroom}?")
        return TemplateResponse(
            request, "admin/accounts/classroom/take_out.html", {**context, "students": students}
        )
    services.take_out(students=students, classroom=classroom)
    text = f"{counted(students)} {'is' if len(students) == 1 else 'are'} no longer in {classroom}."
    admin.log_change(request, classroom, text)
    messages.success(request, text)
    return redirect("admin:accounts_classroom_change", classroom.pk)
