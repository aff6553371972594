"""Adding students from a list: what was pasted or uploaded is shown with what would happen, then added as a whole."""

import json
from collections.abc import Iterator

from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods
from django_tenants.utils import tenant_context

from accounts import services
from accounts.admin.classrooms.draft import Draft, read_draft
from accounts.admin.classrooms.objects import page_context, present_classroom_or_404
from accounts.enums import Column, Outcome
from accounts.models import Classroom
from accounts.roster.planning import Plan
from schools.time_zones import zone_of

LINES = "application/x-ndjson"
LOOK_AGAIN = "You changed something. Here is what would happen now; nothing has been added yet."
TAKEN = "Somebody else added people at the same moment. Nothing was added; look at the list once more."
MEND = "Nothing was added. Mend the lines with problems, or leave them out."


@require_http_methods(["GET", "HEAD", "POST"])
def roster_page(request: HttpRequest, admin: ModelAdmin, object_id: str) -> HttpResponseBase:
    """The form on GET. On POST `do=preview` shows what would happen; `do=import` does it, with progress as lines of
    JSON for a page that asks for those."""
    classroom = present_classroom_or_404(admin, request, object_id)
    draft = read_draft(request, classroom) if request.method == "POST" else Draft()
    if request.POST.get("do") != "import" or draft.plan is None:
        return _page(request, admin, classroom, draft)
    if request.POST.get("seen") != draft.digest:
        return _page(request, admin, classroom, draft, LOOK_AGAIN)
    if draft.plan.problems and not request.POST.get("leave_out"):
        return _page(request, admin, classroom, draft, MEND)
    if request.headers.get("Accept") == LINES:
        return _streamed(request, admin, classroom, draft.plan)
    return _imported(request, admin, classroom, draft, draft.plan)


def _page(
    request: HttpRequest, admin: ModelAdmin, classroom: Classroom, draft: Draft, notice: str = ""
) -> HttpResponse:
    context = {
        **page_context(admin, request, classroom, f"Add students to {classroom}"),
        "draft": draft,
        "notice": notice,
        "columns": list(zip(draft.columns, range(len(draft.columns)), strict=True)),
        "kinds": Column.choices,
        "Outcome": Outcome,
    }
    return TemplateResponse(request, "admin/accounts/classroom/roster.html", context)


def _imported(
    request: HttpRequest, admin: ModelAdmin, classroom: Classroom, draft: Draft, plan: Plan
) -> HttpResponse:
    """All at once, for pages without scripts."""
    try:
        for _ in services.add_from_roster(classroom=classroom, lines=plan.lines):
            pass
    except IntegrityError:
        return _page(request, admin, classroom, draft, TAKEN)
    text = summary(plan, classroom)
    admin.log_change(request, classroom, text)
    messages.success(request, text)
    return redirect("admin:accounts_classroom_change", classroom.pk)


def _streamed(
    request: HttpRequest, admin: ModelAdmin, classroom: Classroom, plan: Plan
) -> StreamingHttpResponse:
    """`{done, of}` while it is going on, at the end `{text}` or `{error}`.

    The view has returned by then, so that the school and its time are opened anew. Whoever goes away closes the
    generator, which takes everything back.
    """
    school = request.tenant  # type: ignore[attr-defined]

    def lines() -> Iterator[str]:
        with tenant_context(school), timezone.override(zone_of(school.time_zone)):
            total = len(plan.new) + len(plan.enrolled)
            try:
                for done in services.add_from_roster(classroom=classroom, lines=plan.lines):
                    yield _json(done=done, of=total)
            except IntegrityError:
                yield _json(error=TAKEN)
                return
            text = summary(plan, classroom)
            admin.log_change(request, classroom, text)
            yield _json(text=text)

    response = StreamingHttpResponse(lines(), content_type=LINES)
    response["X-Accel-Buffering"] = "no"  # nginx would keep the lines until the end
    return response


def _json(**values: object) -> str:
    return f"{json.dumps(values)}\n"


def summary(plan: Plan, classroom: Classroom) -> str:
    """What was done, in a sentence for each kind of line."""
    parts = [f"{_students(len(plan.new))} added to {classroom}."] if plan.new else []
    if plan.enrolled:
        parts.append(f"{_students(len(plan.enrolled))} of the school put into it.")
    if plan.here:
        parts.append(f"{_students(len(plan.here))} in it already.")
    if plan.problems:
        parts.append(f"{len(plan.problems)} line{'s' * (len(plan.problems) > 1)} left out.")
    return " ".join(parts)


def _students(number: int) -> str:
    return f"{number:,} student{'' if number == 1 else 's'}"
