"""The settings of a class: its name, who teaches it, its code, and putting it away."""

from collections.abc import Callable

from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse

from accounts import services
from accounts.admin.base import person
from accounts.admin.classrooms.objects import classroom_or_404, page_context
from accounts.models import Classroom
from accounts.queries import colleagues_for

CLASSES = "admin:accounts_classroom_changelist"
CLASS_PAGE = "admin:accounts_classroom_change"
SETTINGS = "admin:accounts_classroom_settings"


def settings_page(request: HttpRequest, admin: ModelAdmin, object_id: str) -> HttpResponse:
    """The page on GET; on POST `do` says what is done: one of `ACTIONS`."""
    classroom = classroom_or_404(admin, request, object_id)
    action = ACTIONS.get(request.POST.get("do", "")) if request.method == "POST" else None
    if action is None:
        return _page(admin, request, classroom)
    return action(admin, request, classroom)


def _page(
    admin: ModelAdmin, request: HttpRequest, classroom: Classroom, error: str = "", typed: str | None = None
) -> HttpResponse:
    teachers = list(classroom.teachers.order_by("display_name", "username"))
    asker = person(request)
    context = {
        **page_context(admin, request, classroom, f"Settings of {classroom}"),
        "error": error,
        "name": classroom.name if typed is None else typed,
        "teachers": teachers,
        "colleagues": colleagues_for(classroom),
        "teaches": asker in teachers,
        "may_leave": asker in teachers and any(one.is_active for one in teachers if one.pk != asker.pk),
    }
    return TemplateResponse(request, "admin/accounts/classroom/settings.html", context)


def _rename(admin: ModelAdmin, request: HttpRequest, classroom: Classroom) -> HttpResponse:
    before, typed = classroom.name, request.POST.get("name", "")
    try:
        services.rename_classroom(classroom=classroom, name=typed)
    except ValidationError as error:
        classroom.name = before
        return _page(admin, request, classroom, error.messages[0], typed)
    return _done(admin, request, classroom, f"The class is called {classroom} now.")


def _archive(admin: ModelAdmin, request: HttpRequest, classroom: Classroom) -> HttpResponse:
    """Asks first; the second time, with `confirmed`, does it."""
    if not request.POST.get("confirmed"):
        context = page_context(admin, request, classroom, f"Archive {classroom}?")
        return TemplateResponse(request, "admin/accounts/classroom/archive.html", context)
    services.set_archived(classroom=classroom, archived=True)
    return _done(admin, request, classroom, f"{classroom} is archived.", CLASSES)


def _restore(admin: ModelAdmin, request: HttpRequest, classroom: Classroom) -> HttpResponse:
    try:
        services.set_archived(classroom=classroom, archived=False)
    except ValidationError as error:
        classroom.archived = True
        return _page(admin, request, classroom, f"{error.messages[0]} Give this one another name first.")
    return _done(admin, request, classroom, f"{classroom} is back.")


def _share(admin: ModelAdmin, request: HttpRequest, classroom: Classroom) -> HttpResponse:
    chosen = request.POST.get("teacher", "")
    colleague = colleagues_for(classroom).filter(pk=chosen).first() if chosen.isdecimal() else None
    if colleague is None:
        return _page(admin, request, classroom, "Choose a teacher first.")
    services.add_teacher(classroom=classroom, teacher=colleague)
    return _done(admin, request, classroom, f"{colleague} teaches {classroom} as well now.", SETTINGS)


def _leave(admin: ModelAdmin, request: HttpRequest, classroom: Classroom) -> HttpResponse:
    """Asks first; the second time, with `confirmed`, does it."""
    if not request.POST.get("confirmed"):
        context = page_context(admin, request, classroom, f"Leave {classroom}?")
        return TemplateResponse(request, "admin/accounts/classroom/leave.html", context)
    try:
        services.leave_classroom(classroom=classroom, teacher=person(request))
    except ValidationError as error:
        return _page(admin, request, classroom, error.messages[0])
    text = f"You no longer teach {classroom}."
    return _done(admin, request, classroom, text, CLASSES)


def _remove(admin: ModelAdmin, request: HttpRequest, classroom: Classroom) -> HttpResponse:
    """An administrator takes a teacher out of a class; a class without teachers is hers to fill again."""
    if not person(request).is_administrator:
        return _page(admin, request, classroom, "Only an administrator takes a colleague out of a class.")
    rest = [one for one in classroom.teachers.all() if str(one.pk) != request.POST.get("teacher")]
    services.set_teachers(classroom=classroom, teachers=rest)
    return _done(admin, request, classroom, "Saved.", SETTINGS)


def _renew(admin: ModelAdmin, request: HttpRequest, classroom: Classroom) -> HttpResponse:
    services.renew_join_code(classroom=classroom)
    text = f"The code is {classroom.join_code} now. The old one, and sheets that show it, lead nowhere."
    return _done(admin, request, classroom, text)


def _open(admin: ModelAdmin, request: HttpRequest, classroom: Classroom) -> HttpResponse:
    services.set_joining(classroom=classroom, is_open=True)
    return _done(admin, request, classroom, "Students can join with the code again.")


def _close(admin: ModelAdmin, request: HttpRequest, classroom: Classroom) -> HttpResponse:
    services.set_joining(classroom=classroom, is_open=False)
    return _done(admin, request, classroom, "Nobody can join with the code until you open it again.")


ACTIONS: dict[str, Callable[[ModelAdmin, HttpRequest, Classroom], HttpResponse]] = {
    "rename": _rename,
    "archive": _archive,
    "restore": _restore,
    "share": _share,
    "leave": _leave,
    "remove": _remove,
    "renew-code": _renew,
    "open-code": _open,
    "close-code": _close,
}


def _done(
    admin: ModelAdmin, request: HttpRequest, classroom: Classroom, text: str, target: str = CLASS_PAGE
) -> HttpResponse:
    """Say it, keep it in the class's history, and go on."""
    admin.log_change(request, classroom, text)
    messages.success(request, text)
    return redirect(target, *([] if target == CLASSES else [classroom.pk]))
