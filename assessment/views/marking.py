"""The marking screen, and the pages that ask before something is done for a whole class."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from accounts.admin.base import person
from accounts.models import Classroom, User
from accounts.queries import classrooms_visible_to
from assessment.enums import Progress
from assessment.errors import HandInError
from assessment.marking_shapes import criterion_shape, saved_shape, screen_shape
from assessment.models import Assignment, HandIn, SavedComment, Submission
from assessment.numbers import number_from
from assessment.queries.assignments import (
    assignments_visible_to,
    classrooms_in,
    students_set,
    submissions_visible_to,
)
from assessment.queries.queue import marking_queue
from assessment.queries.releasing import collectable, releasing
from assessment.queries.screen import screen_of
from assessment.services.handing_in import collect
from assessment.services.marking import release_all
from projects.views.workspace import ICONS, limits_data, lint_data, runtime_data
from schools.middleware.headers import isolated

SURE = "yes"


@require_safe
def mark_page(request: HttpRequest, submission_id: int) -> HttpResponse:
    """One student's work, and what is noted of it. `?class=` and `?state=` say among whom she goes on to the next."""
    teacher = person(request)
    submission = get_object_or_404(
        submissions_visible_to(teacher).select_related("student", "assignment"), pk=submission_id
    )
    classroom = _classroom(request, classrooms_visible_to(teacher))
    context = {
        "project": {"name": submission.assignment.title},
        "workspace": _workspace(teacher, submission),
        "marking": _marking(request, submission, classroom),
        "assignment": submission.assignment,
        "classroom": classroom,
        "back": _back(request, submission),
        "icons": ICONS,
    }
    return isolated(TemplateResponse(request, "assessment/marking.html", context))


@require_http_methods(["GET", "HEAD", "POST"])
def release_page(request: HttpRequest, assignment_id: int) -> HttpResponse:
    """Says who would see what; releases on POST with `sure`."""
    assignment, classroom = _assignment(request, assignment_id)
    students = list(students_set(assignment, person(request), classroom))
    found = releasing(assignment, students)

    def act() -> None:
        made = release_all(assignment=assignment, students=students, by=person(request))
        messages.success(request, f"Released for {_students(made)}.")

    lines = [
        ("They see their marks and comments now", found.ready),
        ("They see theirs already", found.released),
        ("Not decided yet, so they see nothing", found.undecided),
        ("Nothing was handed in", found.without),
    ]
    return _ask(request, assignment, classroom, "Release", act if found.ready else None, lines)


@require_http_methods(["GET", "HEAD", "POST"])
def collect_page(request: HttpRequest, assignment_id: int) -> HttpResponse:
    """Says whose work would be taken as it is; takes it on POST with `sure`."""
    assignment, classroom = _assignment(request, assignment_id)
    found = collectable(assignment, students_set(assignment, person(request), classroom))

    def act() -> None:
        taken, reasons = _collect(found, person(request))
        for reason in reasons:
            messages.warning(request, reason)
        messages.success(request, f"Collected from {_students(taken)}.")

    lines = [
        (
            "Their work is taken as it is saved now, as though they had handed it in",
            [one.student for one in found],
        )
    ]
    is_over = assignment.closes_at is not None and assignment.closes_at < timezone.now()
    note = "" if is_over else "The assignment has not closed: students can still hand in by themselves."
    return _ask(request, assignment, classroom, "Collect", act if found else None, lines, note)


def _collect(submissions: list[Submission], by: User) -> tuple[int, list[str]]:
    """How many were collected, and why others were not."""
    reasons = []
    for submission in submissions:
        submission.refresh_from_db(fields=["state"])
        if submission.state != Progress.IN_PROGRESS:
            continue  # taken with her group
        try:
            collect(submission=submission, by=by)
        except HandInError as error:
            reasons.append(str(error))
    return len(submissions) - len(reasons), reasons


