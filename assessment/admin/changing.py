"""The form of an assignment."""

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone

from accounts.admin.base import person
from accounts.models import User
from assessment.errors import NotSettableError
from assessment.forms.assignments import AssignmentForm
from assessment.forms.order import SAVE
from assessment.models import Assignment, Release
from assessment.moments import in_words
from assessment.queries.setting import classrooms_to_set_for, has_hand_ins, stage_of
from assessment.services.assignments import is_deletable
from exercises.admin.objects import found_or_404
from exercises.markdown import to_html

if TYPE_CHECKING:
    from assessment.admin.assignments import AssignmentAdmin

PUBLISH = "publish"
FRIDAY = 4


def add_page(admin: "AssignmentAdmin", request: HttpRequest) -> HttpResponse:
    """A new assignment. The class by which the list was filtered is ticked, or a teacher's only one."""
    if not admin.has_add_permission(request):
        raise PermissionDenied
    viewer = person(request)
    if request.method == "POST":
        return _sent(admin, request, AssignmentForm(viewer, request.POST), "Set an assignment")
    chosen = _first_classes(viewer, QueryDict(request.GET.get("_changelist_filters", "")).get("class", ""))
    form = AssignmentForm(viewer, initial={"classrooms": chosen})
    return _page(admin, request, form, "Set an assignment")


def change_page(admin: "AssignmentAdmin", request: HttpRequest, object_id: str) -> HttpResponse:
    """The form on GET and POST for whoever may change it; what stands in it for whoever only sees it."""
    assignment = found_or_404(admin, request, object_id)
    title = str(assignment)
    if not admin.has_change_permission(request, assignment):
        if request.method == "POST":
            raise PermissionDenied
        context = {**_around(admin, request, title, assignment), **preview(assignment)}
        return TemplateResponse(request, "admin/assessment/assignment/seen.html", context)
    if request.method == "POST":
        form = AssignmentForm(person(request), request.POST, instance=assignment)
        return _sent(admin, request, form, title)
    return _page(admin, request, AssignmentForm(person(request), instance=assignment), title)


def preview(assignment: Assignment) -> dict[str, Any]:
    """What students are shown of it."""
    return {
        "shown_text": to_html(assignment.text),
        "shown_items": list(assignment.items.select_related("exercise__published")),
        "shown_criteria": list(assignment.criteria.all()),
        "shown_times": [
            (label, in_words(moment))
            for label, moment in (
                ("Opens", assignment.opens_at),
                ("Due", assignment.due_at),
                ("Closes", assignment.closes_at),
            )
            if moment
        ],
    }


def _sent(admin: "AssignmentAdmin", request: HttpRequest, form: AssignmentForm, title: str) -> HttpResponse:
    do = request.POST.get("do", SAVE)
    if do not in (SAVE, PUBLISH):
        form.act(do)
        return _page(admin, request, form, title)
    is_new = form.instance.pk is None
    if form.is_valid():
        try:
            saved = form.save()
        except (NotSettableError, ValidationError) as error:
            form.add_error(None, error.messages if isinstance(error, ValidationError) else str(error))
        else:
            (admin.log_addition if is_new else admin.log_change)(
                request, saved, "Set." if is_new else "Saved."
            )
            messages.success(request, _saved(saved))
            return redirect(
                f"admin:assessment_assignment_{'publish' if do == PUBLISH else 'change'}", saved.pk
            )
    return _page(admin, request, form, title)


def _page(admin: "AssignmentAdmin", request: HttpRequest, form: AssignmentForm, title: str) -> HttpResponse:
    assignment = form.instance if form.instance.pk else None
    context = {**_around(admin, request, title, assignment), "form": form, "quick": _quick_times()}
    if assignment:
        stored = Assignment.objects.get(pk=assignment.pk)  # the form's has what was typed
        context |= {
            **preview(stored),
            "assignment": stored,
            "stage": stage_of(stored),
            "has_hand_ins": has_hand_ins(stored),
            "has_releases": Release.objects.filter(hand_in__submission__assignment=stored).exists(),
            "is_deletable": is_deletable(stored),
            "unseen": len(form.kept) - len(form.kept_names),
        }
    return TemplateResponse(request, "admin/assessment/assignment/form.html", context)


def _around(
    admin: "AssignmentAdmin", request: HttpRequest, title: str, assignment: Assignment | None
) -> dict[str, Any]:
    return {
        **admin.admin_site.each_context(request),
        "title": title,
        "assignment": assignment,
        "original": assignment,
        "opts": admin.opts,
    }


def _saved(assignment: Assignment) -> str:
    if assignment.is_draft:
        return "Saved. It is a draft: students do not see it before you publish it."
    return "Saved."


def _first_classes(viewer: User, asked: str) -> list[int]:
    found = list(classrooms_to_set_for(viewer).values_list("pk", flat=True)[:200])
    chosen = [pk for pk in found if str(pk) == asked]
    return chosen or (found if len(found) == 1 else [])


def _quick_times() -> list[tuple[str, str]]:
    """What a press puts into a time: a label, and the value of the input."""
    today = timezone.localtime()
    friday = today + timedelta(days=(FRIDAY - today.weekday()) % 7 or 7)
    return [
        ("Tomorrow 8:00", _at(today + timedelta(days=1), time(8))),
        ("Friday 17:00", _at(friday, time(17))),
        ("In a week 17:00", _at(today + timedelta(days=7), time(17))),
        ("In two weeks 17:00", _at(today + timedelta(days=14), time(17))),
    ]


def _at(day: datetime, hour: time) -> str:
    return f"{day:%Y-%m-%d}T{hour:%H:%M}"
