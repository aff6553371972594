"""The page that everybody lands on after signing in."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from accounts.models import User
from accounts.requests import SignedInRequest
from assessment.queries.home import SHOWN, due_next, new_feedback, waiting_for_marking
from assessment.queries.queue import TO_MARK
from assessment.queries.student_work import Place, sections
from exercises.views.home import exercises_context
from projects.views.home import home_context

STEPS = 3
TEACHERS_ROWS = 8


@login_required
def home(request: SignedInRequest) -> HttpResponse:
    """For students what comes next and what is new; for staff their classes and what waits for them."""
    person = request.user
    context = {**home_context(person), **exercises_context(person)}
    context |= _for_staff(person) if person.is_staff else _for_students(person)
    return render(request, "assessment/home.html", context)


def _for_students(person: User) -> dict[str, Any]:
    found = sections(person)
    to_do = [*found.soon, *found.later]
    return {
        "next_steps": [(place, _goes_on_at(place)) for place in to_do[:STEPS]],
        "feedback": new_feedback(person),
        "assignments": (to_do + found.done)[:SHOWN],
        "assignment_total": len(to_do) + len(found.done),
    }


def _for_staff(person: User) -> dict[str, Any]:
    return {
        "to_mark": TO_MARK,
        "waiting": list(waiting_for_marking(person)[:TEACHERS_ROWS]),
        "due_next": list(due_next(person)[:TEACHERS_ROWS]),
    }


def _goes_on_at(place: Place) -> str:
    """Where one press leads: the next item to work on, or where it is handed in."""
    if place.next_item is None:
        return reverse("assignments:assignment", args=[place.assignment.pk])
    return reverse("assignments:work", args=[place.assignment.pk, place.next_item.pk])