def _ask(
    request: HttpRequest,
    assignment: Assignment,
    classroom: Classroom | None,
    verb: str,
    act: Callable[[], None] | None,
    lines: list[tuple[str, list[User]]],
    note: str = "",
) -> HttpResponse:
    """The page that says what would happen, and `note`. `act` does it, None where there is nothing to do."""
    query = {"assignment": assignment.pk, **({"class": classroom.pk} if classroom else {})}
    submissions = f"{reverse('admin:assessment_submission_changelist')}?{urlencode(query)}"
    if act and request.POST.get("sure") == SURE:
        act()
        return redirect(submissions)
    context = {
        **admin.site.each_context(request),
        "title": f"{verb}: {assignment}" + (f", {classroom}" if classroom else ""),
        "here": verb,
        "assignment": assignment,
        "verb": verb,
        "note": note,
        "lines": [(sentence, people) for sentence, people in lines if people],
        "is_possible": act is not None,
        "submissions": submissions,
    }
    return TemplateResponse(request, "assessment/marking_ask.html", context)


def _assignment(request: HttpRequest, assignment_id: int) -> tuple[Assignment, Classroom | None]:
    """The assignment of the address and the class of `?class=`. Raises Http404 for what is not hers."""
    teacher = person(request)
    assignment = get_object_or_404(assignments_visible_to(teacher), pk=assignment_id)
    return assignment, _classroom(request, classrooms_in(assignment, teacher))


def _classroom(request: HttpRequest, classrooms: QuerySet[Classroom]) -> Classroom | None:
    chosen = request.GET.get("class", "")
    if not chosen:
        return None
    try:
        number = number_from(chosen)
    except ValueError as error:
        raise Http404 from error
    return get_object_or_404(classrooms, pk=number)


def _students(number: int) -> str:
    return f"{number} student{'' if number == 1 else 's'}"


def _back(request: HttpRequest, submission: Submission) -> str:
    """The list that she came from."""
    chosen = {key: request.GET[key] for key in ("class", "state") if key in request.GET}
    query = urlencode({"assignment": submission.assignment_id, **chosen})
    return f"{reverse('admin:assessment_submission_changelist')}?{query}"


def _workspace(teacher: User, submission: Submission) -> dict[str, Any]:
    """As `workspace_data`, for files that the page fills in: nothing of them is kept."""
    url = reverse("assessment:mark", args=[submission.pk])
    return {
        "person": {"id": teacher.pk, "name": str(teacher)},
        "csrfCookie": settings.CSRF_COOKIE_NAME,
        "project": {
            "id": 0,
            "name": submission.assignment.title,
            "mainPath": "",
            "readOnly": False,
            "ephemeral": True,
            "owner": {"id": submission.student_id, "name": str(submission.student)},
            "url": url,
        },
        "files": [],
        "urls": {"files": "", "project": "", "signIn": "", "home": reverse("home")},
        "limits": limits_data(),
        "lint": lint_data(),
        "runtime": runtime_data(),
    }


def _marking(request: HttpRequest, submission: Submission, classroom: Classroom | None) -> dict[str, Any]:
    """What `marking-page.js` starts from. Raises Http404 for a hand-in that is not there."""
    teacher, assignment = person(request), submission.assignment
    state = request.GET.get("state", "")
    queue = marking_queue(teacher, assignment, classroom=classroom, state=state)
    places = marking_queue(teacher, assignment).filter(
        pk__in=[submission.pk, *queue.values_list("pk", flat=True)]
    )
    try:
        number = number_from(request.GET["hand-in"]) if "hand-in" in request.GET else None
        screen = screen_of(submission, teacher, number)
    except (ValueError, HandIn.DoesNotExist) as error:
        raise Http404 from error
    return {
        "screen": screen_shape(screen),
        "criteria": [criterion_shape(one) for one in assignment.criteria.all()],
        "queue": list(places.values_list("pk", flat=True)),
        "saved": [saved_shape(one) for one in SavedComment.objects.filter(owner=teacher)],
        "urls": {
            "marking": reverse("assessment:marking", args=[0]),  # `0` stands for a submission
            "saved": reverse("assessment:saved-comments"),
            "progress": reverse("assessment:assignment-progress", args=[assignment.pk]),
        },
    }
