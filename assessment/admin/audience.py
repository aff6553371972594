"""Pages about single students of an assignment: more time, and groups."""

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse

from accounts.admin.base import person
from accounts.models import Classroom, User
from assessment.errors import NotSettableError
from assessment.forms import groups as group_form
from assessment.forms.extensions import Extensions
from assessment.forms.groups import Groups
from assessment.models import Assignment, Group
from assessment.moments import in_words
from assessment.queries.assignments import classrooms_in, students_set
from assessment.queries.audience import extensions_of, group_places, groups_of, handed_in_by
from assessment.services import audience as services
from exercises.admin.objects import changeable, found_or_404

if TYPE_CHECKING:
    from assessment.admin.assignments import AssignmentAdmin

STAYS = "What was handed in stays with everybody who was in the group then; the next Hand in is for who is in it now."


def extensions_page(admin: "AssignmentAdmin", request: HttpRequest, object_id: str) -> HttpResponse:
    """Her students as rows, each with times of her own; saved on POST. `?class=ID` shows one class.

    For everybody who teaches a class of the assignment: more time is a matter of the student, not of the assignment.
    """
    assignment = found_or_404(admin, request, object_id)
    students, around = _students(admin, request, assignment, "Extensions")
    sent = request.POST if request.method == "POST" else None
    form = Extensions(assignment, students, extensions_of(assignment, students), sent)
    if sent is not None and form.is_valid():
        changed = services.set_extensions(assignment=assignment, times=form.times(), by=person(request))
        if changed:
            admin.log_change(request, assignment, f"Changed the times of {_number(changed, 'student')}.")
        messages.success(request, f"Saved. The times of {_number(changed, 'student')} have changed.")
        return redirect(request.get_full_path())
    due = in_words(assignment.due_at) if assignment.due_at else ""
    closes = in_words(assignment.closes_at) if assignment.closes_at else ""
    context = {**around, "form": form, "due": due, "closes": closes}
    return TemplateResponse(request, "admin/assessment/assignment/extensions.html", context)


def groups_page(admin: "AssignmentAdmin", request: HttpRequest, object_id: str) -> HttpResponse:
    """Her students as rows, each with a group; changed on POST. `?class=ID` shows one class."""
    assignment = changeable(admin, request, object_id)
    students, around = _students(admin, request, assignment, "Groups")
    groups, places = groups_of(assignment), group_places(assignment)
    sent = request.POST if request.method == "POST" else None
    form = Groups(students, groups, places, sent)
    if sent is not None and form.is_valid():
        try:
            said = _change(assignment, students, form)
        except (NotSettableError, ValidationError) as error:
            form.error = " ".join(error.messages) if isinstance(error, ValidationError) else str(error)
        else:
            admin.log_change(request, assignment, f"Groups: {said}")
            messages.success(request, said)
            return redirect(request.get_full_path())
    begun = handed_in_by(assignment)
    shown = _shown(groups, places, students, begun)
    context = {
        **around,
        "form": form,
        "groups": shown,
        "alone": [student for student in students if student.pk not in places],
        "stays": STAYS if any(one["handed_in"] for one in shown) else "",
    }
    return TemplateResponse(request, "admin/assessment/assignment/groups.html", context)


def _change(assignment: Assignment, students: list[User], form: Groups) -> str:
    """Store who is where, then do what the button says. Gives what happened."""
    moved = services.place_students(assignment=assignment, places=form.places())
    if form.do == group_form.ADD:
        return f"There is a group {services.add_group(assignment=assignment, name=form.name)} now."
    if form.deleted is not None:
        services.delete_group(group=form.deleted)
        return f"{form.deleted} is dissolved."
    if form.do == group_form.RANDOM:
        if form.is_anew:
            services.take_out(assignment=assignment, students=students)
        made = services.group_at_random(assignment=assignment, students=students, size=form.size)
        return f"{_number(made, 'group')} made." if made else "Everybody is in a group already."
    return f"Saved. {_number(moved, 'student')} moved."


def _students(
    admin: "AssignmentAdmin", request: HttpRequest, assignment: Assignment, title: str
) -> tuple[list[User], dict[str, Any]]:
    """Her students, of the class that was asked for or of all, and what every such page has."""
    viewer = person(request)
    classrooms = list(classrooms_in(assignment, viewer))
    chosen: Classroom | None = next(
        (one for one in classrooms if str(one.pk) == request.GET.get("class")), None
    )
    context = {
        **admin.admin_site.each_context(request),
        "title": f"{title}: {assignment}",
        "here": title,
        "opts": admin.opts,
        "assignment": assignment,
        "classrooms": classrooms,
        "classroom": chosen,
    }
    return list(students_set(assignment, viewer, chosen)), context


def _shown(
    groups: list[Group], places: dict[int, int], students: list[User], begun: set[int]
) -> list[dict[str, Any]]:
    """Each group with those members whom the viewer sees, and how many others it has."""
    seen = {student.pk: student for student in students}
    shown = []
    for group in groups:
        members = [pk for pk, place in places.items() if place == group.pk]
        named = [seen[pk] for pk in seen if pk in members]
        shown.append(
            {
                "group": group,
                "students": named,
                "others": len(members) - len(named),
                "handed_in": any(pk in begun for pk in members),
            }
        )
    return shown


def _number(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"
