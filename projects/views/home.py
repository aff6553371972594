"""The page that everybody lands on after signing in."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render

from accounts.requests import SignedInRequest
from projects.queries import classes_overview, projects_of, recent_work_of_students

PROJECTS_SHOWN = 6
WORK_SHOWN = 10


@login_required
def home(request: SignedInRequest) -> HttpResponse:
    """One's own work; for staff their classes and what their students did last."""
    person = request.user
    context: dict[str, object] = {"projects": projects_of(person)[:PROJECTS_SHOWN]}
    if person.is_staff:
        context["classrooms"] = classes_overview(person)
        context["recent_work"] = recent_work_of_students(person)[:WORK_SHOWN]
    return render(request, "projects/home.html", context)
