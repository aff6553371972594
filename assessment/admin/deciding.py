"""Pages that ask before something happens to a whole assignment: publish, withdraw, duplicate, archive."""

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone

from accounts.admin.base import person
from accounts.models import User
from assessment.errors import NotSettableError
from assessment.models import Assignment
from assessment.moments import day_and_time, in_words
from assessment.queries.assignments import classrooms_in
from assessment.queries.setting import has_hand_ins, students_of_classes
from assessment.services import assignments as services
from exercises.admin.objects import changeable, found_or_404

if TYPE_CHECKING:
    from assessment.admin.assignments import AssignmentAdmin


def publish_page(admin: "AssignmentAdmin", request: HttpRequest, object_id: str) -> HttpResponse:
    """Says who will see it and when; publishes on POST."""
    assignment = changeable(admin, request, object_id)
    if request.method == "POST":
        try:
            services.publish_assignment(assignment=assignment)
        except NotSettableError as error:
            messages.error(request, f"Not published. {error}")
        else:
            admin.log_change(request, assignment, "Published.")
            messages.success(request, f"Published. {_who_sees_it(assignment, person(request))}")
        return _back_to(assignment)
    reason = services.why_not_publishable(assignment)
    lines = [reason] if reason else [_who_sees_it(assignment, person(request)), *_what_holds(assignment)]
    return _ask(admin, request, assignment, "Publish", lines, is_possible=not reason)


def withdraw_page(admin: "AssignmentAdmin", request: HttpRequest, object_id: str) -> HttpResponse:
    """Takes it back from students on POST, while nobody has handed in."""
    assignment = changeable(admin, request, object_id)
    if request.method == "POST":
        try:
            services.withdraw_assignment(assignment=assignment)
        except NotSettableError as error:
            messages.error(request, f"Not withdrawn. {error}")
        else:
            admin.log_change(request, assignment, "Withdrawn.")
            messages.success(request, "Withdrawn. It is a draft again, and students do not see it.")
        return _back_to(assignment)
    refused = has_hand_ins(assignment)
    lines = (
        [services.NOT_WITHDRAWN]
        if refused
        else [
            "Students no longer see it. What they have begun is kept, and is there again when you publish it again."
        ]
    )
    return _ask(admin, request, assignment, "Withdraw", lines, is_possible=not refused)


def duplicate_page(admin: "AssignmentAdmin", request: HttpRequest, object_id: str) -> HttpResponse:
    """A copy of one's own, on POST, of any assignment that one sees."""
    assignment = found_or_404(admin, request, object_id)
    if request.method == "POST":
        copy = services.duplicate_assignment(assignment=assignment, by=person(request))
        admin.log_addition(request, copy, f"Copied from {assignment}.")
        messages.success(request, "This is your copy, a draft. Choose its classes and times.")
        return _back_to(copy)
    lines = [
        "You get a draft of your own with the same work, rubric and rules. It has no classes and no times yet."
    ]
    return _ask(admin, request, assignment, "Duplicate", lines)


def archive_page(admin: "AssignmentAdmin", request: HttpRequest, object_id: str) -> HttpResponse:
    """Puts it away on POST, or takes it out again."""
    assignment = changeable(admin, request, object_id)
    if request.method == "POST":
        services.archive_assignment(assignment=assignment, archived=not assignment.archived)
        admin.log_change(
            request, assignment, "Taken out of the archive." if assignment.archived else "Archived."
        )
        messages.success(request, "It is listed again." if assignment.archived else "Archived.")
        return _back_to(assignment)
    if assignment.archived:
        return _ask(admin, request, assignment, "Take out of the archive", ["It is listed again as before."])
    lines = ["It is no longer listed. What was handed in, and all marks, stay as they are."]
    return _ask(admin, request, assignment, "Archive", lines)


def _ask(
    admin: "AssignmentAdmin",
    request: HttpRequest,
    assignment: Assignment,
    verb: str,
    lines: list[str],
    *,
    is_possible: bool = True,
) -> HttpResponse:
    context: dict[str, Any] = {
        **admin.admin_site.each_context(request),
        "title": f"{verb}: {assignment}",
        "here": verb,
        "opts": admin.opts,
        "assignment": assignment,
        "verb": verb,
        "lines": lines,
        "is_possible": is_possible,
    }
    return TemplateResponse(request, "admin/assessment/assignment/ask.html", context)


def _back_to(assignment: Assignment) -> HttpResponse:
    return redirect("admin:assessment_assignment_change", assignment.pk)


def _who_sees_it(assignment: Assignment, viewer: User) -> str:
    number = students_of_classes(assignment)
    classes = ", ".join(str(one) for one in classrooms_in(assignment, viewer))
    students = f"{number} student{'' if number == 1 else 's'}{f' ({classes})' if classes else ''}"
    if assignment.opens_at and assignment.opens_at > timezone.now():
        return f"{students} will see it from {in_words(assignment.opens_at)}."
    return f"{students} will see it at once."


def _what_holds(assignment: Assignment) -> list[str]:
    """The times, and what may surprise about them."""
    lines = []
    if assignment.due_at is None:
        lines.append("It has no due time.")
    elif assignment.due_at <= timezone.now():
        lines.append(f"It was due {day_and_time(assignment.due_at)}: whatever is handed in is late.")
    else:
        lines.append(f"It is due {in_words(assignment.due_at)}.")
    if assignment.closes_at:
        lines.append(f"It closes {in_words(assignment.closes_at)}.")
    return lines
